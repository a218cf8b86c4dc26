"""Where do we build the second assembly line? Input is open; six of eight are in, Ingrid and Sofia are waited for."""

from consort.decisions.frames import NewForecast, NewOption
from consort.decisions.models import Source
from consort.weave.demonstration.tale import AGREES, CARRIES_OUT, DECIDES, GIVES_INPUT, RECOMMENDS, Input, Tale

TALE = Tale(
    question="Where do we build the second assembly line?",
    context="Orders pass the capacity of Groningen in the second quarter of next year.",
    way_back="Hard: two years, €6m",
    rule="Consent of both deciders; if not within two weeks of the debate, the board chair is asked.",
    by="helene",
    days={"framed": -22, "asked": -9, "opened": 2},
    criteria=("First skid", "Capital", "Cost per skid", "People hired", "Way back"),
    options=(
        NewOption("Extend Groningen", "", ("in 7 months", "€11.8m", "€84,000", "38, hard to find", "Little")),
        NewOption("New line in Poznań", "", ("in 11 months", "€9.2m", "€71,000", "60, plant has 40 waiting", "Little")),
        NewOption("Contract builder, Ostrava", "", ("in 4 months", "€1.4m", "€92,000", "4", "Twelve months' notice")),
    ),
    roles=(
        ("ingrid", DECIDES, ""),
        ("tomasz", DECIDES, ""),
        ("helene", RECOMMENDS, ""),
        ("priya", AGREES, "on capital"),
        ("daniel", GIVES_INPUT, ""),
        ("jonas", GIVES_INPUT, ""),
        ("mats", GIVES_INPUT, ""),
        ("ruth", GIVES_INPUT, ""),
        ("sofia", GIVES_INPUT, ""),
        ("tomasz", CARRIES_OUT, ""),
    ),
    forecasts=(
        NewForecast("the first skid leaves within a year", None, 1),
        NewForecast("cost per skid is under €75,000 two years from now", None, 1),
        NewForecast("on-time delivery reaches 92% a year from now", None, 1),
    ),
    evidence=(
        ("helene", "Capacity model", Source.MODEL, "Groningen is full in the second quarter."),
        ("tomasz", "Site visit notes, Poznań", Source.VISIT, "Forty trained people wait for work."),
        ("daniel", "What customers said about Ostrava", Source.SAID, "Two of five would want an audit first."),
    ),
    inputs={
        "helene": Input("B", "The people are there.", "If the permit slips past spring.", (70, 75, 60)),
        "daniel": Input(
            "C", "It is the only one that delivers this winter.", "A bridge until Poznań runs.", (45, 55, 50)
        ),
        "mats": Input("B", "The process is the same as in Groningen.", "If tooling cannot be copied.", (65, 80, 55)),
        "jonas": Input(
            "A", "Service engineers are in Groningen.", "A service team in Poznań from day one.", (55, 60, 45)
        ),
        "ruth": Input(
            "B", "Thirty-eight people cannot be found in Groningen.", "If the forty leave meanwhile.", (75, 70, 55)
        ),
        "tomasz": Input("B", "I can run two plants that are alike.", "If Mats needs a year for tooling.", (65, 80, 50)),
    },
)
