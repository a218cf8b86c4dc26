"""What can be recorded about what was published and who confirmed it. Nobody's own words are among it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from consort.core.ledger import Fact, Polarity, Strand, fact


@fact("publication.drafted", _("{actor} began to draft edition {number}"), only_actor_reads=True)
@dataclass(frozen=True)
class EditionDrafted(Fact):
    number: int


@fact("publication.changed", _("{actor} changed the draft of edition {number}"), only_actor_reads=True)
@dataclass(frozen=True)
class DraftChanged(Fact):
    number: int


@fact("publication.dropped", _("{actor} dropped the draft of edition {number}"), only_actor_reads=True)
@dataclass(frozen=True)
class DraftDropped(Fact):
    number: int


@fact("publication.permitted", _("{actor} agreed that “{title}” is published more widely than it is seen"))
@dataclass(frozen=True)
class SectionPermitted(Fact):
    title: str


@fact("publication.declined", _("{actor} asked not to publish “{title}” more widely than it is seen"))
@dataclass(frozen=True)
class SectionDeclined(Fact):
    title: str


@fact(
    "publication.published",
    _("{actor} published edition {number} to {people} people"),
    strand=Strand.VISION,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class EditionPublished(Fact):
    """`asked` of the `people` have something to confirm; the others confirmed all of it before."""

    number: int
    people: int
    asked: int


@fact(
    "publication.confirmed",
    _("{actor} confirmed edition {number}"),
    strand=Strand.VISION,
    polarity=Polarity.SUPPORTS,
)
@dataclass(frozen=True)
class EditionConfirmed(Fact):
    """`how` is what was asked: read, understood, signs."""

    number: int
    how: str


@fact("publication.answer_changed", _("{actor} changed the answer to edition {number}"), only_actor_reads=True)
@dataclass(frozen=True)
class AnswerChanged(Fact):
    number: int


@fact("publication.marked", _("{actor} read back what one department wrote"), only_actor_reads=True)
@dataclass(frozen=True)
class AnswerMarked(Fact):
    mark: str


@fact(
    "publication.reminded", _("{actor} reminded {people} who owe an answer to edition {number}"), only_actor_reads=True
)
@dataclass(frozen=True)
class ReadersReminded(Fact):
    number: int
    people: int


@fact("publication.audience_moved", _("{joined} more are asked about edition {number}, {left} no longer"))
@dataclass(frozen=True)
class AudienceMoved(Fact):
    number: int
    joined: int
    left: int


@fact("publication.closed", _("Edition {number} was closed: {done} of {people} have confirmed it"))
@dataclass(frozen=True)
class EditionClosed(Fact):
    number: int
    done: int
    people: int


@fact("publication.taken_back", _("{actor} took back what was published"))
@dataclass(frozen=True)
class PublicationTakenBack(Fact):
    pass


@fact("publication.opened", _("{actor} opened a public page with {sections} sections"))
@dataclass(frozen=True)
class PublicPageOpened(Fact):
    sections: int


@fact("publication.withdrawn", _("{actor} withdrew the public page"))
@dataclass(frozen=True)
class PublicPageWithdrawn(Fact):
    pass
