"""The ledger: recording, evidence, erasure, checkpoints, and both verifiers against random mutations."""

import json
import random

import pytest
import rfc8785
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from consort.core import clock
from consort.core.actions.partnerships import form_partnership, join_partnership, leave_partnership, write_charter
from consort.core.actions.people import erase_person, let_go
from consort.core.facts import PartnershipChartered, PersonJoined
from consort.core.ledger import Fact, checkpoints, exporting, fact, hashing, record, standalone, verifying
from consort.core.ledger.facts import registered, sentence_of
from consort.core.ledger.reading import evidence_for, feed, history_of
from consort.core.models import Entry, Evidence, Payload

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(1 - 2**53, 2**53 - 1) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcxyz_", max_size=6), inner, max_size=4),
    max_leaves=12,
)


@given(json_values)
def test_canonical_json_is_that_of_rfc_8785(value):
    assert hashing.canonical(value) == rfc8785.dumps(value)


@pytest.mark.parametrize("value", [1.5, {"a": [0.1]}, 2**53, {"é": 1}])
def test_what_two_languages_might_write_differently_is_refused(value):
    with pytest.raises(ValueError):
        hashing.canonical(value)


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=40))
def test_the_growing_root_is_the_root_of_rfc_6962(leaves):
    def tree_head(part):
        if len(part) <= 1:
            return part[0] if part else hashing.EMPTY_ROOT
        split = 1 << (len(part) - 1).bit_length() - 1
        return hashing.node_hash(tree_head(part[:split]), tree_head(part[split:]))

    assert hashing.root_of(leaves) == tree_head(leaves)


def test_every_fact_reads_as_a_sentence():
    for name, cls in registered().items():
        body = dict.fromkeys(cls.__dataclass_fields__, "x")
        assert "{" not in sentence_of(name, body, "Ingrid")


def test_an_unregistered_fact_is_refused_and_undoes_the_change(ingrid, pair):
    class Unheard(Fact):
        pass

    @transaction.atomic
    def change():
        pair.charter = "changed"
        pair.save(update_fields=["charter"])
        record(Unheard(), on=pair, by=ingrid)

    with pytest.raises(TypeError):
        change()
    pair.refresh_from_db()
    assert pair.charter == ""


def test_a_name_cannot_be_registered_twice():
    with pytest.raises(ValueError, match=r"subject\.verb"):
        fact("person.joined", "again")(PersonJoined)


@pytest.mark.django_db(transaction=True)
def test_a_fact_outside_a_transaction_is_refused(ingrid):
    with pytest.raises(RuntimeError):
        record(PersonJoined("x"), on=ingrid, by=ingrid)


def test_evidence_counts_in_every_partnership_of_those_concerned(ingrid, tomasz, priya, pair, executive_team):
    other = form_partnership(by=ingrid, people=[ingrid, priya])
    with transaction.atomic():
        record(PartnershipChartered(), on=executive_team, by=ingrid, concerning=[ingrid, tomasz])
    concerned = set(Evidence.objects.order_by("-entry_id")[:2].values_list("partnership_id", flat=True))
    assert concerned == {executive_team.id, pair.id}
    assert other.id not in concerned


def test_who_left_the_partnership_no_longer_makes_evidence_in_it(ingrid, tomasz, priya, executive_team):
    trio = form_partnership(by=ingrid, people=[ingrid, tomasz, priya], name="Three")
    leave_partnership(partnership=trio, person=priya, by=ingrid)
    with transaction.atomic():
        record(PartnershipChartered(), on=executive_team, by=ingrid, concerning=[ingrid, tomasz])
    assert Evidence.objects.filter(partnership=trio).count() == 2


def test_history_and_feed_show_only_what_one_may_see(ingrid, tomasz, priya, pair, observer):
    write_charter(partnership=pair, charter="One office with two doors", by=ingrid)
    seen = {line.seq for line in history_of(pair)}
    assert "Ingrid wrote down what you lead together" in [line.sentence for line in history_of(pair)]
    assert any(line.type == "partnership.chartered" for line in feed(tomasz))
    for outsider in (priya, observer):
        assert seen.isdisjoint(line.seq for line in feed(outsider))
    assert seen <= {line.seq for line in feed(tomasz)}
    assert len(evidence_for([pair], since=pair.created)[pair.id]) == 2


def test_erasing_a_person_leaves_the_ledger_verifiable_and_says_so(ingrid, tomasz, pair):
    write_charter(partnership=pair, charter="mine", by=tomasz)
    let_go(person=tomasz, by=ingrid)
    erase_person(person=tomasz, by=ingrid)
    found = verifying.verify_database(ingrid.organization)
    assert found.erased > 0
    assert not Payload.objects.filter(body__icontains="Wierzbicki", entry__object_id=tomasz.id).exists()


