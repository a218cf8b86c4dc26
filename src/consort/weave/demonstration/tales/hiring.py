"""Does Service hire against the headcount freeze? Input has opened; it is debated now."""

from consort.decisions.frames import NewForecast, NewOption
from consort.decisions.models import Side, Source
from consort.weave.demonstration.tale import AGREES, DECIDES, GIVES_INPUT, RECOMMENDS, Input, Said, Tale

TALE = Tale(
    question="Does Service hire against the headcount freeze?",
    context="Service has 14 vacancies, the freeze runs to the end of the year, and first visits take nine days.",
    way_back="Easy for six months of probation",
    by="jonas",
    days={"framed": -18, "asked": -16, "opened": -6},
    criteria=("First visit after", "Cost this year"),
    options=(
        NewOption("Hire eight now", "For Italy and Poland only.", ("6 days", "€310,000")),
        NewOption("Lend four from Engineering", "Until the freeze ends.", ("7 days", "none")),
        NewOption("Keep the freeze", "Do nothing until January.", ("9 days", "none")),
    ),
    roles=(
        ("ingrid", DECIDES, ""),
        ("jonas", RECOMMENDS, ""),
        ("priya", AGREES, "on cost"),
        ("ruth", GIVES_INPUT, ""),
        ("mats", GIVES_INPUT, ""),
        ("daniel", GIVES_INPUT, ""),
        ("tomasz", GIVES_INPUT, ""),
    ),
    forecasts=(
        NewForecast("first visits take under seven days by the end of the quarter", None, None),
        NewForecast("no other function asks for an exception this year", None, None),
    ),
    evidence=(("jonas", "First visits by region, twelve months", Source.MEASURED, "Italy and Poland wait longest."),),
    inputs={
        "jonas": Input("A", "Customers wait nine days; we promise five.", "If Mats lends me four for good.", (80, 35)),
        "ingrid": Input(
            "B",
            "I set the freeze. An exception in its second month ends it.",
            "Figures that lending cannot help.",
            (60, 70),
        ),
        "ruth": Input("A", "Four of the fourteen have an offer elsewhere.", "If lending is for a year.", (75, 40)),
        "mats": Input("C", "My four are on the compressor.", "If the compressor dates move.", (35, 55)),
        "daniel": Input("A", "Two contracts hang on the first visit.", "Nothing.", (80, 30)),
        "tomasz": Input(
            "B",
            "It costs nothing, and teaches Engineering what breaks.",
            "If it is not the four from the compressor.",
            (55, 65),
        ),
    },
    debate=(
        Said("mats", Side.AGAINST, "B", "The four with service training are the four on the compressor."),
        Said("daniel", Side.FOR, "A", "Two heat contracts name the first visit. Losing one costs more than the eight."),
        Said("ingrid", Side.AGAINST, "A", "An exception in the second month tells everyone what a freeze is worth."),
        Said(
            "ruth",
            Side.FOR,
            "A",
            "Six of the eight would come from our own agency staff: known, and two months faster.",
        ),
    ),
)
