"""Sealing: nothing opens early, nothing opens for another, nothing opens after the key is gone."""

from uuid import uuid4

import pytest

from consort.core import seals


@pytest.fixture
def seal(varnholt):
    return seals.create(varnholt)


def test_content_opens_only_after_the_opening(seal):
    owner = uuid4()
    box = seals.close_in(seal, b"Poznan", owner)
    with pytest.raises(seals.StillSealed):
        seals.read(seal, box, owner)
    seals.open_seal(seal)
    assert seals.read(seal, box, owner) == b"Poznan"


def test_one_may_read_ones_own_before_and_nobody_elses(seal):
    owner = uuid4()
    box = seals.close_in(seal, b"Poznan", owner)
    assert seals.read_own(seal, box, owner) == b"Poznan"
    with pytest.raises(seals.StillSealed):
        seals.read_own(seal, box, uuid4())


def test_a_destroyed_seal_never_opens_again(seal):
    owner = uuid4()
    box = seals.close_in(seal, b"Poznan", owner)
    seals.open_seal(seal)
    seals.destroy(seal)
    seal.refresh_from_db()
    with pytest.raises(seals.StillSealed):
        seals.read(seal, box, owner)
    with pytest.raises(seals.StillSealed):
        seals.derive(seal, b"anything")


def test_a_box_opens_under_no_other_seal(seal, varnholt):
    owner = uuid4()
    other = seals.create(varnholt)
    with pytest.raises(seals.StillSealed):
        seals.read_own(other, seals.close_in(seal, b"x", owner), owner)


def test_the_same_words_never_look_the_same(seal):
    owner = uuid4()
    assert seals.close_in(seal, b"same", owner) != seals.close_in(seal, b"same", owner)


def test_the_first_opening_stands(seal):
    seals.open_seal(seal)
    first = seal.opened
    seals.open_seal(seal)
    assert seal.opened == first
