"""Decisions that move the strategy and need few words: on compressors, the pilot, the control room, promised dates."""

from consort.decisions.frames import NewForecast, NewOption
from consort.decisions.models import Choice
from consort.weave.demonstration.tale import CARRIES_OUT, DECIDES, RECOMMENDS, Input, Step, Tale

COMPRESSOR = Tale(
    question="Do we buy all compressors from one supplier until 2028?",
    context="One contract for all sizes takes €31 off the kW. It leaves us with one source for the part that matters.",
    way_back="Hard: eighteen months to qualify another.",
    by="helene",
    days={"framed": -245, "asked": -243, "opened": -236, "resolved": -228, "committed": -224, "reviewed": 140},
    options=(NewOption("One supplier until 2028"), NewOption("Two suppliers, and the cost of both")),
    roles=(("ingrid", DECIDES, ""), ("helene", RECOMMENDS, ""), ("mats", CARRIES_OUT, "")),
    forecasts=(
        NewForecast("installed cost is under €520 per kW within a year", None, 0),
        NewForecast("no delivery is late for want of a compressor", None, 0),
    ),
    inputs={
        "helene": Input("A", "Nothing else brings the cost down this year.", "If the price were not fixed.", (70, 75)),
        "ingrid": Input("A", "Cost decides the next three years.", "A second offer within 5%.", (65, 70)),
    },
    chosen="A",
    text="We buy all compressors from one supplier until 2028, at a fixed price.",
    because="It is the largest step towards €460, and the price is fixed.",
    steps=(Step("mats", "helene", "A second source tested on paper before the contract ends", 200),),
)
PILOT = Tale(
    question="Do we run the first 180 °C pilot at the Drachten dairy?",
    context="They offer us a whole line and their own people for a year.",
    way_back="Easy: the old boiler stays connected.",
    by="mats",
    days={"framed": -235, "asked": -233, "opened": -228, "resolved": -220, "committed": -218, "reviewed": 120},
    options=(NewOption("Drachten"), NewOption("Our own hall first")),
    roles=(("tomasz", DECIDES, ""), ("mats", RECOMMENDS, ""), ("mats", CARRIES_OUT, "")),
    forecasts=(
        NewForecast("it runs 2,000 hours without a stop by summer", None, 0),
        NewForecast("the dairy orders a second one", None, 0),
    ),
    inputs={
        "mats": Input("A", "A hall does not clean itself with acid every night.", "If they withdraw people.", (60, 55)),
        "tomasz": Input("A", "We learn more in a month there.", "Nothing.", (65, 60)),
    },
    chosen="A",
    text="The first 180 °C pilot runs at the Drachten dairy for a year, beside the old boiler.",
    because="Only a real site teaches what a certifier will ask.",
    steps=(Step("mats", "tomasz", "A page on each stop within two days of it", 60),),
)
CONTROL_ROOM = Tale(
    question="Do we put the control room for all sites in Groningen?",
    context="Three regions watch their own sites, none of them at night.",
    way_back="Easy for half a year: the regions keep their screens.",
    by="sofia",
    days={"framed": -225, "asked": -223, "opened": -216, "resolved": -208, "committed": -205, "reviewed": 100},
    options=(NewOption("One room in Groningen"), NewOption("One in each region")),
    roles=(("tomasz", DECIDES, ""), ("sofia", RECOMMENDS, ""), ("jonas", CARRIES_OUT, "")),
    forecasts=(
        NewForecast("120 sites are connected within a year", None, 0),
        NewForecast("night calls to fitters fall by half", None, 0),
    ),
    inputs={
        "sofia": Input("A", "One room can be staffed at night, three cannot.", "If data lines fail.", (75, 60)),
        "tomasz": Input("A", "The same fault should have the same answer.", "Nothing.", (70, 55)),
    },
    chosen="A",
    text="All sites are watched from one room in Groningen, day and night, from spring.",
    because="One room can be staffed at night.",
    steps=(Step("jonas", "tomasz", "Every new site connected before its hand-over", 80),),
)
DATES = Tale(
    question="May only Operations give promise dates?",
    context="One order in five was promised a date that nobody had asked the plant about.",
    way_back="Easy: a rule can be taken back.",
    by="tomasz",
    days={"framed": -200, "asked": -198, "opened": -192, "resolved": -186, "committed": -183, "reviewed": 90},
    options=(NewOption("Only Operations"), NewOption("Sales, within a published calendar")),
    roles=(("ingrid", DECIDES, ""), ("tomasz", RECOMMENDS, ""), ("daniel", CARRIES_OUT, "")),
    forecasts=(
        NewForecast("fewer than one promise in ten is moved within a year", None, 0),
        NewForecast("no order is lost for want of a quick date", None, 0),
    ),
    inputs={
        "tomasz": Input("A", "A date is a promise of the plant.", "A calendar that Sales keeps to.", (60, 70)),
        "ingrid": Input("A", "Customers forgive a late answer, not a late skid.", "Lost orders.", (55, 60)),
    },
    chosen="A",
    text="Only Operations gives promise dates, within one working day of being asked.",
    because="A date that nobody asked the plant about is a guess with our name under it.",
    dissent={"daniel": (Choice.COMMIT, "We will lose some quick orders. I carry it out, and count them.")},
    steps=(Step("tomasz", "daniel", "An answer to every question for a date within a day", 70),),
)
EVERY = (COMPRESSOR, PILOT, CONTROL_ROOM, DATES)
