"""How the strategy of Varnholt was handed to its leaders, and what they said it asks of them."""

from consort.vision.actions.publishing import confirming, drafting, issuing
from consort.vision.models import Ask, Audience, Edition, Objective, Publication, Reader, Section
from consort.vision.publishing.drafts import Draft
from consort.vision.publishing.snapshots import Thing
from consort.vision.queries.publishing import things_in, wordable
from consort.weave.demonstration.story import Story

TITLE = "Our strategy until 2028, and what it asks of us"
WORDS = (
    "Until the end of 2028 four things come first. What serves none of them waits, or stops. "
    "Please write in one or two sentences what this asks of your people, as you would say it to them."
)
PUBLISHED, CLOSES, QUARTER_OVER = -75, 14, 90
ANSWERS = {
    "tomasz": (-74, "On-time", "We finish what is promised before we start what is asked for."),
    "priya": (-73, "", "Finance answers questions about money within two days, and stops three reports nobody reads."),
    "helene": (-73, "Cut installed cost", "Fewer variants. A variant that sells under five a year goes."),
    "mats": (-72, "Certify", "The platform comes first, and nothing is started beside it before it is certified."),
    "daniel": (-70, "On-time", "We sell what can be built, on the date that Operations gives us."),
    "ruth": (-70, "Two ready", "Every role at the top has two people who could take it, and they know it."),
    "sofia": (-68, "Run every site", "One control room, and one list of what it needs from each department."),
    "marguerite": (-66, "", "The board asks for these four numbers first, and for the rest afterwards."),
}
READ_BACK = {
    "tomasz": (Reader.Mark.FITS, ""),
    "helene": (Reader.Mark.TALKED, "Under five in two years, not in one. She tells her people on Friday."),
    "daniel": (Reader.Mark.DIFFERS, ""),
}
"""Jonas and Marek have not answered."""

SHORT = "How we order until spring"
FIRST_WORDS = (
    "Orders above €50,000 come to me before they are signed. Below that you decide. This holds until the end of March."
)
SECOND_WORDS = (
    "Orders above €80,000 come to me before they are signed. Below that you decide, and tell me within the week. "
    "This holds until the end of March."
)
READ_AT_ONCE = ("ingrid", "tomasz", "helene", "jonas", "ruth")


def hand_out(story: Story) -> None:
    """Ingrid publishes what outlasts a quarter to all leaders; Priya publishes a rule to the team, and words it anew."""
    story.on(PUBLISHED, 15, lambda: _publish_strategy(story))
    for number, (who, (day, about, words)) in enumerate(ANSWERS.items()):
        story.on(day, 8 + number / 3, lambda who=who, about=about, words=words: _answer(story, who, about, words))  # type: ignore[misc]
    for who, (mark, note) in READ_BACK.items():
        story.on(-60, 17, lambda who=who, mark=mark, note=note: _read_back(story, who, mark, note))  # type: ignore[misc]
    story.on(-40, 10, lambda: _publish_rule(story))
    for number, who in enumerate(READ_AT_ONCE):
        story.on(-39, 9 + number / 2, lambda who=who: _read(story, who))  # type: ignore[misc]
    story.on(-3, 16, lambda: _reword_rule(story))


def _publish_strategy(story: Story) -> None:
    things = [each for each in wordable(story["ingrid"]) if not _ends_with_its_quarter(each, story)]
    draft = Draft(title=TITLE, things=things, words=WORDS, due=story.day(PUBLISHED + CLOSES))
    publication = drafting.draft_publication(by=story["ingrid"], draft=draft)
    issuing.publish(edition=publication.editions.get(), by=story["ingrid"])


def _ends_with_its_quarter(thing: Thing, story: Story) -> bool:
    return isinstance(thing, Objective) and thing.due is not None and thing.due < story.day(QUARTER_OVER)


def _answer(story: Story, who: str, about: str, words: str) -> None:
    reader = _reader(story, TITLE, who)
    section = _about(reader.edition, about) if about else None
    confirming.confirm(reader=reader, by=story[who], words=words, about=section)


def _about(edition: Edition, title: str) -> Section | None:
    return edition.sections.filter(thing_kind="objective", title__startswith=title).first()


def _read_back(story: Story, who: str, mark: Reader.Mark, note: str) -> None:
    confirming.mark_answer(reader=_reader(story, TITLE, who), by=story["ingrid"], mark=mark, note=note)


def _publish_rule(story: Story) -> None:
    draft = Draft(
        title=SHORT,
        things=[*Objective.objects.visible_to(story["priya"]).filter(title__startswith="Cut installed cost")],
        words=FIRST_WORDS,
        published_to=Audience.PARTNERSHIP,
        partnership=story.partnerships["team"],
        asks=Ask.READ,
        every=7,
    )
    publication = drafting.draft_publication(by=story["priya"], draft=draft)
    issuing.publish(edition=publication.editions.get(), by=story["priya"])


def _read(story: Story, who: str) -> None:
    confirming.confirm(reader=_reader(story, SHORT, who), by=story[who])


def _reword_rule(story: Story) -> None:
    """The objective stays as it is worded, so that only the rule is asked again."""
    edition = drafting.begin_edition(publication=_publication(story, SHORT), by=story["priya"])
    draft = Draft(
        title=SHORT,
        things=list(things_in(edition.sections.all(), story["priya"]).values()),
        words=SECOND_WORDS,
        published_to=Audience.PARTNERSHIP,
        partnership=story.partnerships["team"],
        asks=Ask.READ,
        because="Fifty thousand was too little: I was the bottleneck for two weeks.",
    )
    drafting.change_draft(edition=edition, by=story["priya"], draft=draft)
    issuing.publish(edition=edition, by=story["priya"])


def _publication(story: Story, title: str) -> Publication:
    return Publication.objects.get(organization=story.organization, title=title)


def _reader(story: Story, title: str, who: str) -> Reader:
    edition = _publication(story, title).editions.get(state=Edition.State.OPEN)
    return edition.readers.get(person=story[who])
