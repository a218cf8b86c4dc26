"""Reading StratML: lenient, with every mending named, and within the caps."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consort.core.foreign_files import Unreadable, read_apart
from consort.core.foreign_files.tables.remarks import Remarks
from consort.vision.exchange import items
from consort.vision.exchange.columns import MODELS
from consort.vision.exchange.items import Kind
from consort.vision.exchange.stratml import block, checking, parsing, reading, writing
from consort.vision.exchange.stratml.grammar import NAMESPACES, Part
from consort.vision.exchange.stratml.tree import Node
from consort.vision.exchange.tests.canonical import canonical
from consort.vision.exchange.tests.conftest import assert_validates, sample
from consort.vision.models import Value, WillNot

SMALL = '<StrategicPlan xmlns="{}"><Name>Müde</Name><StrategicPlanCore><Goal><Name>G</Name><Description/></Goal></StrategicPlanCore></StrategicPlan>'  # noqa: E501
PLAIN = SMALL.format(NAMESPACES[Part.ONE])


def said(document: reading.Document) -> str:
    return " ".join(str(remark.text) for remark in document.remarks)


@pytest.mark.parametrize(("name", "part"), [("harbour.xml", Part.ONE), ("orchard.xml", Part.TWO)])
def test_a_valid_plan_is_read_without_mending_and_written_as_it_was(name, part):
    document = reading.read(sample(name))
    written = writing.write(document.tree, part, [])
    assert document.part is part
    assert canonical(written) == canonical(sample(name))
    assert_validates(written, part)
    assert not document.lost


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("name", ["harbour.xml", "orchard.xml", "untidy.xml"])
def test_each_plan_can_be_written_in_either_part(name, part):
    document = reading.read(sample(name))
    written = writing.write(document.tree, part, [])
    assert_validates(written, part)
    again = reading.read(written)
    assert [item.title for item in again.items if item.kind in {Kind.PRIORITY, Kind.OBJECTIVE}] == [
        item.title for item in document.items if item.kind in {Kind.PRIORITY, Kind.OBJECTIVE}
    ]


def test_an_untidy_plan_loses_no_word_and_every_mending_is_named():
    document = reading.read(sample("untidy.xml"))
    whole = document.tree.everything()
    for words in (
        "Fish & chips, bread & butter\xa0pudding",
        "Cheerful",
        "soon",
        "A second vision",
        "_v1",
        "some day",
        "red",
    ):
        assert words in whole
    for words in (
        "Mood",
        "markup",
        "more than one “Vision”",
        "1.2.2026",
        "their order",
        "_5337e65c",
        "same-2",
        "colour",
    ):
        assert words in said(document)
    assert checking.faults(writing.in_part_one(document.tree, []), Part.ONE) == []


@pytest.mark.parametrize(
    "namespace",
    [*NAMESPACES.values(), "http://www.stratml.net", "http://www.stratml.net/PerformancePlanOrReport", "", "urn:other"],
)
def test_the_forms_of_the_namespace_are_one(namespace):
    document = reading.read(SMALL.format(namespace).encode())
    assert [item.title for item in document.items] == ["G"]
    assert ("is none of StratML" in said(document)) == (namespace == "urn:other")


@pytest.mark.parametrize(
    ("content", "is_mended"),
    [
        (PLAIN.encode(), False),
        (PLAIN.encode("utf-16"), False),
        (PLAIN.encode("utf-16-le"), False),
        (b"\xef\xbb\xbf" + PLAIN.encode(), False),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?>' + PLAIN.encode("latin-1"), False),
        (b'<?xml version="1.0" encoding="UTF-8"?>' + PLAIN.encode("latin-1"), True),
        (b'<?xml version="1.0" encoding="klingon"?>' + PLAIN.encode(), False),
        (b"\n\n" + b'<?xml version="1.0"?>' + PLAIN.encode(), False),
        (PLAIN.replace("Müde", "M\x0bü&uuml;de").encode(), True),
    ],
)
def test_encodings_are_seen_through(content, is_mended):
    document = reading.read(content)
    assert document.tree.said("Name") in {"Müde", "Müüde"}
    assert bool(document.remarks) == is_mended


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
BAD = {
    "empty": b"",
    "no XML": b"Goal,Objective\n1,2\n",
    "NULs": b"<\x00" * 10,
    "another document": b"<html><body>Goal</body></html>",
    "cut off": sample("orchard.xml")[:-700],
    "never closed": b"<StrategicPlan><Name>",
    "billion laughs": f"<!DOCTYPE x [{LAUGHS}]>{PLAIN.replace('Müde', '&l9;')}".encode(),
    "laughs in UTF-16": f"<!DOCTYPE x [{LAUGHS}]>{PLAIN.replace('Müde', '&l9;')}".encode("utf-16"),
    "an entity from a file": b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    + PLAIN.replace("Müde", "&f;").encode(),
    "an entity in an attribute": b'<!DOCTYPE x [<!ENTITY f "a">]><StrategicPlan a="&f;"/>',
    "an undefined entity": PLAIN.replace("Müde", "&nothing;").encode(),
    "deep": b"<StrategicPlan>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</StrategicPlan>",
    "a little too deep": b"<StrategicPlan>" + b"<a>" * 50 + b"</a>" * 50 + b"</StrategicPlan>",
    "many elements": b"<StrategicPlan>" + b"<a/>" * 200_000 + b"</StrategicPlan>",
    "a long text": b"<StrategicPlan><Name>" + b"x" * 300_000 + b"</Name></StrategicPlan>",
    "50 MB": PLAIN.replace("Müde", "x" * 50_000_000).encode(),
    "twice the same attribute": b'<StrategicPlan a="1" a="2"/>',
    "a bad character": b"<StrategicPlan><Name>&#0;</Name></StrategicPlan>",
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_what_is_no_plan_or_would_burst_is_refused_with_a_sentence(content):
    with pytest.raises(Unreadable, match="Nothing was read") as caught:
        read_apart("consort.vision.exchange.stratml.reading:as_json", content)
    assert "passwd" not in caught.value.message
    assert "root:" not in caught.value.message


def test_a_document_type_without_entities_is_left_aside():
    assert reading.read(f'<!DOCTYPE StrategicPlan SYSTEM "http://x.example/a.dtd">{PLAIN}'.encode()).items


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_plan_is_read_or_refused_and_never_breaks_its_reader(data):
    content = bytearray(sample(data.draw(st.sampled_from(["harbour.xml", "orchard.xml", "untidy.xml"]))))
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=20))
    try:
        document = reading.read(bytes(content))
    except Unreadable:
        return
    for part in Part:
        assert writing.write(document.tree, part, [])


NAMES = st.sampled_from(
    ["Goal", "Objective", "Name", "Description", "Identifier", "Stakeholder", "Role", "RoleType", "Vision", "Submitter",
     "PerformanceIndicator", "MeasurementInstance", "TargetResult", "ActualResult", "NumberOfUnits", "EndDate",
     "StrategicPlanCore", "AdministrativeInformation", "OtherInformation", "Mood"]
)  # fmt: skip
TEXTS = st.sampled_from(
    ["", "x", " 12 ", "1,5", "2026-02-30", "2026-02-28", "a b", "_id", "Performer", "=1", "[Consort]\nAim: x"]
)
TREES = st.recursive(
    st.builds(Node, NAMES, TEXTS),
    lambda inner: st.builds(Node, NAMES, TEXTS, st.lists(inner, max_size=4)),
    max_leaves=25,
)


@settings(max_examples=200)
@given(TREES)
def test_any_tree_is_mended_into_one_that_validates_and_no_text_is_lost(tree):
    root = Node("PerformancePlanOrReport", children=[tree], attributes={"Type": "nonsense"})
    document = reading.Document()
    document.tree, _part = reading.mend(root, document)
    reading.shape(document.tree, document)
    whole = document.tree.everything()
    numbers = {"12", "1,5"}  # may be read as numbers
    if not (document.tree.first("StrategicPlanCore") or Node("")).all("Goal"):
        return  # what has no goals cannot leave so
    for node in tree.walk():
        for line in node.text.strip().splitlines():
            assert line in whole or line in numbers or node.name == "Identifier"
    for part in Part:
        assert_validates(writing.write(document.tree, part, []), part)


def test_lengths_are_those_of_the_strategy():
    for kind, lengths in items.LENGTHS.items():
        for name, length in lengths.items():
            assert MODELS[kind]._meta.get_field(name).max_length == length
    assert Value._meta.get_field("name").max_length == items.LONGEST_VALUE
    assert WillNot._meta.get_field("text").max_length == items.LONGEST_WILL_NOT
    assert WillNot._meta.get_field("because").max_length == items.LONGEST_BECAUSE


@given(st.lists(st.tuples(st.sampled_from(["Led by", "State"]), st.text(min_size=1).map(str.strip).filter(bool))))
def test_a_block_reads_back(lines):
    kept = [(label, value) for label, value in lines if len(value.splitlines()) == 1]
    text, found = block.parted(block.joined("Before.", kept))
    assert text == "Before."
    assert [(label, value) for label, values in found.items() for value in values] == sorted(
        kept, key=lambda each: list(found).index(each[0])
    )


def test_control_characters_are_counted():
    remarks = Remarks()
    parsing.parse(b"<StrategicPlan><Name>a\x01b</Name></StrategicPlan>", remarks)
    assert re.search("1 control", str(remarks.remarks[0].text))
