"""Decisions that need fewer words: carried out, reviewed, waiting to be resolved or committed to, or just begun."""

from consort.decisions.frames import NewForecast, NewOption
from consort.decisions.models import Choice, Method, Side, Source, Verdict
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

PRICES = Tale(
    question="Do we raise prices by 4% in spring?",
    context="Copper rose by 11%; our last list is eighteen months old.",
    way_back="Easy: the next list comes in autumn.",
    by="daniel",
    days={
        "framed": -345,
        "asked": -342,
        "opened": -334,
        "resolved": -328,
        "committed": -326,
        "reviewed": -120,
        "closed": -110,
    },
    options=(NewOption("Raise by 4%"), NewOption("Raise by 2%, and again in autumn"), NewOption("Hold prices")),
    roles=(
        ("ingrid", DECIDES, ""),
        ("daniel", RECOMMENDS, ""),
        ("priya", GIVES_INPUT, ""),
        ("jonas", GIVES_INPUT, ""),
        ("daniel", CARRIES_OUT, ""),
    ),
    forecasts=(
        NewForecast("fewer than three large customers leave by summer", None, 0),
        NewForecast("gross margin is above 31% by summer", None, 0),
    ),
    evidence=(("priya", "Copper against list price, three years", Source.MEASURED, "The gap is 5.2%."),),
    inputs={
        "daniel": Input(
            "A", "They expect it; the others have raised already.", "Two of the five largest saying no.", (80, 75)
        ),
        "ingrid": Input("A", "Once is better than twice.", "Orders falling before the list is out.", (75, 70)),
        "priya": Input("A", "Without it the margin falls to 28%.", "Copper falling.", (70, 85)),
        "jonas": Input("B", "Service contracts are up for renewal.", "If service is left out.", (60, 65)),
    },
    debate=(Said("jonas", Side.AGAINST, "A", "Eighty service contracts renew in March: leave them out."),),
    unused={},
    chosen="A",
    text="We raise list prices by 4% on the first of March; service contracts that renew before May keep theirs.",
    because="The gap to copper is 5%, and once is better than twice.",
    steps=(Step("daniel", "ingrid", "The new list with every large customer called before", -305, -306),),
    happened=(True, True),
    judged={
        "ingrid": (7, 5, 5, 5, 6, 7),
        "daniel": (6, 6, 5, 5, 6, 6),
        "priya": (7, 5, 6, 6, 5, 7),
        "jonas": (6, 5, 5, 5, 6, 6),
    },
    lessons=(("daniel", "Call the large customers before the list is printed, not after.", "Every list from now on"),),
    verdict=(Verdict.KEEP, ""),
)

PLANNING_SYSTEM = Tale(
    question="Which planning system replaces the old one?",
    context="The old one loses its support at the end of next year.",
    way_back="Hard: a year of two systems.",
    method=Method.SCHULZE,
    by="sofia",
    days={
        "framed": -215,
        "asked": -210,
        "opened": -200,
        "resolved": -190,
        "committed": -188,
        "reviewed": -25,
        "closed": -15,
    },
    options=(
        NewOption("Buy the market leader"),
        NewOption("Extend what Product uses"),
        NewOption("Stay, and pay for support"),
    ),
    roles=(
        ("tomasz", DECIDES, ""),
        ("sofia", RECOMMENDS, ""),
        ("priya", AGREES, "on cost"),
        ("helene", GIVES_INPUT, ""),
        ("mats", GIVES_INPUT, ""),
        ("sofia", CARRIES_OUT, ""),
    ),
    forecasts=(
        NewForecast("the first site plans in it within five months", None, 1),
        NewForecast("it costs less than €900,000 in the first year", None, 1),
    ),
    inputs={
        "sofia": Input("B", "Half of it is there already.", "If Product's vendor is sold.", (70, 80)),
        "tomasz": Input("A", "Everyone we hire knows it.", "The price.", (50, 55)),
        "helene": Input("B", "Our data is in it.", "Nothing.", (75, 75)),
        "mats": Input("B", "Engineering works in it every day.", "If it slows down.", (65, 70)),
    },
    chosen="B",
    text="We extend the planning system that Product uses to all sites, Poznań first.",
    because="Half of it is there, and the ballot was clear.",
    ballot={
        "tomasz": {"rank": {"A": 1, "B": 2, "C": 3}},
        "sofia": {"rank": {"B": 1, "A": 2, "C": 3}},
        "priya": {"rank": {"B": 1, "C": 2, "A": 3}},
        "helene": {"rank": {"B": 1, "A": 2, "C": 3}},
        "mats": {"rank": {"B": 1, "C": 2, "A": 2}},
    },
    steps=(Step("sofia", "tomasz", "Poznań plans in it", -60, -52),),
    happened=(False, True),
    judged={
        "tomasz": (6, 6, 6, 6, 5, 6),
        "sofia": (6, 6, 6, 6, 6, 6),
        "helene": (6, 5, 6, 6, 6, 6),
        "mats": (5, 6, 5, 5, 6, 5),
        "priya": (6, 5, 6, 6, 6, 6),
    },
    lessons=(("sofia", "Vendors' dates are forecasts too: ask for a likelihood.", "In every purchase"),),
    verdict=(Verdict.CHANGE, "Groningen follows in spring instead of winter."),
)

