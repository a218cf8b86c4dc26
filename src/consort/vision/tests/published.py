"""A small strategy of Varnholt to publish, and ways to publish it."""

from datetime import date
from decimal import Decimal

from consort.core.actions.people import add_person
from consort.core.models import Department, Level, Organization, Person, User
from consort.metrics.models import Direction, Metric
from consort.vision.actions.publishing import confirming, drafting, issuing
from consort.vision.models import (
    Edition,
    KeyResult,
    Objective,
    Priority,
    Publication,
    Purpose,
    Reader,
)
from consort.vision.publishing.drafts import Draft
from consort.vision.queries import publishing as queries

TITLE = "What we are about in 2027"
WORDS = "Three things matter until the end of the year. Everything else waits."
SECRET = "The merger with Nordwärme"


def agreed_purpose(owner: Person) -> Purpose:
    purpose = Purpose.objects.create(
        organization=owner.organization,
        owner=owner,
        visibility=Level.ORGANIZATION,
        version=1,
        vision="By 2035, no industrial process under 200 °C needs to burn anything.",
        mission="We make heat that burns nothing.",
        state=Purpose.State.AGREED,
        agreed=owner.joined,
    )
    purpose.will_nots.create(position=0, text="sell below cost", because="nobody is served by it")
    return purpose


def priority(owner: Person, title: str = "Deliver on time, every time") -> Priority:
    found = Priority.objects.create(
        organization=owner.organization, owner=owner, title=title, visibility="organization"
    )
    found.leads.add(owner)
    return found


def objective(owner: Person, title: str = "On-time delivery at 95%", level: str = "organization", **more) -> Objective:
    """Agreed, with a key result on a metric that the whole organization sees."""
    found = Objective.objects.create(
        organization=owner.organization,
        owner=owner,
        title=title,
        visibility=level,
        state=Objective.State.AGREED,
        agreed=owner.joined,
        due=date(2027, 12, 31),
        **more,
    )
    found.leads.add(owner)
    return found


def key_result(thing: Objective, level: str = "organization", title: str = "Orders on the promised day") -> KeyResult:
    metric = Metric.objects.create(
        organization=thing.organization,
        owner=thing.owner,
        visibility=level,
        name=title,
        unit="%",
        decimals=1,
        direction=Direction.INCREASE,
        target_low=Decimal(95),
    )
    return KeyResult.objects.create(
        objective=thing, title=title, metric=metric, aim="increase", baseline=Decimal(82), target_low=Decimal(95)
    )


def draft_of(things, **more) -> Draft:
    return Draft(**{"title": TITLE, "things": things, "words": WORDS} | more)


def published(by: Person, things, **more) -> Publication:
    """Drafted and published."""
    publication = drafting.draft_publication(by=by, draft=draft_of(things, **more))
    issuing.publish(edition=publication.editions.get(), by=by)
    publication.refresh_from_db()
    return publication


def again(publication: Publication, by: Person, things=None, **more) -> Edition:
    """The next edition, published; of the same things unless others are given."""
    edition = drafting.begin_edition(publication=publication, by=by)
    if things is not None or more:
        kept = list(queries.things_in(edition.sections.all(), by).values()) if things is None else things
        drafting.change_draft(edition=edition, by=by, draft=draft_of(kept, **more))
    issuing.publish(edition=edition, by=by)
    return edition


def open_edition(publication: Publication) -> Edition:
    return publication.editions.get(state=Edition.State.OPEN)


def reader(publication: Publication, person: Person) -> Reader:
    return Reader.objects.get(edition=open_edition(publication), person=person)


def answer(publication: Publication, person: Person, words: str = "That we finish what we promised first.") -> Reader:
    found = reader(publication, person)
    confirming.confirm(reader=found, by=person, words=words)
    return found


def owing(publication: Publication) -> set[str]:
    """First names of those who are asked and have not answered."""
    rows = open_edition(publication).readers.filter(queries.OWES)
    return set(rows.values_list("person__first_name", flat=True))


def department(organization: Organization, name: str, *people: Person, parent: Department | None = None) -> Department:
    found = Department.objects.create(organization=organization, name=name, parent=parent)
    for person in people:
        person.department = found
        person.save(update_fields=["department"])
    return found


def newcomer(by: Person, first_name: str = "Nele", **more) -> Person:
    email = f"{first_name.lower()}@varnholt.example"
    user = User.objects.create_user(email)
    return add_person(by=by, first_name=first_name, last_name="Post", email=email, user=user, **more)