def test_content_that_vanished_without_an_erasure_is_tampering(ingrid, pair):
    Payload.objects.filter(entry__object_id=pair.id).delete()
    with pytest.raises(verifying.Broken, match="no erasure says why"):
        verifying.verify_database(ingrid.organization)


def test_a_row_changed_in_the_database_is_caught(ingrid, pair):
    checkpoints.make(ingrid.organization)
    Payload.objects.filter(entry__object_id=pair.id).update(body={"people": ["Somebody else"]})
    with pytest.raises(verifying.Broken, match="other content"):
        verifying.verify_database(ingrid.organization)


def test_a_checkpoint_is_made_once_for_a_size(ingrid):
    assert checkpoints.make(ingrid.organization).id == checkpoints.make(ingrid.organization).id


@pytest.fixture
def exported(ingrid, tomasz, priya, executive_team):
    """(lines, verifier key, old checkpoint) of a ledger that went on after the checkpoint."""
    old = checkpoints.make(ingrid.organization).note
    for number in range(12):
        write_charter(partnership=executive_team, charter=f"version {number}", by=[ingrid, tomasz, priya][number % 3])
    join_partnership(partnership=executive_team, person=priya, by=ingrid)
    return list(exporting.lines(ingrid.organization)), checkpoints.verifier_key(ingrid.organization), old


def test_both_verifiers_accept_what_was_exported(exported):
    lines, key, old = exported
    assert verifying.verify(lines, key, [old]).size == standalone.check(lines, key, [old]).size == len(lines) - 2


def flip(lines, choose):
    at = choose.randrange(len(lines))
    position = choose.randrange(len(lines[at]))
    changed = bytearray(lines[at])
    changed[position] ^= 1 << choose.randrange(8)
    return [*lines[:at], bytes(changed), *lines[at + 1 :]]


def drop(lines, choose):
    at = choose.randrange(len(lines))
    return [*lines[:at], *lines[at + 1 :]]


def reorder(lines, choose):
    first, second = sorted(choose.sample(range(len(lines)), 2))
    changed = list(lines)
    changed[first], changed[second] = changed[second], changed[first]
    return changed


def truncate(lines, choose):
    return lines[: choose.randrange(len(lines))]


def fork(lines, choose):
    """Another past from some entry on, rechained so that everything but the signatures fits."""
    at = choose.randrange(1, len(lines) - 1)
    forked, head = list(lines), hashing.GENESIS
    for number, line in enumerate(lines[1:-1], start=1):
        value = json.loads(line)
        if number >= at:
            value["payload"] = {"forged": number}
            value["leaf"]["commitment"] = hashing.commitment(bytes.fromhex(value["salt"]), value["payload"]).hex()
        head = hashing.chain_hash(head, hashing.leaf_hash(value["leaf"]))
        value["chain"] = head.hex()
        forked[number] = hashing.canonical(value)
    return forked


MUTATIONS = (flip, drop, reorder, truncate, fork)


def test_a_thousand_random_mutations_are_caught_by_both_verifiers(exported):
    lines, key, old = exported
    choose = random.Random(20261013)
    for number in range(1000):
        mutate = MUTATIONS[number % len(MUTATIONS)]
        mutated = mutate(lines, choose)
        if mutated == lines:
            continue
        with pytest.raises((verifying.Broken, checkpoints.BadCheckpoint)):
            verifying.verify(mutated, key, [old])
        with pytest.raises(standalone.Broken):
            standalone.check(mutated, key, [old])


def test_a_fork_signed_with_the_real_key_is_caught_by_the_old_checkpoint(exported, ingrid):
    lines, key, old = exported
    forked = fork(lines, random.Random(1))
    size = len(lines) - 2
    root = hashing.root_of(hashing.leaf_hash(json.loads(line)["leaf"]) for line in forked[1:-1])
    resigned = [*forked[:-1], hashing.canonical({"checkpoint": checkpoints.sign(ingrid.organization, size, root)})]
    assert verifying.verify(resigned, key).size == size
    with pytest.raises(verifying.Broken):
        verifying.verify(resigned, key, [old])
    with pytest.raises(standalone.Broken):
        standalone.check(resigned, key, [old])


def test_entries_are_in_the_time_of_the_clock(ingrid, pair):
    moment = pair.created.replace(year=2025)
    with clock.at(moment):
        write_charter(partnership=pair, charter="earlier", by=ingrid)
    assert Entry.objects.latest("id").time == moment
