"""A mark is recognized in every dress, and ordinary text is not taken for one."""

import base64
import json
import urllib.parse

import pytest

from tests.leaks.marks import findings, mark_of

TEXT = f"I am for Poznań: {mark_of('priya')}"
DRESSES = {
    "plain": TEXT,
    "shouting": TEXT.upper(),
    "in JSON": json.dumps({"reason": TEXT}),
    "in an address": urllib.parse.quote(TEXT),
    "backwards": TEXT[::-1],
    "in hex": TEXT.encode().hex(),
    "half of it": TEXT[20:],
} | {f"in base64, {shift} later": base64.b64encode(b"x" * shift + TEXT.encode()).decode() for shift in range(3)}


@pytest.mark.parametrize("dress", DRESSES)
def test_a_mark_is_recognized(dress):
    assert findings(DRESSES[dress].encode())


def test_it_is_recognized_in_other_encodings():
    assert findings(TEXT.encode("utf-16"))


def test_ordinary_text_is_no_finding():
    assert not findings(b"Poznan and the lanterns' colleague quoted Turin".replace(b"lantern", b"lamp"))


def test_what_one_wrote_oneself_is_no_finding_for_oneself_only():
    assert not findings(TEXT.encode(), own="priya")
    assert findings(TEXT.encode(), own="tomasz")
