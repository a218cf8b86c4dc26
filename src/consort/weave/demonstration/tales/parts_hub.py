"""One spare-parts hub at Venlo: decided in the winter, due for review today."""

from consort.decisions.frames import NewForecast, NewOption
from consort.decisions.models import Choice, Side, Source
from consort.weave.demonstration.tale import (
    AGREES,
    CARRIES_OUT,
    DECIDES,
    GIVES_INPUT,
    RECOMMENDS,
    Input,
    Said,
    Step,
    Tale,
)

TALE = Tale(
    question="One spare-parts hub at Venlo, or three stores?",
    context="Half of our late skids wait for a part that lies in the wrong country.",
    way_back="Hard: two leases end, eleven people move.",
    rule="Tomasz decides; if Priya cannot agree, Ingrid is asked.",
    by="jonas",
    days={
        "framed": -272,
        "asked": -268,
        "opened": -258,
        "again": -254,
        "opened_again": -250,
        "resolved": -241,
        "committed": -240,
        "reviewed": -2,
    },
    criteria=("Parts at hand within a day", "Running cost a year", "People who move"),
    options=(
        NewOption("One hub at Venlo", "Every site served by road overnight.", ("92%", "€2.1m", "11")),
        NewOption(
            "Three stores, shared stock list", "The stores stay and lend to each other.", ("84%", "€2.6m", "none")
        ),
        NewOption("Leave it as it is", "Each store keeps its own stock.", ("78%", "€2.8m", "none")),
    ),
    roles=(
        ("tomasz", DECIDES, ""),
        ("jonas", RECOMMENDS, ""),
        ("priya", AGREES, "on running cost"),
        ("daniel", GIVES_INPUT, ""),
        ("helene", GIVES_INPUT, ""),
        ("mats", GIVES_INPUT, ""),
        ("ruth", GIVES_INPUT, ""),
        ("sofia", GIVES_INPUT, ""),
        ("ingrid", GIVES_INPUT, ""),
        ("marek", CARRIES_OUT, ""),
    ),
    forecasts=(
        NewForecast("the hub runs by the first of May", None, 0),
        NewForecast("delays for want of a part fall under 12% by September", None, 0),
        NewForecast("running cost stays at or under €2.2m a year", None, 0),
        NewForecast("complaints from Italy do not rise", None, 0),
    ),
    evidence=(
        (
            "jonas",
            "Eighteen months of late skids, by cause",
            Source.MEASURED,
            "Half wait for a part in another country.",
        ),
        ("priya", "Lease and transport costs, three cases", Source.MODEL, "Venlo pays back in 26 months."),
    ),
    inputs={
        "jonas": Input(
            "A",
            "Half our late skids wait for a part in the wrong country.",
            "A carrier strike of a month.",
            (95, 85, 70, 70),
        ),
        "tomasz": Input("A", "One stock is one truth.", "If night transport cannot reach Brescia.", (90, 80, 75, 75)),
        "daniel": Input(
            "B", "Italian customers will feel the first winter.", "A small store kept in Brescia.", (60, 60, 65, 20)
        ),
        "helene": Input(
            "A", "It frees planning time in product.", "If parts lists stay as bad as today.", (85, 75, 80, 70)
        ),
        "mats": Input("A", "We stop redesigning around stock.", "Nothing I can see now.", (90, 70, 80, 75)),
        "ruth": Input(
            "B", "Eleven people move, and we ask them late.", "A fair offer for all eleven.", (70, 55, 70, 60)
        ),
        "sofia": Input(
            "A", "The data will at last be in one place.", "If the planning system is late.", (90, 65, 85, 80)
        ),
        "ingrid": Input(
            "A", "It is the simplest thing that could work.", "If Italy cannot be served overnight.", (85, 70, 80, 75)
        ),
    },
    second={
        "jonas": Input(
            "A", "The same, and Marek has agreed to lead it.", "A carrier strike of a month.", (95, 85, 75, 70)
        ),
        "tomasz": Input("A", "One stock is one truth.", "If night transport cannot reach Brescia.", (95, 80, 75, 70)),
        "daniel": Input(
            "B", "I have asked four customers; all four fear the winter.", "A small store in Brescia.", (75, 65, 65, 20)
        ),
        "helene": Input(
            "A", "It frees planning time in product.", "If parts lists stay as bad as today.", (85, 75, 80, 70)
        ),
        "mats": Input("A", "We stop redesigning around stock.", "Nothing I can see now.", (90, 70, 80, 75)),
        "ruth": Input("A", "The offer for the eleven is fair now.", "If it is withdrawn.", (80, 60, 75, 65)),
        "sofia": Input(
            "A", "The data will at last be in one place.", "If the planning system is late.", (90, 65, 85, 80)
        ),
        "ingrid": Input(
            "A", "Simple, and led by someone who wants it.", "If Italy cannot be served overnight.", (90, 70, 80, 75)
        ),
    },
    debate=(
        Said("jonas", Side.FOR, "A", "Eighteen months of figures: the wrong country is the cause in half the cases."),
        Said("daniel", Side.AGAINST, "A", "Brescia is 1,050 km away, and the pass closes in January."),
        Said("ruth", Side.AGAINST, "A", "Eleven people would learn of it from the lease notice. We can do better."),
        Said(
            "priya",
            Side.FOR,
            "A",
            "Three leases end within five months of each other. It will not be this cheap again.",
        ),
    ),
    unused={"daniel": "We take the risk of the first winter, and watch complaints from Italy each month."},
    chosen="A",
    text=(
        "We close the three parts stores in Groningen, Brescia and Poznań and serve every site from Venlo, "
        "because half our late skids wait for a part that lies in the wrong country."
    ),
    because="It removes the largest single cause of late skids, and the leases end together.",
    dissent={"daniel": (Choice.COMMIT, "Italian customers will feel the first winter. I carry it out all the same.")},
    steps=(
        Step("marek", "tomasz", "Open the hub at Venlo", -165, -168),
        Step("ruth", "jonas", "An offer to each of the eleven, in person", -225, -226),
        Step("daniel", "jonas", "Tell the forty largest Italian customers before the lease notice", -220, -221),
    ),
    judged={
        "jonas": (6, 6, 6, 6, 3, 6),
        "daniel": (5, 4, 5, 5, 2, 5),
        "helene": (6, 5, 6, 6, 3, 6),
        "mats": (6, 5, 6, 6, 4, 6),
        "ruth": (5, 5, 5, 5, 3, 5),
        "sofia": (6, 6, 6, 6, 3, 6),
        "priya": (7, 5, 6, 6, 3, 7),
    },
)
