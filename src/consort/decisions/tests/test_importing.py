"""Ballots from files: Kubernetes and PrefLib, through the same actions as the pages."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from consort.core.errors import NotAllowed, Refused
from consort.core.models import Entry
from consort.decisions.actions.importing import import_ballots
from consort.decisions.actions.resolving import resolve
from consort.decisions.models import Decision, Method, Stage
from consort.decisions.questions import LINKS, of_process
from consort.decisions.rounds_of import rounds_of
from consort.reckon.tests.samples import DATA, FULL_RANKINGS, SEATS_2021, VOTES_CAST, kubernetes
from consort.rounds import actions as rounds
from consort.rounds.models import Round

SEATS = {2018: 3, 2019: 4, 2020: 3, 2021: 4}
PUBLISHED = {year: ranking[: SEATS[year]] for year, ranking in FULL_RANKINGS.items()} | {2021: SEATS_2021}
TIED = b"A,B,C\n1,2,3\n2,1,3\n1,2,3\n2,1,3\n"


def plain(name):
    return name.partition(" (@")[0]


@pytest.mark.parametrize("year", [2018, 2019, 2020, 2021])
def test_every_published_winner_comes_out_in_the_published_order(ingrid, year):
    report = import_ballots(
        by=ingrid, file_name=f"{year}.csv", content=kubernetes(year), dry_run=False, seats=SEATS[year]
    )
    assert [plain(name) for name in report.elected] == PUBLISHED[year]
    assert report.ballots == VOTES_CAST[year]
    decision = Decision.objects.get(pk=report.decision.pk)
    assert decision.stage == Stage.COMMIT
    assert [plain(option.title) for option in decision.options.exclude(place=None).order_by("place")] == PUBLISHED[year]
    assert rounds_of(decision).ballot.result["unranked"] == "not_compared"


def test_no_opinion_kept_as_not_compared_decides_2021(ingrid):
    """Read as "last" it would seat somebody else (docs/methods, choosing)."""
    as_last = kubernetes(2021).decode().replace("No opinion", "999").encode()
    read_so = import_ballots(by=ingrid, file_name="x.csv", content=as_last, dry_run=True, seats=4)
    assert {plain(name) for name in read_so.elected} != set(SEATS_2021)


def test_a_dry_run_keeps_nothing(ingrid):
    before = Entry.objects.count()
    report = import_ballots(by=ingrid, file_name="2020.csv", content=kubernetes(2020), dry_run=True, seats=3)
    assert [plain(name) for name in report.elected] == PUBLISHED[2020]
    assert report.decision is None
    assert not Decision.objects.exists()
    assert Entry.objects.count() == before


def test_the_same_file_twice_is_one_decision(ingrid):
    first = import_ballots(by=ingrid, file_name="2020.csv", content=kubernetes(2020), dry_run=False, seats=3)
    again = import_ballots(by=ingrid, file_name="2020.csv", content=kubernetes(2020), dry_run=False, seats=3)
    assert again.decision == first.decision
    assert again.was_there
    assert Decision.objects.count() == 1


def test_preflib_files_are_read_with_their_names_and_unranked_last(ingrid):
    content = (DATA / "preflib" / "lunch.toi").read_bytes()
    report = import_ballots(by=ingrid, file_name="lunch.toi", content=content, dry_run=False)
    decision = Decision.objects.get(pk=report.decision.pk)
    assert [option.title for option in decision.options.all()] == report.options
    assert rounds_of(decision).ballot.result["unranked"] == "last"
    assert len(report.elected) + len(report.tied) >= 1


def test_a_tie_is_shown_as_a_tie_and_waits_to_be_settled(ingrid):
    report = import_ballots(by=ingrid, file_name="tied.csv", content=TIED, dry_run=False)
    assert (report.elected, report.tied, report.open_seats) == ([], ["A", "B"], 1)
    decision = Decision.objects.get(pk=report.decision.pk)
    assert decision.stage == Stage.RESOLVE
    chosen = [decision.options.get(title="B")]
    with pytest.raises(Refused, match="who settled it and how"):
        resolve(decision=decision, by=ingrid, chosen=chosen, text="B it is.", because="The lot fell so.")
    other = [decision.options.get(title="C")]
    with pytest.raises(Refused, match="Only those who tied"):
        resolve(decision=decision, by=ingrid, chosen=other, text="C.", because="So.", settled_how="I said so.")
    resolve(decision=decision, by=ingrid, chosen=chosen, text="B.", because="So.", settled_how="By lot, Priya drew it.")
    assert Decision.objects.get(pk=decision.pk).settled_how == "By lot, Priya drew it."


def test_a_tie_for_the_last_seat_leaves_only_that_one_open(ingrid):
    content = b"A,B,C,D\n1,2,3,4\n1,3,2,4\n1,2,3,4\n1,3,2,4\n"
    report = import_ballots(by=ingrid, file_name="tied.csv", content=content, dry_run=True, seats=2)
    assert (report.elected, report.tied) == (["A"], ["B", "C"])


def test_instant_runoff_can_be_asked_for(ingrid):
    report = import_ballots(
        by=ingrid, file_name="2020.csv", content=kubernetes(2020), dry_run=False, method=Method.INSTANT_RUNOFF
    )
    assert Decision.objects.get(pk=report.decision.pk).method == Method.INSTANT_RUNOFF


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"A,B\n1,x\n1,2\n2,1\n", "neither a rank"),
        (b"\x00\x01\x02\x03", "not text"),
        (b"A,B\n1,2\n", "Fewer than 3 ballots"),
        (b"A\n1\n1\n1\n", "at least two options"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "pointer"),
    ],
)
def test_bad_files_are_refused_with_a_sentence_and_nothing_is_kept(ingrid, content, words):
    before = Entry.objects.count()
    with pytest.raises(Refused, match=words) as refusal:
        import_ballots(by=ingrid, file_name="bad.csv", content=content, dry_run=False)
    assert refusal.value.message.endswith("Nothing was imported.")
    assert Entry.objects.count() == before
    assert not Decision.objects.exists()


@pytest.mark.parametrize("seats", [0, 3, -1])
def test_seats_that_make_no_sense_are_refused(ingrid, seats):
    with pytest.raises(Refused, match="fewer seats than options"):
        import_ballots(by=ingrid, file_name="x.csv", content=TIED, dry_run=True, seats=seats)


def test_blank_ballots_are_abstentions(ingrid):
    content = TIED + b"No opinion,No opinion,No opinion\n"
    report = import_ballots(by=ingrid, file_name="x.csv", content=content, dry_run=True)
    assert report.ballots == 5
    assert "1 ballot ranks nothing: it counts as an abstention." in report.repairs


def test_only_who_may_frame_may_import(observer):
    with pytest.raises(NotAllowed):
        import_ballots(by=observer, file_name="x.csv", content=TIED, dry_run=True)


def test_more_ballots_than_allowed_are_refused(ingrid):
    content = b"# NUMBER ALTERNATIVES: 2\n999999: 1,2\n"
    with pytest.raises(Refused, match="999,999 ballots; at most 30,000"):
        import_ballots(by=ingrid, file_name="x.soc", content=content, dry_run=True)


def test_ten_thousand_ballots_take_far_fewer_queries(ingrid, django_assert_max_num_queries):
    """10,000 take about 8 s of one core; one by one they would take a minute."""
    rows = "".join(f"{1 + n % 3},{1 + (n // 3) % 3},{1 + n % 2}\n" for n in range(10_000))
    with django_assert_max_num_queries(600):
        report = import_ballots(by=ingrid, file_name="many.csv", content=f"A,B,C\n{rows}".encode(), dry_run=False)
    assert report.ballots == 10_000
    assert report.decision.stage == Stage.COMMIT


def test_ballots_put_in_together_are_what_they_would_be_one_by_one(loop, ingrid):
    decision = loop.decision
    ask = {"by": ingrid, "kind": "test", "about": decision, "title": "T", "mode": Round.Mode.CONFIDENTIAL}
    ask |= {"questions": of_process(), "audience": decision.audience(), "people": [], "guests": list("12345")}
    answers = dict.fromkeys(LINKS, 4)
    one, many = rounds.ask(**ask), rounds.ask(**ask)
    for guest in list(one.asked.all()):
        rounds.seal_answers(round=one, by=ingrid, answers=answers, asked=guest)
    rounds.seal_for_guests(round=many, by=ingrid, answers=dict.fromkeys("12345", answers))
    rounds.open_round(many, by=ingrid)
    one.refresh_from_db()
    assert many.result["questions"] == one.result["questions"]
    assert len(set(many.receipts)) == 5


def test_nobody_puts_a_ballot_in_for_a_person_or_in_a_round_of_others(loop, ingrid, tomasz, helene):
    people, guests, audience = [ingrid, tomasz, helene], ["1", "2"], loop.decision.audience()
    ask = {"kind": "test", "about": loop.decision, "title": "T", "questions": of_process(), "audience": audience}
    round = rounds.ask(by=ingrid, mode=Round.Mode.CONFIDENTIAL, threshold=3, people=people, guests=guests, **ask)
    for by, label in ((ingrid, tomasz.full_name), (tomasz, "1")):
        with pytest.raises(NotAllowed):
            rounds.seal_for_guests(round=round, by=by, answers={label: {"options": 1}})


def test_the_command_says_what_it_did(ingrid, tmp_path):
    path = tmp_path / "2021.csv"
    path.write_bytes(kubernetes(2021))
    said = io.StringIO()
    who = ["--organization", "varnholt", "--by", ingrid.user.email]
    call_command("import_ballots", str(path), *who, "--seats", "4", "--dry-run", stdout=said)
    assert "Nothing was kept" in said.getvalue()
    call_command("import_ballots", str(path), *who, "--seats", "4", "--question", "Who steers?", stdout=said)
    assert "No. 1 imported." in said.getvalue()
    assert Decision.objects.get().question == "Who steers?"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.csv", "--organization", "varnholt", "--by", "ingrid@varnholt.example"], "No such file"),
        (["FILE", "--organization", "elsewhere", "--by", "ingrid@varnholt.example"], "which one is meant"),
        (["FILE", "--organization", "varnholt", "--by", "elsa@varnholt.example"], "nobody"),
        (["FILE", "--organization", "varnholt", "--by", "olga@varnholt.example"], "may not frame"),
    ],
)
def test_the_command_refuses_in_a_sentence(ingrid, observer, tmp_path, arguments, words):
    path = tmp_path / "tied.csv"
    path.write_bytes(TIED)
    with pytest.raises(CommandError, match=words):
        call_command("import_ballots", *(str(path) if each == "FILE" else each for each in arguments))
