"""Facts: what can be recorded. Each is a frozen dataclass registered with the sentence a person reads."""

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from consort.core.models.ledger import Polarity, Strand

NAME = re.compile(r"[a-z_]+\.[a-z_]+")


@dataclass(frozen=True)
class Fact:
    """Fields are str, int, bool, None or lists and dicts of them. Never content that is sealed."""

    name: ClassVar[str]
    sentence: ClassVar[str | Promise]
    strand: ClassVar[Strand | None]
    polarity: ClassVar[Polarity]
    erased_with_actor: ClassVar[bool]
    only_actor_reads: ClassVar[bool]

    def body(self) -> dict[str, Any]:
        return asdict(self)


Registered = TypeVar("Registered", bound=type[Fact])
_registered: dict[str, type[Fact]] = {}


def fact(
    name: str,
    sentence: str | Promise,
    *,
    strand: Strand | None = None,
    polarity: Polarity = Polarity.NEUTRAL,
    only_actor_reads: bool = False,
    erased_with_actor: bool = True,
) -> Callable[[Registered], Registered]:
    """Register a fact as `subject.verb`.

    `sentence` may name `{actor}` and the fact's fields. Readers are those who may see the object, or the actor alone.
    `strand` and `polarity` make it evidence in the partnerships concerned. Erasing the actor erases the payload
    unless `erased_with_actor` is False, for facts that say nothing about a person.
    """

    def enter(cls: Registered) -> Registered:
        if not NAME.fullmatch(name) or name in _registered:
            raise ValueError(f"A fact needs a name of its own in the form subject.verb, not {name!r}")
        _registered[name] = cls
        cls.name, cls.sentence, cls.strand, cls.polarity = name, sentence, strand, polarity
        cls.only_actor_reads, cls.erased_with_actor = only_actor_reads, erased_with_actor
        return cls

    return enter


def registered() -> dict[str, type[Fact]]:
    """Every fact by name."""
    return dict(_registered)


def require_registered(fact: Fact) -> None:
    """Raise TypeError for a fact that was never registered."""
    if _registered.get(getattr(type(fact), "name", "")) is not type(fact):
        raise TypeError(f"{type(fact).__name__} is not a registered fact")


def sentence_of(name: str, body: dict[str, Any], actor: str) -> str:
    """The sentence a person reads for a recorded fact; fields added since it was recorded read as empty."""
    cls = _registered.get(name)
    if cls is None:
        return _("Something of a kind this version does not know (%(name)s)") % {"name": name}
    words = {field.name: body.get(field.name, "") for field in fields(cls)}
    return str(cls.sentence).format(actor=actor or _("Consort"), **words)
