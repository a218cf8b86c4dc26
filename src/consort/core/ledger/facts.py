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
class Registration:
    """What is known of a fact besides its fields."""

    name: str
    sentence: str | Promise
    strand: Strand | None
    polarity: Polarity
    only_actor_reads: bool
    erased_with_actor: bool


@dataclass(frozen=True)
class Fact:
    """Fields are str, int, bool, None or lists and dicts of them. Never content that is sealed."""

    registration: ClassVar[Registration]

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
        cls.registration = Registration(name, sentence, strand, polarity, only_actor_reads, erased_with_actor)
        _registered[name] = cls
        return cls

    return enter


def registered() -> dict[str, type[Fact]]:
    """Every fact by name."""
    return dict(_registered)


def registration_of(fact: Fact) -> Registration:
    """What is known of the kind of `fact`. Raises TypeError for one that was never registered."""
    registration: Registration | None = getattr(type(fact), "registration", None)
    if registration is None or _registered.get(registration.name) is not type(fact):
        raise TypeError(f"{type(fact).__name__} is not a registered fact")
    return registration


def sentence_of(name: str, body: dict[str, Any], actor: str) -> str:
    """The sentence a person reads for a recorded fact; fields added since it was recorded read as empty."""
    cls = _registered.get(name)
    if cls is None:
        return _("Something of a kind this version does not know (%(name)s)") % {"name": name}
    words = {field.name: body.get(field.name, "") for field in fields(cls)}
    return str(cls.registration.sentence).format(actor=actor or _("Consort"), **words)
