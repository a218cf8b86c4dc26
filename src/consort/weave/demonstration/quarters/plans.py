"""What was pursued in the two quarters, and how sure people were. Days count from today."""

from dataclasses import dataclass

from consort.vision.models import Objective

LAST, THIS = (-166, -76), (-75, 16)
Ending = Objective.Ending


@dataclass(frozen=True)
class Said:
    """What one person said at a check-in."""

    percent: int
    note: str = ""


@dataclass(frozen=True)
class Verdict:
    """How it ended; `because` for what was changed or stopped, `title` for how it reads from then on."""

    ending: str
    score: str
    learned: str
    because: str = ""
    title: str = ""


@dataclass(frozen=True)
class Quarterly:
    """An objective of one quarter: its milestones, those that were passed, and a check-in for each fortnight."""

    title: str
    why: str
    serves: str
    leads: tuple[str, ...]
    milestones: tuple[str, ...]
    passed: int
    check_ins: tuple[tuple[Said, ...], ...]
    verdict: Verdict


ON_TIME, HEAT = "Deliver on time, every time", "Sell heat, not hardware"
GAS, SUCCESSION = "Heat pumps that beat gas on cost", "Leaders who can be replaced"
QUARTER = (
    Quarterly(
        "A second foundry for the compressor housing", "One foundry, one fire, eleven weeks.", ON_TIME, ("tomasz",),
        ("Ten sample castings pass", "The first series is poured"), 2,
        (
            (Said(60, "Two foundries can do it; one answers its letters."),),
            (Said(75, "Samples are on the bench."),),
            (Said(70, "Three of ten have pores. They changed the gate."),),
            (Said(90, "Ten of ten."),),
        ),
        Verdict(Ending.REACHED, "1.0", "Sending our own caster for a week was worth more than the contract."),
    ),
    Quarterly(
        "One page of delivery figures that all believe", "Sales and Operations counted late skids differently.", ON_TIME,
        ("tomasz", "daniel"), ("One definition is signed", "Four weeks without a dispute"), 2,
        (
            (Said(70, "The definition is agreed, the data are not."), Said(40, "I have seen three such pages die.")),
            (Said(80, "Two weeks without a dispute."), Said(65)),
            (Said(90), Said(85, "I quote it to customers now.")),
        ),
        Verdict(Ending.REACHED, "0.9", "We should have signed the definition before anybody drew a chart."),
    ),
    Quarterly(
        "Half of all orders come with a commissioning slot", "A skid that waits for a fitter is late as well.", HEAT,
        ("jonas",), ("One calendar for three departments", "Half of the orders of a month"), 1,
        (
            (Said(80, "The calendar is up."),),
            (Said(65, "Sales books, Service moves."),),
            (Said(45, "A third of the orders. Italy books nothing."),),
            (Said(30),),
        ),
        Verdict(Ending.CARRIED_OVER, "0.6", "A calendar is not a rule: nobody had said who may move a slot."),
    ),
    Quarterly(
        "Three plant managers keep their own budget", "Four of five questions need not reach us.", SUCCESSION,
        ("ruth", "tomasz"), ("The rules are written", "Three plants work by them"), 1,
        (
            (Said(65), Said(70, "Poznań is ready today.")),
            (Said(50, "Finance wants a second signature."), Said(60)),
            (Said(35, "Brescia asks us to wait."), Said(40)),
        ),
        Verdict(
            Ending.ADAPTED, "0.4", "Rules for three plants at once were too many; one plant teaches the others.",
            "Brescia will change hands first.", "Poznań keeps its own budget, and shows the others how",
        ),
    ),
    Quarterly(
        "A pilot without the old refrigerant", "The rules of 2029 come early in two countries.", GAS, ("mats",),
        ("A customer agrees", "It runs for 500 hours"), 0,
        (
            (Said(55, "Two customers are interested."),),
            (Said(40, "One is left, and wants a guarantee."),),
            (Said(15),),
        ),
        Verdict(
            Ending.STOPPED, "0.1", "We asked customers before we had a price for the risk.",
            "No customer takes a pilot in winter without a guarantee that Finance will not give.",
        ),
    ),
    Quarterly(
        "A contract that Service can price from", "Every heat contract was priced from scratch.", HEAT, ("priya",),
        ("The template is agreed", "Three contracts are priced with it"), 2,
        (
            (Said(75, "Draft with Jonas and Daniel."),),
            (Said(85, "First contract priced in two days."),),
            (Said(95, "Three of three."),),
        ),
        Verdict(Ending.REACHED, "0.9", "Whoever mends it should have written the first draft, not whoever sells it."),
    ),
)  # fmt: skip
"""What was written, checked in on and reviewed in the quarter that is closed."""

RUNNING: dict[str, tuple[tuple[str, ...], tuple[tuple[int, tuple[Said, ...]], ...]]] = {
    "On-time delivery at 95%": (
        ("tomasz", "ingrid"),
        (
            (-70, (Said(45, "Venlo helps, planning does not yet."), Said(60))),
            (-56, (Said(50), Said(55, "The board asks for the mix."))),
            (-42, (Said(55, "Nine of ten in Groningen."), Said(55))),
            (-28, (Said(50, "Brescia lost two planners."), Said(60, "Still within reach."))),
            (-14, (Said(40, "The jump was partly mix."), Said(55))),
        ),
    ),
    "Cut installed cost by a quarter": (
        ("helene", "mats"),
        (
            (-68, (Said(70, "Housing at €38 less per kW."), Said(60))),
            (-52, (Said(70), Said(65, "The frame is next."))),
            (-36, (Said(75, "Two of five variants go."), Said(70))),
            (-20, (Said(75), Said(70))),
            (-7, (Said(80, "€548. Below the line for the first time."), Said(70))),
        ),
    ),
    "40 MW under heat contract": (
        ("jonas", "daniel"),
        (
            (-66, (Said(55), Said(80, "Pipeline is full."))),
            (-48, (Said(50, "Pricing takes six weeks."), Said(75))),
            (-30, (Said(50), Said(70, "Two slipped into spring."))),
            (-11, (Said(45, "We run out of fitters before contracts."), Said(65))),
        ),
    ),
    "Certify the 180 °C platform": (
        ("mats",),
        (
            (-69, (Said(80, "5,000 hours without a stop."),)),
            (-54, (Said(75, "The certifier wants winter data."),)),
            (-41, (Said(70),)),
        ),
    ),
    "Two ready successors for each executive role": (
        ("ruth", "ingrid"),
        ((-60, (Said(50), Said(40))), (-33, (Said(55, "Nine of eighteen."), Said(45))), (-9, (Said(55), Said(50)))),
    ),
    "Half of all orders come with a commissioning slot": (
        ("jonas",),
        (
            (-58, (Said(40, "The rule is written."),)),
            (-37, (Said(55),)),
            (-13, (Said(65, "Italy books since Monday."),)),
        ),
    ),
    "Poznań keeps its own budget, and shows the others how": (
        ("ruth", "tomasz"),
        (
            (-55, (Said(70), Said(75))),
            (-34, (Said(75, "First month without a call to us."), Said(80))),
            (-12, (Said(80), Said(80))),
        ),
    ),
    "First visit within five days": (
        ("jonas",),
        (
            (-62, (Said(45),)),
            (-44, (Said(35, "Italy."),)),
            (-26, (Said(30),)),
            (-8, (Said(25, "9.1 days, and two fitters left."),)),
        ),
    ),
}
"""Of objectives that run on: who leads them, and what they said on which day. The certificate has fallen silent."""
