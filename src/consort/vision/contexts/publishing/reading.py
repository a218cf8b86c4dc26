"""What a reader sees: first what is asked next, then what they know already."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.urls import reverse

from consort.core.models import Person
from consort.vision.forms.publishing import AnswerForm
from consort.vision.models import Ask, Edition, Publication, Reader, Section
from consort.vision.policy import publishing as policy
from consort.vision.publishing import differences
from consort.vision.publishing.differences import Line, Piece
from consort.vision.queries import publishing as queries


@dataclass(frozen=True)
class Shown:
    """A section as this reader meets it. `word` says what became of it since they confirmed; at first it is empty."""

    section: Section
    word: str
    title: list[Piece]
    lines: list[Line]


def reading(
    publication: Publication, edition: Edition, person: Person, form: AnswerForm | None = None
) -> dict[str, Any]:
    """One edition for one reader. Runs six queries at most."""
    sections = list(edition.sections.all())
    asked = queries.asked_of(publication, person)
    reader = next((row for row in asked if row.edition_id == edition.pk), None)
    known = _known(asked, edition)
    shown = [_shown(section, known) for section in sections]
    is_open = edition.state == Edition.State.OPEN and reader is not None
    done, people = queries.counted(edition)
    return {
        "publication": publication,
        "edition": edition,
        "reader": reader,
        "is_open": is_open,
        "next_up": [each for each in shown if each.word != "same"],
        "rest": [each for each in shown if each.word == "same"],
        "gone": known.gone({section.thing for section in sections}),
        "is_again": bool(known.by_thing),
        "form": form or (answer_form(reader, sections) if is_open and reader else None),
        "signatures": _signatures(edition),
        "done": done,
        "people": people,
        "publishes": policy.publishes(publication, person),
        "draft": queries.draft_of(publication) if policy.publishes(publication, person) else None,
        "topic": f"publication:{publication.pk}",
    }


def answer_form(reader: Reader, sections: Sequence[Section], data: Any = None) -> AnswerForm:
    """The form for what was asked, with what was answered before."""
    initial = {"words": reader.words, "about": str(reader.about_id or ""), "reservation": reader.reservation}
    return AnswerForm(data, asks=Ask(reader.edition.asks), sections=sections, initial=initial)


@dataclass(frozen=True)
class Known:
    """What a reader has confirmed in earlier editions: every wording, and the newest of each thing."""

    digests: frozenset[str] = frozenset()
    by_thing: dict[tuple[str, UUID | None], Section] = field(default_factory=dict)
    newest: UUID | None = None

    def gone(self, things: set[tuple[str, UUID | None]]) -> list[str]:
        """Titles that stood in the edition confirmed last and in this one no longer."""
        last = [each for each in self.by_thing.values() if each.edition_id == self.newest]
        return [each.title for each in last if each.thing not in things]


def _known(asked: Sequence[Reader], edition: Edition) -> Known:
    """Runs one query, or none."""
    earlier = [
        row.edition_id
        for row in asked
        if row.done and row.edition.number < edition.number and queries.confirms(row.edition.asks, edition.asks)
    ]
    if not earlier:
        return Known()
    sections = list(Section.objects.filter(edition__in=earlier).order_by("edition__number"))
    digests = frozenset(section.digest for section in sections)
    return Known(digests, {section.thing: section for section in sections}, earlier[-1])


def _shown(section: Section, known: Known) -> Shown:
    before = known.by_thing.get(section.thing)
    if section.digest in known.digests or before is None:
        word = "same" if section.digest in known.digests else "new" if known.by_thing else ""
        plain = [Line(part["label"], [Piece("kept", part["text"])]) for part in section.parts]
        return Shown(section, word, [Piece("kept", section.title)], plain)
    title = differences.of_text(before.title, section.title)
    return Shown(section, "changed", title, differences.between(before.parts, section.parts))


def _signatures(edition: Edition) -> list[Reader]:
    if edition.asks != Ask.SIGNS:
        return []
    return list(edition.readers.filter(done__isnull=False).select_related("person").order_by("done"))


def public_url(publication: Publication) -> str:
    """Where the public page stands, or would stand."""
    return reverse("public_goals", args=[publication.organization.slug, publication.address])
