"""Files in: shown first, then kept as a whole, undone; bad ones change nothing."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consort.core import clock
from consort.core.errors import NotAllowed, Refused
from consort.core.foreign_files import Unreadable
from consort.core.models import Entry
from consort.decisions.actions import bringing as actions
from consort.decisions.actions.debating import argue
from consort.decisions.exchange.bundles import LARGEST, File, files_in
from consort.decisions.exchange.tests.samples import DATA, brought, conversation, file, zipped
from consort.decisions.models import Bringing, Decision, Side, StatementMap
from consort.reckon.tests.samples import kubernetes
from consort.rounds.models import Round

RECORD = b"---\nstatus: proposed\n---\n# Where to?\n\n## Considered Options\n\n* Here\n* There\n"


def url(name, *more):
    return reverse(f"decisions:{name}", args=["varnholt", *more])


def send(client, *files):
    sent = [SimpleUploadedFile(each.name, each.content) for each in files]
    return client.post(url("bring_in"), {"sent": sent, "audience": "leaders"})


def counted():
    return (Decision.objects.count(), StatementMap.objects.count(), Round.objects.count(), Entry.objects.count())


@pytest.fixture
def ingrids(ingrid, sign_in):
    return sign_in(ingrid)


def test_ballots_are_shown_counted_again_and_kept(ingrids, ingrid):
    before = counted()
    answer = send(ingrids, File("2021.csv", kubernetes(2021)))
    assert answer.status_code == 303
    assert counted() == before
    bringing = Bringing.objects.get()
    assert "Nothing is kept yet" in ingrids.get(bringing.get_absolute_url()).content.decode()
    choices = {"title": "Who steers?", "seats": 4, "method": "schulze"}
    assert ingrids.post(bringing.get_absolute_url(), choices).status_code == 303
    bringing.refresh_from_db()
    assert len(bringing.report["elected"]) == 4
    for _ in range(2):
        answer = ingrids.post(url("bringing_keep", bringing.pk))
        assert answer.status_code == 303
    decision = Decision.objects.get()
    assert answer.headers["Location"] == decision.get_absolute_url()
    chosen = [option.title for option in decision.options.filter(place__isnull=False).order_by("place")]
    assert chosen == bringing.report["elected"]


def test_an_import_is_undone_while_nobody_built_on_it(ingrids, ingrid):
    send(ingrids, File("2020.csv", kubernetes(2020)))
    bringing = Bringing.objects.get()
    ingrids.post(url("bringing_keep", bringing.pk))
    assert counted()[:3] == (1, 0, 1)
    assert ingrids.post(url("bringing_undo", bringing.pk)).status_code == 303
    assert counted()[:3] == (0, 0, 0)
    assert "Undone" in ingrids.get(bringing.get_absolute_url()).content.decode()


def test_what_somebody_worked_with_stays(ingrid):
    made = brought(ingrid, File("a.md", RECORD))
    decision = Decision.objects.get()
    decision.stage = "debate"
    decision.save(update_fields=["stage"])
    argue(decision=decision, by=ingrid, side=Side.FOR, text="It is near", option=None)
    with pytest.raises(Refused, match="so it stays"):
        actions.undo(bringing=made, by=ingrid)
    assert Decision.objects.count() == 1


def test_nobody_else_sees_or_keeps_it(ingrids, ingrid, tomasz, sign_in):
    send(ingrids, File("a.md", RECORD))
    bringing = Bringing.objects.get()
    other = sign_in(tomasz)
    assert other.get(bringing.get_absolute_url()).status_code == 404
    assert other.post(url("bringing_keep", bringing.pk)).status_code == 404
    with pytest.raises(NotAllowed):
        actions.keep(bringing=bringing, by=tomasz)


def test_observers_bring_nothing(observer, sign_in):
    assert sign_in(observer).get(url("bring_in")).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.csv", b"", "empty"),
        ("x.csv", b"\x00\x01\x02\x03", "not text"),
        ("x.zip", b"PK\x03\x04 not really", "damaged"),
        ("x.md", b"# Only words\n", "No decision record was found"),
        ("x.md", b"\xff\xfe", "empty"),
        ("votes.csv", b"comment-id,voter-id,vote\n", "no votes"),
        ("comments.csv", b"comment-id,comment-body\n1,A\n", "no votes"),
        ("x.jsonl", b'{"table": "polls", "record": {}}\nno json\n', "Line 2"),
        ("x.jsonl", b'{"table": "users", "record": {}}\n', "no poll"),
        ("x.zip", zipped(a__csv=b"A,B\n1,2\n", b__csv=b"A,B\n1,2\n"), "one file at a time"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_bad_files_are_answered_in_a_sentence_and_change_nothing(ingrids, name, content, words):
    before = counted()
    answer = send(ingrids, File(name, content))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert counted() == before
    assert not Bringing.objects.exists()


def test_an_archive_that_swells_is_given_up(monkeypatch):
    monkeypatch.setattr("consort.decisions.exchange.bundles.LARGEST_OPENED", 1_000_000)
    bomb = zipped(**{f"a{number}__md": b"0" * 400_000 for number in range(4)})
    assert len(bomb) < 5_000
    with pytest.raises(Unreadable, match="larger than"):
        files_in(bomb, "bomb.zip")


def test_a_file_that_is_too_large_is_not_even_read():
    with pytest.raises(Unreadable, match="larger than 64 MB"):
        files_in(b"x" * (LARGEST + 1), "x.csv")


def test_a_file_that_was_read_but_not_kept_is_gone_after_a_day(ingrid):
    made = actions.receive(by=ingrid, file_name="a.md", content=RECORD, choices=actions.Choices())
    with clock.at(clock.now() + timedelta(hours=25)):
        actions.sweep_files()
    assert not Bringing.objects.filter(pk=made.pk).exists()


def test_a_conversation_becomes_a_map_and_can_be_undone(ingrid):
    made = brought(ingrid, conversation())
    found = StatementMap.objects.get()
    assert (found.title, found.people) == ("$15/hour", 339)
    assert found.statements.count() == 54
    actions.undo(bringing=made, by=ingrid)
    assert not StatementMap.objects.exists()


@pytest.mark.parametrize("kind", ["ballots", "records", "statements"])
def test_the_report_runs_few_queries(ingrid, ingrids, kind, django_assert_max_num_queries):
    sent = {
        "ballots": File("2020.csv", kubernetes(2020)),
        "records": file(DATA / "madr" / "0008-add-status-field.md"),
        "statements": conversation(),
    }[kind]
    made = actions.receive(by=ingrid, file_name=sent.name, content=sent.content, choices=actions.Choices())
    with django_assert_max_num_queries(15):
        assert ingrids.get(made.get_absolute_url()).status_code == 200


def test_the_whole_record_leaves_as_an_archive_and_as_loomio(ingrids, ingrid):
    brought(ingrid, File("a.md", RECORD))
    packed = ingrids.get(url("take_out"))
    (only,) = files_in(packed.content, "x.zip")
    assert (only.name, only.content) == ("a.md", RECORD)
    lines = ingrids.get(url("take_out") + "?as=loomio").content.decode().splitlines()
    assert len(lines) == 3
    number = Decision.objects.get().number
    assert ingrids.get(url("madr", number)).content == RECORD
