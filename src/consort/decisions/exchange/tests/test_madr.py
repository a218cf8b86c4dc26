"""Records of others: nothing lost, and what was not touched leaves as it came."""

import pytest

from consort.core.models import Link
from consort.decisions.actions.framing import frame_decision
from consort.decisions.actions.moving import write
from consort.decisions.exchange.bundles import File, bundle
from consort.decisions.exchange.describing import file_of, madr_of
from consort.decisions.exchange.madr import reading, writing
from consort.decisions.exchange.records import Alternative, Record, Standing
from consort.decisions.exchange.tests.samples import DATA, RECORDS, brought, file
from consort.decisions.frames import Frame, NewOption, NewRole
from consort.decisions.models import Argument, Decision, Original, Part, Stage


def read(text: str, name: str = "0001-x.md") -> Record:
    return reading.read(File(name, text.encode()))


@pytest.mark.parametrize("path", [path for path in RECORDS if path.name != "README.md"], ids=lambda path: path.name)
def test_what_is_written_of_a_record_reads_as_the_same_record(path):
    first = reading.read(file(path))
    second = read(writing.write(first))
    for name in ("title", "date", "makers", "consulted", "informed"):
        assert getattr(second, name) == getattr(first, name)
    assert [each.title for each in second.alternatives] == [each.title for each in first.alternatives]
    assert [len(each.good) for each in second.alternatives] == [len(each.good) for each in first.alternatives]


def test_every_part_of_a_record_is_found():
    found = reading.read(file(DATA / "madr" / "0008-add-status-field.md"))
    assert found.title == "Add Status Field"
    assert found.alternatives[found.chosen].title.startswith("Use YAML front matter")
    assert sum(len(each.good) for each in found.alternatives) == 13
    assert sum(len(each.bad) for each in found.alternatives) == 9
    assert found.standing is Standing.DECIDED
    assert "counts as decided" in found.remarks[0]


@pytest.mark.parametrize(
    ("text", "standing", "date"),
    [
        ("---\nstatus: accepted\ndate: 2024-03-01\n---\n# A\n", "decided", "2024-03-01"),
        ("# A\n\n* Status: rejected\n* Date: 2024-03-01\n", "rejected", "2024-03-01"),
        ("# A\n\n## Status\n\nProposed\n", "open", ""),
        ("# A\n\n| Status | accepted |\n|---|---|\n| Date | 2024-03-01 |\n", "decided", "2024-03-01"),
        ("# A\n\nstatus: approved\ndate: 2024-02-30\n", "decided", ""),
        ("---\nstatus: superseded by [ADR-2](0002-b.md)\n---\n# A\n", "rejected", ""),
        ("---\nstatus: [broken\ndate: 2024-03-01\n---\n# A\n", "open", "2024-03-01"),
    ],
)
def test_a_state_is_found_wherever_it_stands(text, standing, date):
    found = read(text)
    assert (found.standing, found.date) == (standing, date)


def test_a_text_that_is_no_record_is_none():
    assert read("# Read me\n\nHow to write records.\n", "README.md") is None


def test_headings_in_code_are_no_headings():
    found = read("# A\n\n## Context\n\n```sh\n# not a heading\n```\n\n## Considered Options\n\n* One\n* Two\n")
    assert "# not a heading" in found.context
    assert [each.title for each in found.alternatives] == ["One", "Two"]


def test_evil_words_stay_words():
    record = Record('A "b"\n# c', status="a: b\n---", alternatives=[Alternative("x\n## y")], chosen=0, because="z")
    written = writing.write(record)
    again = read(written)
    assert again.title == 'A "b" # c'
    assert again.alternatives[0].title == "x ## y"


@pytest.fixture
def kept(ingrid):
    return brought(ingrid, bundle([file(path) for path in RECORDS]))


def test_records_leave_byte_for_byte_while_nobody_touched_them(kept):
    made = {each.file_name: each.decision for each in Original.objects.select_related("decision")}
    assert len(made) == len(RECORDS) - 1
    for path in RECORDS:
        if path.name != "README.md":
            sent = file_of(made[path.name])
            assert (sent.name, sent.content) == (path.name, path.read_bytes())
    assert any("README.md" in each for each in kept.report["repairs"])


def test_a_record_that_was_changed_leaves_in_our_words(kept):
    decision = Original.objects.get(file_name__startswith="0008-support").decision
    write(decision, context="Another reason")
    sent = file_of(Decision.objects.get(pk=decision.pk))
    assert b"Another reason" in sent.content
    assert sent.name.startswith(f"{decision.number:04d}-")


def test_records_become_decisions_with_their_options_and_arguments(kept, ingrid):
    decision = Decision.objects.get(question="Refactor to support generic LLM request settings")
    assert decision.stage == Stage.CLOSED
    assert decision.options.count() == 3
    assert Argument.objects.filter(decision=decision, side="for").count() == 5
    assert decision.began("closed").date().isoformat() == "2023-09-15"


def test_what_supersedes_what_is_tied(kept):
    newer, older = (Original.objects.get(file_name__startswith=number).decision for number in ("0062", "0006"))
    link = Link.objects.get(kind=Link.Kind.SUPERSEDES)
    assert (link.from_id, link.to_id) == (newer.pk, older.pk)
    assert Decision.objects.get(pk=older.pk).settled_how.startswith("State of the record: superseded by")


def test_the_same_records_again_make_nothing(kept, ingrid):
    again = brought(ingrid, bundle([file(path) for path in RECORDS]))
    assert again.made == []
    assert again.report["new"] == 0


def test_people_of_ours_get_their_parts(ingrid, tomasz):
    text = "---\nstatus: accepted\ndecision-makers: Tomasz Wierzbicki, Somebody Else\n---\n# A\n\n## Decision\n\nYes.\n"
    brought(ingrid, File("a.md", text.encode()))
    decision = Decision.objects.get()
    assert [(role.person, role.part) for role in decision.roles.all()] == [(tomasz, "decides")]
    assert "Somebody Else" in bytes(decision.original.content).decode()


def test_a_decision_of_ours_is_written_as_madr(ingrid, tomasz):
    options = (NewOption("Here", "Where we are"), NewOption("There"))
    frame = Frame("Where to?", "The hall is full.", options=options, roles=(NewRole(tomasz, Part.DECIDES),))
    found = read(madr_of(frame_decision(by=ingrid, frame=frame)))
    assert (found.title, found.status, found.makers) == ("Where to?", "proposed", ["Tomasz Wierzbicki"])
    assert [each.title for each in found.alternatives] == ["Here", "There"]
    assert found.alternatives[0].text == "Where we are"
