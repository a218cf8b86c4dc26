"""Reading ballots: the samples, what is mended and said, and what is refused with its line."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from consort.reckon.ballots import (
    BallotFile,
    BallotFileError,
    file,
    read_ballots,
    read_blt,
    read_preflib,
    read_rank_matrix,
)
from consort.reckon.tests.samples import DATA, kubernetes
from consort.reckon.voting import instant_runoff

LUNCH = ("Harbour", "Orchard", "Mill", "Café")


def preflib(name):
    return read_ballots((DATA / "preflib" / name).read_bytes(), file_name=name)


def test_strict_complete_orders():
    lunch = preflib("lunch.soc")
    assert lunch.title == "Where the leaders eat"
    assert lunch.options == ("Harbour", "Orchard", "Mill: upstairs", "Café")
    assert lunch.people == 100
    assert lunch.repairs == ()
    assert instant_runoff(lunch.box()).winners == (3,)


def test_incomplete_orders_with_ties():
    lunch = preflib("lunch.toi")
    assert lunch.unranked == "last"
    assert lunch.ballots[0] == (5, (1, None, None, None))
    assert lunch.ballots[1] == (4, (2, 1, 1, None))
    assert lunch.repairs == ()


def test_categories_are_tiers():
    assert preflib("lunch.cat").ballots == ((4, (1, 1, 2)), (2, (2, 2, 1)))


def test_the_format_before_2022():
    lunch = preflib("before-2022.toi")
    assert lunch.options == ("Harbour", "Orchard", "Mill, upstairs", "Café")
    assert lunch.ballots == ((5, (1, None, None, None)), (4, (2, 1, 1, None)), (3, (2, 3, None, 1)))
    assert lunch.repairs == ()


def test_blt():
    lunch = read_ballots((DATA / "lunch.blt").read_bytes())
    assert lunch.options == ("Harbour", "Orchard # 2", "Mill", "Café")
    assert lunch.title == "Where the leaders eat"
    assert lunch.ballots == ((5, (1, 2, None, None)), (4, (2, 1, None, None)), (2, (3, None, None, 1)))
    assert any("Withdrawn: option 3" in repair for repair in lunch.repairs)


def test_a_rank_matrix():
    election = read_ballots(kubernetes(2018))
    assert election.unranked == "not_compared"
    assert election.options[0] == "Aaron Crickenberger"
    assert election.ballots[-1] == (1, (3, None, 5, 4, None, 2, 1, 8))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_need_no_repair(encoding):
    assert read_rank_matrix("Café,Mill\r\n1,2\r\n".encode(encoding)).options == ("Café", "Mill")


@pytest.mark.parametrize(("raw", "name"), [(b"Caf\xe9", "Café"), (b"\x93Mill\x94", "“Mill”"), (b"\x81\xe9", "\x81é")])
def test_latin_text_is_mended_and_said(raw, name):
    mended = read_rank_matrix(raw + b",Mill\n1,2\n")
    assert mended.options[0] == name
    assert mended.repairs[0].startswith("Line 1: The text is not UTF-8")


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("A;B\n1;2\n", "semicolons"),
        ("A\tB\n1\t2\n", "tabs"),
        ("A,B\n1\n", "Line 2: Only 1 of 2 cells"),
        ("A,B\n1,2,,\n", "Line 2: Empty cells at the end"),
        ("A,B\n1,\n", "Line 2: An empty cell"),
        ("A,A\n1,2\n", "used more than once"),
        ("A,,B\n1,2,3\n", "Option 2 has no name"),
        ("# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n3: 1,2\n", "Option 2 has no name"),
        ("# ALTERNATIVE NAME 1: A\n# NUMBER VOTERS: 4\n3: 1\n", "says 4 ballots; 3 were read"),
        ("# ALTERNATIVE NAME 1: A\n# NUMBER UNIQUE ORDERS: 4\n3: 1\n", "says 4 different orders; 1 were read"),
        ("# ALTERNATIVE NAME 1: A\n3: 1\n2: 1\n", "Line 3: This order stood above"),
        ("# ALTERNATIVE NAME 1: A\n3: 1\n0: 1\n", "Line 3: A ballot cast by nobody"),
        ("# ALTERNATIVE NAME 1: A\n3:\n", "Line 2: A blank ballot (3 times)"),
        ("# by hand\n# ALTERNATIVE NAME 1: A\n3: 1\n", "Line 1: A comment"),
        ("# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 5: B\n3: 5,1\n", ""),
        ("3: 1,2\n2: 2,1\n", "There is no header"),
        ("3\n1,A\n2,B\n3,C\n3,1,2,3\n3,2,1\n", "Line 5: The line with the totals is missing"),
        ("2 1\n3 1 2\n0\n", "Line 2: The ballot does not end with 0"),
    ],
)
def test_what_is_mended_is_said(text, repair):
    read = read_ballots(text)
    assert any(repair in entry for entry in read.repairs) or not repair
    assert read.box().total == read.people


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"", None, "empty"),
        (b" \n\n", None, "empty"),
        (b"A,B\n1,\x00\n", 2, "NUL bytes"),
        (b"\x89PNG\r\n\x1a\n\x00", 2, "not text"),
        ("A,B\n1,2\n".encode("utf-16-le"), 1, "NUL bytes"),
        (b"\xff\xfeA", None, "UTF-16"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", 1, "pointer"),
        ("A,B\n", None, "no ballot below"),
        ("1,2\n2,1\n", 1, "must hold the names"),
        ("A,B\n1,2\n1,x\n", 3, "neither a rank"),
        ("A,B\n1,2,3\n", 2, "3 cells for 2 options"),
        ("A,B\n1," + "9" * 5000 + "\n", 2, "neither a rank"),
        ('A,B\n1,"' + "9" * 200_000 + "\n", 2, "cannot be read"),
        ("# ALTERNATIVE NAME 1: A\n3: 1,2\n", 2, "no option “2”"),
        ("# ALTERNATIVE NAME 1: A\n3: x\n", 2, "no option “x”"),
        ("# ALTERNATIVE NAME 1: A\n3: 1,1\n", 2, "stands twice"),
        ("# ALTERNATIVE NAME 1: A\n3: {1\n", 2, "brace"),
        ("# ALTERNATIVE NAME 1: A\nx: 1\n", 2, "not a number of ballots"),
        ("# ALTERNATIVE NAME 1: A\n-1: 1\n", 2, "not a number of ballots"),
        ("# ALTERNATIVE NAME 1: A\n1 2 3\n", 2, "Expected a number"),
        ("# ALTERNATIVE NAME 1: A\n0: 1\n", None, "no ballots"),
        ("# ALTERNATIVE NAME 1: A\n9999999999: 1\n", 2, "More than"),
        ("# NUMBER ALTERNATIVES: 999999\n1: 1\n", None, "at most"),
        ("# DATA TYPE: wmd\n1,2,0.5\n", None, "graph"),
        ("5\n1,A\n", 2, "ends before"),
        ("1\nA\n1,1,1\n", 2, "number and name"),
        ("2 1\n3 1 1 0\n0\n", 2, "stands twice"),
        ("2 1\n3 4 0\n0\n", 2, "no option “4”"),
        ("2 1\nx 1 0\n0\n", 2, "not a number of ballots"),
        ("2 1\n0\n", None, "no ballots"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(data, line, message):
    with pytest.raises(BallotFileError, match=message) as refused:
        read_ballots(data)
    assert refused.value.line == line


def test_graphs_are_known_by_their_file_name():
    with pytest.raises(BallotFileError, match="graph"):
        read_preflib("2\n1,A\n2,B\n3,3,1\n3,1,2\n", file_name="ED-1.PWG")


@pytest.mark.parametrize(
    ("cap", "value"), [("MOST_LINES", 2), ("MOST_PEOPLE", 2), ("MOST_CELLS", 5), ("MOST_OPTIONS", 1)]
)
def test_caps(monkeypatch, cap, value):
    monkeypatch.setattr(file, cap, value)
    with pytest.raises(BallotFileError):
        read_ballots("A,B\n1,2\n1,2\n1,2\n")


def test_a_long_repair_report_is_cut_and_says_so():
    read = read_rank_matrix("A,B\n" + "1,\n" * 300)
    assert len(read.repairs) == file.MOST_REPAIRS + 1
    assert "100 further" in read.repairs[-1]


ALPHABET = some.sampled_from(
    [*'0123456789,:{}#-=; \t\n\r"AB', "\n# ALTERNATIVE NAME 1: A\n", "No opinion", "2\n1,A\n2,B\n"]
)


@settings(max_examples=400)
@given(
    some.one_of(some.binary(max_size=200), some.lists(ALPHABET, max_size=60).map(lambda parts: "".join(parts).encode()))
)
def test_any_bytes_are_read_or_refused_plainly(data):
    for read in (read_ballots, read_preflib, read_rank_matrix, read_blt):
        try:
            result = read(data)
        except BallotFileError:
            continue
        assert isinstance(result, BallotFile)
        assert result.box().options == len(result.options) == len(set(result.options))
        json.dumps([result.options, result.ballots, result.repairs])
