"""Priorities, objectives and initiatives as data. People, departments and decisions are named as in the cast."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """A priority: who leads it, and why."""

    title: str
    leads: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Result:
    """A key result on the metric `on`; `until` is the day it should be there where that is not the metric's own."""

    title: str
    on: str
    owner: str
    until: int | None = None


@dataclass(frozen=True)
class Asked:
    """A department that was asked to carry it; without a line it has not confirmed."""

    department: str
    head: str
    line: str = ""
    confirmed: int = -250


@dataclass(frozen=True)
class Goal:
    """An objective. `serves` are titles, `decisions` and `promises` how those begin that move it."""

    title: str
    why: str
    serves: tuple[str, ...]
    leads: tuple[str, ...]
    results: tuple[Result, ...] = ()
    carriers: tuple[Asked, ...] = ()
    decisions: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    trigger: str = ""
    next_look: int | None = None


@dataclass(frozen=True)
class Effort:
    """An initiative; one that serves nothing is there to be found."""

    title: str
    what: str
    lead: str
    begins: int
    serves: tuple[str, ...] = ()


GAS, HEAT = "Heat pumps that beat gas on cost", "Sell heat, not hardware"
ON_TIME, SUCCESSION = "Deliver on time, every time", "Leaders who can be replaced"
PRIORITIES = (
    Plan(GAS, ("helene", "mats"), "Nobody changes a boiler that works for a machine that costs more."),
    Plan(HEAT, ("jonas", "daniel"), "Customers want steam at six in the morning. The machine is our worry."),
    Plan(ON_TIME, ("tomasz", "ingrid"), "A shutdown is planned a year ahead, and around our date."),
    Plan(SUCCESSION, ("ruth", "ingrid"), "Each of us should be able to fall ill without anything falling over."),
)
CONTRACTS = "40 MW under heat contract"
GOALS = (
    Goal(
        "Cut installed cost by a quarter",
        "At €460 per kW heat from us costs less than gas in eleven countries.",
        (GAS,),
        ("helene", "mats"),
        (Result("Installed cost per kW", "Installed cost per kW", "helene"),),
        (
            Asked("Product", "helene", "Every variant has to earn its parts.", -251),
            Asked("Engineering", "mats", "We design for the line, not for the drawing.", -249),
            Asked("Operations", "tomasz", "Every hour saved on the skid is written down.", -247),
        ),
        ("Do we buy all compressors",),
        ("The compressor qualification dates",),
    ),
    Goal(
        "Certify the 180 °C platform",
        "Without the certificate it stays a promise.",
        (GAS,),
        ("mats",),
        (Result("Field hours without a stop", "Field hours without a stop", "mats"),),
        (
            Asked("Engineering", "mats", "Four people look after the pilots and nothing else.", -246),
            Asked("Strategy", "sofia", "The data of every hour is kept for the certifier.", -240),
        ),
        ("Do we run the first 180 °C pilot", "Do we leave the old refrigerant"),
    ),
    Goal(
        CONTRACTS,
        "A contract earns for fifteen years; a machine earns once.",
        (HEAT,),
        ("jonas", "daniel"),
        (
            Result("Contracted capacity", "Heat contracts signed", "daniel", 860),
            Result("Gross margin of contracts", "Gross margin of contracts", "priya"),
        ),
        (
            Asked("Service", "jonas", "Whoever signs for heat is told who comes when it stops.", -244),
            Asked("Commercial", "daniel", "We sell the hour, not the machine.", -243),
            Asked("Finance", "priya", "A contract is priced before it is promised.", -241),
        ),
        ("Does Service hire", "Do we promise ten years"),
        ("The financing case",),
    ),
    Goal(
        "First visit within five days",
        "Two contracts name the first visit; more will.",
        (CONTRACTS,),
        ("jonas",),
        (Result("First visit after a call", "First visit after a call", "jonas"),),
        (Asked("Service", "jonas", "The nearest fitter goes, whoever's customer it is.", -200),),
    ),
    Goal(
        "Run every site from one control room",
        "Two of three faults are mended without anybody driving there.",
        (HEAT,),
        ("jonas", "sofia"),
        (Result("Sites connected", "Sites connected", "jonas"),),
        (
            Asked("Service", "jonas", "A call is answered by whoever sees the site.", -243),
            Asked("Engineering", "mats", "No skid leaves without its line to Groningen.", -238),
        ),
        ("Do we put the control room",),
    ),
    Goal(
        "On-time delivery at 95%",
        "Nine customers in ten plan a shutdown around our delivery. One late skid costs them a week.",
        (ON_TIME,),
        ("tomasz", "ingrid"),
        (
            Result("Orders delivered on the promised day", "On-time delivery", "tomasz", 330),
            Result("Weeks from order to delivery", "Weeks from order to delivery", "tomasz"),
            Result("Promises changed after order", "Promises changed after order", "daniel"),
            Result("Parts missing at assembly start", "Parts missing at assembly start", "tomasz"),
        ),
        (
            Asked("Operations", "tomasz", "No skid starts before every part is on the floor.", -253),
            Asked("Commercial", "daniel", "We stop promising dates we have not been given.", -246),
            Asked("Service", "jonas", "Commissioning slots are booked with the order, not after it.", -239),
            Asked("Product", "helene"),
        ),
        ("One spare-parts hub", "Where do we build", "May only Operations", "Which planning system"),
        ("Weekly delivery figures",),
        "If it is under 87% then, two planners move from Brescia.",
        24,
    ),
    Goal(
        "Two sources for every critical part",
        "One fire in one hall stopped us for eleven weeks.",
        (ON_TIME,),
        ("tomasz",),
        (Result("Parts with two qualified sources", "Parts with two qualified sources", "tomasz"),),
        (Asked("Operations", "tomasz", "A part with one source is a risk with a name beside it.", -240),),
    ),
    Goal(
        "Two ready successors for each executive role",
        "Nine roles, and only four of them could change hands within a year.",
        (SUCCESSION,),
        ("ruth", "ingrid"),
        (Result("Ready successors", "Ready successors", "ruth"),),
        (Asked("People", "ruth", "Every executive names two, and lets them lead something real.", -245),),
        (),
        ("Name a successor for the Groningen plant",),
    ),
    Goal(
        "Plant managers decide more",
        "Four of five questions that reach the executive team could be answered in the plant.",
        (SUCCESSION,),
        ("tomasz", "ruth"),
        (),
        (Asked("People", "ruth"),),
        ("What becomes of the Brescia",),
    ),
)
EFFORTS = (
    Effort(
        "Second test bench",
        "Two benches run the compressor day and night until it is qualified.",
        "mats", -70, ("Certify the 180 °C platform",),
    ),
    Effort(
        "Slots booked with the order",
        "Sales, Operations and Service book in one calendar.",
        "jonas", -120, ("On-time delivery at 95%", CONTRACTS),
    ),
    Effort(
        "Planning system, second phase",
        "Groningen and Brescia follow Poznań. Fourteen people part-time.",
        "priya", -150,
    ),
)  # fmt: skip
