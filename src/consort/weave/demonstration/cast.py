"""Who they are, and who leads with whom."""

from consort.core.actions.partnerships import form_partnership, write_charter
from consort.core.actions.people import add_person, found_organization
from consort.core.models import Department, Organization, User
from consort.weave.demonstration.story import Story

NAME, SLUG = "Varnholt Thermal", "varnholt"
MOTTO = "We make heat that does not burn anything, and we keep our promises to those who install it."
EXECUTIVES = (
    ("tomasz", "Tomasz", "Wierzbicki", "Chief operating officer", "Operations"),
    ("priya", "Priya", "Raghunathan", "Chief financial officer", "Finance"),
    ("daniel", "Daniel", "Okonjo", "Chief commercial officer", "Commercial"),
    ("helene", "Hélène", "Aubry", "Chief product officer", "Product"),
    ("ruth", "Ruth", "Adeyemi", "Chief people officer", "People"),
    ("jonas", "Jonas", "Keller", "Service", "Service"),
    ("mats", "Mats", "Lindqvist", "Engineering", "Engineering"),
    ("sofia", "Sofia", "Brand", "Strategy and digital", "Strategy"),
)
OTHERS = (
    ("marguerite", "Marguerite", "Vos", "Chair of the board", "leader"),
    ("marek", "Marek", "Zieliński", "Parts hub, Venlo", "leader"),
    ("anke", "Anke", "de Wit", "Leadership development", "facilitator"),
    ("bram", "Bram", "Nijhof", "IT operations", "administrator"),
    ("anna", "Anna", "Wójcik", "Controlling", "observer"),
)
TEAM = ("ingrid", *(name for name, *_ in EXECUTIVES))
TEAM_CHARTER = (
    "We decide in the room and carry it out together outside. Who disagrees says so before the decision, and once.\n\n"
    "Bad news travels fastest. A promise that will not be kept is renegotiated before its date."
)
PAIR_CHARTER = (
    "We run Varnholt as one office with two doors. Ingrid faces outward and forward; Tomasz faces inward and now. "
    "Neither of us surprises the other in front of the team."
)


def gather(story: Story) -> None:
    """Found the firm a year and a half ago, bring its people in, and let them begin their partnerships."""
    story.on(-590, 9, lambda: _found(story))
    story.on(-589, 9, lambda: _hire_executives(story))
    story.on(-588, 9, lambda: _hire_others(story))
    story.on(-580, 9, lambda: _partner(story))
    story.on(-330, 16, lambda: _charter(story, "tomasz", PAIR_CHARTER, "ingrid"))
    story.on(-300, 15, lambda: _charter(story, "team", TEAM_CHARTER, "ruth"))


def _charter(story: Story, name: str, text: str, by: str) -> None:
    write_charter(partnership=story.partnerships[name], charter=text, by=story[by])


def _login(name: str) -> User:
    return User.objects.create_user(f"{name}@varnholt.example")


def _found(story: Story) -> None:
    ingrid = found_organization(
        name=NAME,
        slug=SLUG,
        short_name="Varnholt",
        user=_login("ingrid"),
        first_name="Ingrid",
        last_name="Maas",
        title="Chief executive",
    )
    organization: Organization = ingrid.organization
    organization.is_demonstration, organization.motto = True, MOTTO
    organization.time_zone = "Europe/Amsterdam"
    organization.save(update_fields=["is_demonstration", "motto", "time_zone"])
    story.people["ingrid"] = ingrid


def _hire_executives(story: Story) -> None:
    ingrid = story["ingrid"]
    for name, first, last, title, department in EXECUTIVES:
        place = Department.objects.create(organization=ingrid.organization, name=department)
        story.people[name] = add_person(
            by=ingrid,
            first_name=first,
            last_name=last,
            title=title,
            department=place,
            email=f"{name}@varnholt.example",
            user=_login(name),
        )


def _hire_others(story: Story) -> None:
    for name, first, last, title, role in OTHERS:
        story.people[name] = add_person(
            by=story["ingrid"],
            first_name=first,
            last_name=last,
            title=title,
            email=f"{name}@varnholt.example",
            user=_login(name),
            is_leader=role == "leader",
            is_facilitator=role == "facilitator",
            is_administrator=role == "administrator",
        )


def _partner(story: Story) -> None:
    def form(key: str, by: str, *names: str, name: str = "", purpose: str = "") -> None:
        people = [story[each] for each in names]
        story.partnerships[key] = form_partnership(by=story[by], people=people, name=name, purpose=purpose)

    form(
        "tomasz",
        "ingrid",
        "ingrid",
        "tomasz",
        purpose="Chief executive and chief operating officer, leading Varnholt together.",
    )
    form("team", "ingrid", *TEAM, name="Executive team", purpose="The nine who answer for Varnholt together.")
    form("priya", "priya", "priya", "ingrid", purpose="What we earn, what we spend, and what we tell the board.")
    form("marguerite", "ingrid", "ingrid", "marguerite", purpose="The board and the executive team, without surprises.")
    form("service", "jonas", "jonas", "daniel", purpose="One promise to customers, from contract to repair.")
    form("product", "helene", "helene", "mats", purpose="What we build, and that it can be built.")