TRADE_FAIR = Tale(
    question="Do we show the new skid at the spring fair?",
    context="The stand must be booked now; the compressor is not qualified yet.",
    way_back="Easy until the week before.",
    by="helene",
    days={"framed": -75, "asked": -73, "opened": -66, "resolved": -60, "committed": -58, "reviewed": 150},
    options=(NewOption("Show it running"), NewOption("Show it without the compressor"), NewOption("Stay away")),
    roles=(
        ("ingrid", DECIDES, ""),
        ("helene", RECOMMENDS, ""),
        ("mats", GIVES_INPUT, ""),
        ("daniel", GIVES_INPUT, ""),
        ("helene", CARRIES_OUT, ""),
    ),
    forecasts=(
        NewForecast("the compressor is qualified a month before the fair", None, 0),
        NewForecast("twenty qualified enquiries come from it", None, 0),
    ),
    inputs={
        "helene": Input("A", "A skid that runs sells itself.", "If qualification slips by two weeks.", (65, 60)),
        "mats": Input("B", "I will not promise the date.", "A second test bench.", (40, 50)),
        "daniel": Input("A", "The others will show theirs.", "Nothing.", (70, 75)),
        "ingrid": Input("A", "Aim for it, with a way out.", "If Mats says so in February.", (55, 60)),
    },
    unused={"mats": "We rent the second test bench you asked for, so that you need not promise more than it can show."},
    chosen="A",
    text="We show the new skid running, and decide four weeks before whether the compressor is in it.",
    because="A running skid is worth the risk while there is a way out.",
    dissent={"mats": (Choice.COMMIT, "The date is not mine to promise. I rent the bench and report every Friday.")},
    steps=(
        Step("mats", "helene", "Report on the qualification every Friday", 20),
        Step("helene", "ingrid", "Book the stand with a right to cancel", -50, -51),
    ),
)

REFRIGERANT = Tale(
    question="Do we leave the old refrigerant a year before we must?",
    context="The rule bites in two years; two large customers ask for it now.",
    way_back="None once the line is changed.",
    by="mats",
    days={"framed": -45, "asked": -42, "opened": -30, "resolved": -12, "committed": -9, "reviewed": 330},
    options=(
        NewOption("A year early, all models"),
        NewOption("A year early, large models only"),
        NewOption("When we must"),
    ),
    roles=(
        ("tomasz", DECIDES, ""),
        ("mats", RECOMMENDS, ""),
        ("priya", AGREES, "on stock"),
        ("ingrid", GIVES_INPUT, ""),
        ("helene", GIVES_INPUT, ""),
        ("daniel", GIVES_INPUT, ""),
        ("mats", CARRIES_OUT, ""),
    ),
    forecasts=(
        NewForecast("stock of the old refrigerant is under €200,000 in a year", None, 1),
        NewForecast("both large customers order by summer", None, 1),
    ),
    inputs={
        "mats": Input("A", "One process, one training.", "If stock is above half a million.", (60, 70)),
        "tomasz": Input("B", "The small line has no time this year.", "A quiet quarter.", (70, 65)),
        "ingrid": Input("B", "Where customers ask, we lead.", "If it confuses the market.", (65, 70)),
        "helene": Input("A", "Two families for two years are two mistakes.", "If Service cannot carry both.", (55, 70)),
        "daniel": Input("B", "Only the large ask.", "Nothing.", (70, 80)),
    },
    unused={"helene": "Two families cost us a year of care; the small line cannot change before autumn."},
    chosen="B",
    text="The large models leave the old refrigerant a year early; the small ones follow when we must.",
    because="Customers ask for the large ones, and the small line has no time.",
    silent=("ingrid",),
    steps=(Step("mats", "tomasz", "The changed process for the large models, trained and signed", 40),),
)

WARRANTY = Tale(
    question="Do we promise ten years of warranty?",
    context="A rival has announced it. Our field data covers seven years.",
    way_back="None: a promise of ten years lasts ten years.",
    by="jonas",
    days={"framed": -28, "asked": -26, "opened": -14},
    options=(NewOption("Ten years"), NewOption("Seven, with a paid extension"), NewOption("Five, as now")),
    roles=(
        ("priya", DECIDES, ""),
        ("jonas", RECOMMENDS, ""),
        ("ingrid", GIVES_INPUT, ""),
        ("daniel", GIVES_INPUT, ""),
        ("mats", GIVES_INPUT, ""),
    ),
    forecasts=(
        NewForecast("fewer than 3% of units of the eighth year need a compressor", None, 0),
        NewForecast("the rival withdraws its promise within two years", None, None),
    ),
    inputs={
        "jonas": Input("B", "We know seven years, not ten.", "Test data for ten.", (55, 30)),
        "ingrid": Input("B", "Promise what we know.", "If customers do not pay for the extension.", (60, 25)),
        "daniel": Input("A", "It is the first question they ask.", "Nothing.", (75, 20)),
        "mats": Input("B", "The compressor is good for ten; the board is not.", "A new board.", (40, 40)),
        "priya": Input("C", "Each year costs 0.6% of revenue in provisions.", "An insurer who shares it.", (50, 35)),
    },
    debate=(
        Said("daniel", Side.FOR, "A", "Four of the last nine lost offers named the warranty."),
        Said("mats", Side.AGAINST, "A", "The control board fails from year eight; we have not changed it yet."),
    ),
)

BRESCIA = Tale(
    question="What becomes of the Brescia plant manager's post?",
    context="Luca Gentile follows his family to Turin in summer.",
    by="ruth",
    days={"framed": -3},
    options=(NewOption("Promote from within"), NewOption("Search outside")),
    roles=(("ingrid", DECIDES, ""), ("ruth", RECOMMENDS, ""), ("tomasz", GIVES_INPUT, "")),
    forecasts=(),
)
