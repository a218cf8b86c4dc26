"""Writing an entry. There is no other way to write one."""

import secrets
from collections.abc import Iterable

from django.db import models, transaction

from consort.core import clock, kinds, live
from consort.core.ledger import hashing
from consort.core.ledger.facts import Fact, Registration, registration_of
from consort.core.ledger.leaves import SYSTEM, leaf_of
from consort.core.models import Chain, Entry, Evidence, Organization, Partnership, Payload, Person, Visible
from consort.core.models.visible import Level


def record(
    fact: Fact, on: models.Model, by: Person | None, *, concerning: Iterable[Person] = (), joint: bool = True
) -> Entry:
    """Append `fact` about `on`, done by `by` (None for the system), to the ledger of the object's organization.

    Must run inside the action's transaction, so that what happened and its entry are kept or lost together. Its
    readers are the object's. With a strand and a polarity it becomes evidence in the object's partnership and, when
    `joint`, in every partnership whose people are all among `concerning`. Raises TypeError for an unregistered fact.
    """
    registration = registration_of(fact)
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A fact is recorded inside the transaction of its action")
    entry = _append(_organization_of(on), fact, registration, on, by)
    _keep_as_evidence(entry, registration, on, set(concerning) if joint else set())
    live.announce(live.topic(entry.object_kind, entry.object_id), f"organization:{entry.organization_id}")
    return entry


def _organization_of(thing: models.Model) -> Organization:
    return thing if isinstance(thing, Organization) else thing.organization  # type: ignore[attr-defined]


def _append(
    organization: Organization, fact: Fact, registration: Registration, on: models.Model, by: Person | None
) -> Entry:
    chain, _made = Chain.objects.select_for_update().get_or_create(organization=organization)
    kind, identity = kinds.reference(on)
    salt, body = secrets.token_bytes(32), fact.body()
    entry = Entry(
        organization=organization,
        seq=chain.size,
        time=clock.now(),
        type=registration.name,
        object_kind=kind,
        object_id=identity,
        pseudonym=by.pseudonym if by else SYSTEM,
        commitment=hashing.commitment(salt, body).hex(),
    )
    _extend(chain, entry)
    entry.save(force_insert=True)
    audience = _audience(registration, on, by, organization)
    Payload(entry=entry, salt=salt.hex(), body=body, actor=by, **audience).save(force_insert=True)
    return entry


def _extend(chain: Chain, entry: Entry) -> None:
    leaf = hashing.leaf_hash(leaf_of(entry))
    entry.chain = hashing.chain_hash(bytes.fromhex(chain.head), leaf).hex()
    frontier = hashing.grow([bytes.fromhex(node) for node in chain.frontier], chain.size, leaf)
    chain.size, chain.head, chain.frontier = chain.size + 1, entry.chain, [node.hex() for node in frontier]
    chain.save(update_fields=["size", "head", "frontier"])


def _audience(
    registration: Registration, on: models.Model, by: Person | None, organization: Organization
) -> dict[str, object]:
    if registration.only_actor_reads:
        return {"organization": organization, "visibility": Level.ME, "owner": by}
    if isinstance(on, Visible):
        return on.audience()
    if isinstance(on, Partnership):
        return {"organization": organization, "visibility": Level.PARTNERSHIP, "partnership": on}
    return {"organization": organization, "visibility": Level.ORGANIZATION}


def _keep_as_evidence(entry: Entry, registration: Registration, on: models.Model, people: set[Person]) -> None:
    if not registration.strand or not registration.polarity:
        return
    own = on.pk if isinstance(on, Partnership) else getattr(on, "partnership_id", None)
    concerned = {own} if own else set()
    if len(people) > 1:
        outside = models.Q(seats__left=None) & ~models.Q(seats__person__in=people)
        inside = Partnership.objects.filter(seats__person__in=people, seats__left=None, ended=None)
        concerned |= set(inside.exclude(pk__in=Partnership.objects.filter(outside)).values_list("pk", flat=True))
    Evidence.objects.bulk_create(
        Evidence(
            partnership_id=key, entry=entry, strand=registration.strand, polarity=registration.polarity, time=entry.time
        )
        for key in concerned
    )
