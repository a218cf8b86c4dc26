"""What the pages about the purpose show."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Person
from consort.vision.models import Purpose, Signature
from consort.vision.policy import purpose as policy
from consort.vision.publishing import differences
from consort.vision.publishing.snapshots import Part
from consort.web.days import in_full

State = Purpose.State


def visible(reader: Person) -> QuerySet[Purpose]:
    """The versions one may see, newest first. One query."""
    return Purpose.objects.visible_to(reader).select_related("organization", "owner", "partnership")


@dataclass(frozen=True)
class Signer:
    """One who is asked to sign, and the signature when there is one."""

    person: Person
    signature: Signature | None


def page(purpose: Purpose | None, reader: Person) -> dict[str, Any]:
    """A version with its signatures and the others; without one, how to begin. Runs nine queries at most."""
    versions = list(visible(reader))
    context: dict[str, Any] = {"versions": versions, "purpose": purpose, "may_propose": policy.may_propose(reader)}
    if purpose is None:
        return context
    signers = _signers(purpose)
    mine = next((each for each in signers if each.person == reader), None)
    is_draft, may_change = purpose.state == State.DRAFT, policy.may_change(purpose, reader)
    return context | {
        "values": purpose.values.all(),
        "will_nots": purpose.will_nots.all(),
        "signers": signers,
        "sentence": _sentence(purpose, signers),
        "is_draft": is_draft,
        "may_change": is_draft and may_change,
        "may_agree": is_draft and policy.may_agree(purpose, reader),
        "may_sign": purpose.state == State.AGREED and mine is not None and mine.signature is None,
        "others": [each for each in versions if each != purpose],
        "compared": _compared_with(purpose, versions),
        "topic": f"purpose:{purpose.pk}",
    }


def current(reader: Person) -> Purpose | None:
    """The version in force, else the newest proposal."""
    versions = list(visible(reader)[:50])
    return next((each for each in versions if each.state == State.AGREED), versions[0] if versions else None)


def _signers(purpose: Purpose) -> list[Signer]:
    """Who has signed, in that order, then who is asked to; of a draft or an old version only who has. Two queries."""
    signatures = list(purpose.signatures.select_related("person"))
    signed = [Signer(each.person, each) for each in signatures]
    if purpose.state != State.AGREED:
        return signed
    known = {each.person_id for each in signatures}
    return signed + [Signer(person, None) for person in policy.signers_of(purpose) if person.pk not in known]


def _sentence(purpose: Purpose, signers: list[Signer]) -> str:
    words = {"version": purpose.version, "day": in_full(purpose.agreed) if purpose.agreed else ""}
    if purpose.state == State.DRAFT:
        name = purpose.owner.first_name if purpose.owner else _("Somebody")
        return _("Version %(version)s, proposed by %(name)s. It is not in force.") % (words | {"name": name})
    signed = sum(signer.signature is not None for signer in signers)
    words |= {"signed": signed, "all": len(signers)}
    if purpose.state == State.SUPERSEDED:
        return _("Version %(version)s, agreed on %(day)s. A later one is in force.") % words
    agreed = _("Version %(version)s, agreed on %(day)s.") % words
    return (
        f"{agreed} "
        + ngettext("%(signed)s of one has signed.", "%(signed)s of %(all)s have signed.", len(signers)) % words
    )


def _compared_with(purpose: Purpose, versions: list[Purpose]) -> Purpose | None:
    """What one wants to hold it against: the one in force for a draft, else the one before it."""
    if purpose.state == State.DRAFT:
        return next((each for each in versions if each.state == State.AGREED), None)
    return next((each for each in versions if each.version < purpose.version and each.state != State.DRAFT), None)


def compared(older: Purpose, newer: Purpose) -> dict[str, Any]:
    """What the newer version says differently. Runs four queries."""
    lines = differences.between(list(_parts(older)), list(_parts(newer)))
    changed = [line for line in lines if any(piece.kind != "kept" for piece in line.pieces)]
    return {"older": older, "newer": newer, "lines": lines, "changed": len(changed)}


def _parts(purpose: Purpose) -> Iterator[Part]:
    """A version line by line, each under a label of its own, so that lines find their counterparts."""
    said = [(_("Vision"), purpose.vision), (_("Mission"), purpose.mission), (_("Strategy"), purpose.title)]
    said += [(_("We hold to"), f"{each.name}. {each.meaning}".strip()) for each in purpose.values.all()]
    said += [(_("We will not"), f"{each.text}. {each.because}".strip()) for each in purpose.will_nots.all()]
    said += [(label, in_full(at)) for label, at in ((_("From"), purpose.begins), (_("Until"), purpose.ends)) if at]
    return (Part(label=label, text=text, inside=False) for label, text in said if text)
