"""Questions with answers that can be looked up. Sentences ours; where the answer stands is named with each."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NASA = "NASA, Planetary Fact Sheet"
CRC = "CRC Handbook of Chemistry and Physics"


@dataclass(frozen=True)
class Statement:
    """True or false."""

    key: str
    text: str | Promise
    truth: bool
    source: str


@dataclass(frozen=True)
class Quantity:
    """A number; `unit` may be empty, for a year or a count."""

    key: str
    text: str | Promise
    truth: float
    unit: str
    source: str


STATEMENTS = (
    Statement("light", _("Light takes more than eight minutes from the Sun to the Earth."), True, NASA),
    Statement("venus-day", _("Venus turns once round itself more slowly than once round the Sun."), True, NASA),
    Statement("mercury-heat", _("Mercury is the hottest planet."), False, NASA),
    Statement(
        "moon-australia",
        _("Australia is wider, from west to east, than the Moon."),
        True,
        f"{NASA}; Geoscience Australia",
    ),
    Statement("everest", _("Mount Everest is higher than 9,000 metres."), False, "Survey Department of Nepal, 2020"),
    Statement(
        "danube",
        _("The Danube flows through four capitals."),
        True,
        "International Commission for the Protection of the Danube River",
    ),
    Statement("coastline", _("Canada has a longer coastline than Russia."), True, "The World Factbook"),
    Statement(
        "pacific", _("The Pacific is larger than all land on the Earth together."), True, "NOAA, Ocean Exploration"
    ),
    Statement("lisbon", _("Lisbon lies further west than Dublin."), True, "GeoNames"),
    Statement("madrid", _("Madrid lies further north than New York."), False, "GeoNames"),
    Statement("iceland", _("Iceland is a member of the European Union."), False, "European Union, Country profiles"),
    Statement("union", _("The European Union has more than 25 members."), True, "European Union, Country profiles"),
    Statement("poland", _("Poland has more inhabitants than Spain."), False, "Eurostat, Population on 1 January"),
    Statement(
        "rome",
        _("The Treaty of Rome was signed before the first satellite was in orbit."),
        True,
        "EUR-Lex; NASA, Sputnik",
    ),
    Statement(
        "nations",
        _("The United Nations are older than the Universal Declaration of Human Rights."),
        True,
        "United Nations, History",
    ),
    Statement(
        "mail",
        _("Mail went over a computer network before anybody stood on the Moon."),
        False,
        "Computer History Museum, Timeline",
    ),
    Statement(
        "eiffel",
        _("The Eiffel Tower was finished before the Brooklyn Bridge was opened."),
        False,
        "Encyclopaedia Britannica",
    ),
    Statement("silver", _("Copper conducts electricity better than silver."), False, CRC),
    Statement("gold", _("Gold is denser than lead."), True, CRC),
    Statement("sound", _("Sound travels faster in water than in air."), True, CRC),
    Statement(
        "steam",
        _("Turning boiling water into steam takes more heat than bringing it from freezing to the boil."),
        True,
        "IAPWS, Steam tables",
    ),
    Statement(
        "mountain",
        _("Water boils at a lower temperature on a high mountain than by the sea."),
        True,
        "IAPWS, Steam tables",
    ),
    Statement("bones", _("An adult has more bones than a newborn child."), False, "Gray's Anatomy"),
    Statement(
        "heat-pump",
        _("A heat pump can give off more heat than the electricity it takes in."),
        True,
        "IEA, The Future of Heat Pumps",
    ),
)
QUANTITIES = (
    Quantity("earth", _("How wide is the Earth at the equator?"), 12_756, "km", NASA),
    Quantity("moon", _("How far away is the Moon, on average?"), 384_400, "km", NASA),
    Quantity("jupiter", _("How many times the mass of the Earth does Jupiter have?"), 317.8, "", NASA),
    Quantity(
        "tower",
        _("How high is the Eiffel Tower, with its antenna?"),
        330,
        "m",
        "Société d'exploitation de la tour Eiffel, 2022",
    ),
    Quantity("tunnel", _("How long is the Channel Tunnel?"), 50.45, "km", "Getlink"),
    Quantity(
        "gate", _("How long is the main span of the Golden Gate Bridge?"), 1_280, "m", "Golden Gate Bridge District"
    ),
    Quantity("deep", _("How deep is the deepest place in the sea?"), 10_935, "m", "NOAA, Ocean Exploration"),
    Quantity("baikal", _("How deep is Lake Baikal at its deepest?"), 1_642, "m", "UNESCO World Heritage Centre"),
    Quantity("marathon", _("How long is a marathon?"), 42.195, "km", "World Athletics"),
    Quantity("suez", _("In which year was the Suez Canal opened?"), 1869, "", "Suez Canal Authority"),
    Quantity("panama", _("In which year was the Panama Canal opened?"), 1914, "", "Autoridad del Canal de Panamá"),
    Quantity("carta", _("In which year was the Magna Carta sealed?"), 1215, "", "British Library"),
    Quantity(
        "cable",
        _("In which year did the first telegram cross the Atlantic by cable?"),
        1858,
        "",
        "Institution of Engineering and Technology",
    ),
    Quantity("sound-speed", _("How fast is sound in dry air of 20 °C?"), 343, "m/s", CRC),
    Quantity("nitrogen", _("At what temperature does nitrogen boil?"), -195.8, "°C", CRC),
    Quantity("iron", _("At what temperature does iron melt?"), 1_538, "°C", CRC),
    Quantity("ice", _("How heavy is a cubic metre of ice at 0 °C?"), 917, "kg", CRC),
    Quantity(
        "vapour", _("How much heat turns a kilogram of boiling water into steam?"), 2_257, "kJ", "IAPWS, Steam tables"
    ),
    Quantity("elements", _("How many chemical elements have a name?"), 118, "", "IUPAC, Periodic Table"),
    Quantity("copper", _("What is the atomic number of copper?"), 29, "", "IUPAC, Periodic Table"),
    Quantity(
        "members", _("How many states are members of the United Nations?"), 193, "", "United Nations, Member States"
    ),
    Quantity("skeleton", _("How many bones does an adult have?"), 206, "", "Gray's Anatomy"),
    Quantity("piano", _("How many keys does a concert piano have?"), 88, "", "Steinway & Sons"),
    Quantity("paper", _("How high is a sheet of A4?"), 297, "mm", "ISO 216"),
)
ALL: dict[str, Statement | Quantity] = {each.key: each for each in (*STATEMENTS, *QUANTITIES)}
