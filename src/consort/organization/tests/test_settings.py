"""You, the organization, confidentiality, email, backup, the audit log."""

import json
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import signing
from django.core.cache import cache

from consort.core import clock
from consort.core.actions.partnerships import form_partnership
from consort.core.ledger import checkpoints, standalone
from consort.core.ledger.exporting import lines
from consort.core.ledger.verifying import Broken, verify
from consort.core.models import Entry
from consort.organization import links, mailings
from consort.organization.actions.logins import change_address
from consort.organization.exporting import in_pieces, lines_for

SETTINGS = "/varnholt/settings/"
FOR_ADMINISTRATORS = [
    "details/",
    "departments/",
    "email/",
    "backup/",
    "audit/",
    "audit/ledger.jsonl",
    "members/invite/",
]
FOR_ALL = ["", "members/", "confidentiality/"]
PASSWORD = "a long enough sentence"


@pytest.fixture(autouse=True)
def _nobody_has_tried():
    cache.clear()


@pytest.mark.parametrize("page", FOR_ADMINISTRATORS)
@pytest.mark.parametrize("reader", ["tomasz", "facilitator", "observer", "stranger"])
def test_pages_for_administrators_do_not_exist_for_others(sign_in, varnholt, request, reader, page):
    assert sign_in(request.getfixturevalue(reader)).get(SETTINGS + page).status_code == 404


@pytest.mark.parametrize("page", [*FOR_ALL, *FOR_ADMINISTRATORS])
@pytest.mark.parametrize("reader", ["ingrid", "administrator"])
def test_administrators_see_every_page(sign_in, varnholt, request, reader, page):
    assert sign_in(request.getfixturevalue(reader)).get(SETTINGS + page).status_code == 200


@pytest.mark.parametrize("page", [*FOR_ALL, *FOR_ADMINISTRATORS[:-2]])
def test_every_page_asks_few_questions(sign_in, executives, page, django_assert_max_num_queries):
    client = sign_in(executives[0])
    client.get(SETTINGS + page)
    with django_assert_max_num_queries(13):
        client.get(SETTINGS + page)


def test_one_changes_ones_name_and_clock(sign_in, tomasz):
    new = {"first_name": "Tom", "last_name": "Wierzbicki", "title": "Works", "time_zone": "America/Lima"}
    sign_in(tomasz).post(SETTINGS, new)
    tomasz.refresh_from_db()
    assert (tomasz.first_name, tomasz.title, tomasz.time_zone) == ("Tom", "Works", "America/Lima")
    assert Entry.objects.filter(type="person.described").count() == 1


def test_a_time_zone_that_is_none_keeps_the_words(sign_in, tomasz):
    answer = sign_in(tomasz).post(SETTINGS, {"first_name": "Tom", "title": "My words", "time_zone": "Mars/Olympus"})
    assert answer.status_code == 422
    assert "My words" in answer.text
    tomasz.refresh_from_db()
    assert tomasz.first_name == "Tomasz"


def test_ways_to_sign_in_are_shown(sign_in, tomasz):
    page = sign_in(tomasz).get(SETTINGS).text
    assert "Add a passkey" in page
    assert "tomasz@varnholt.example" in page
    assert "Ask for a code too" in page


def confirmed(sign_in, person):
    client = sign_in(person)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def test_a_new_address_is_asked_for_after_the_password_alone(sign_in, tomasz):
    client = sign_in(tomasz)
    for answer in (client.get(f"{SETTINGS}address/"), client.post(f"{SETTINGS}address/", {"email": "t@new.example"})):
        assert answer.headers["Location"].startswith("/accounts/reauthenticate/")


def test_a_new_address_counts_once_confirmed_from_there(sign_in, tomasz, mailoutbox):
    client = confirmed(sign_in, tomasz)
    client.post(f"{SETTINGS}address/", {"email": "Tom@New.example"})
    question, notice = mailoutbox
    assert (question.to, notice.to) == (["tom@new.example"], ["tomasz@varnholt.example"])
    link = next(word for word in question.body.split() if "/new-address/" in word).split("8000")[1]
    assert "Is this your address?" in client.get(link).text
    tomasz.refresh_from_db()
    assert tomasz.email == "tomasz@varnholt.example"
    client.post(link)
    tomasz.refresh_from_db()
    assert (tomasz.email, tomasz.user.email) == ("tom@new.example", "tom@new.example")
    assert list(EmailAddress.objects.values_list("email", "verified")) == [("tom@new.example", True)]
    assert "tom@new" not in str(list(Entry.objects.filter(type="person.readdressed").values("payload__body")))
    assert client.post(link).status_code == 410


def test_the_former_address_no_longer_signs_in(client, tomasz):
    EmailAddress.objects.create(user=tomasz.user, email=tomasz.email, verified=True, primary=True)
    change_address(user=tomasz.user, email="tom@new.example")
    client.post("/accounts/login/", {"login": "tomasz@varnholt.example", "password": PASSWORD})
    assert client.get("/").headers["Location"] == "/accounts/login/"


def test_somebody_elses_link_changes_nothing(sign_in, tomasz, jonas):
    link = links.address_link(tomasz.user, "t@new.example").split("8000")[1]
    assert sign_in(jonas).post(link).status_code == 410
    assert sign_in(tomasz).post(link[:-3] + "x/").status_code == 410
    tomasz.user.refresh_from_db()
    assert tomasz.user.email == "tomasz@varnholt.example"


def test_a_link_to_a_new_address_runs_out(sign_in, tomasz, monkeypatch):
    link = links.address_link(tomasz.user, "t@new.example").split("8000")[1]
    client = sign_in(tomasz)
    later = signing.time.time() + timedelta(days=2, minutes=1).total_seconds()
    monkeypatch.setattr(signing.time, "time", lambda: later)
    assert client.post(link).status_code == 410


@pytest.mark.parametrize("email", ["jonas@varnholt.example", "tomasz@varnholt.example", "no address"])
def test_an_address_that_cannot_be_is_said_so(sign_in, tomasz, jonas, mailoutbox, email):
    answer = confirmed(sign_in, tomasz).post(f"{SETTINGS}address/", {"email": email})
    assert answer.status_code == 422
    assert not mailoutbox


def test_the_organization_is_changed_and_it_is_recorded(sign_in, ingrid):
    new = {"name": "Varnholt", "short_name": "", "motto": "Nothing burns.", "time_zone": "Europe/Berlin"}
    sign_in(ingrid).post(f"{SETTINGS}details/", new)
    ingrid.organization.refresh_from_db()
    assert (ingrid.organization.name, ingrid.organization.motto) == ("Varnholt", "Nothing burns.")
    (entry,) = Entry.objects.filter(type="organization.changed").select_related("payload")
    assert entry.payload.body == {"what": "name, short name, words at the door"}


def test_confidentiality_is_said_from_the_settings(sign_in, tomasz, settings):
    client = sign_in(tomasz)
    page = client.get(f"{SETTINGS}confidentiality/").text
    assert "below 5 answers" in page
    assert "never below 3" in page
    assert "it is not set to HTTPS" in page
    assert "30 days on the same device" in page
    settings.HTTPS = True
    settings.SESSION_COOKIE_AGE = 60 * 60 * 24
    page = client.get(f"{SETTINGS}confidentiality/").text
    assert "it is not set to HTTPS" not in page
    assert "1 day on the same device" in page


def test_mail_of_other_packages_is_named(sign_in, ingrid, monkeypatch):
    monkeypatch.setattr(mailings, "_registered", [])
    mailings.register(mailings.Mail("Digest", "Every morning", "Whoever wants it"))
    page = sign_in(ingrid).get(f"{SETTINGS}email/").text
    assert "Every morning" in page
    assert "The person invited" in page


def test_the_last_backups_are_shown(sign_in, ingrid, settings, tmp_path):
    settings.DATA = tmp_path / "data"
    client = sign_in(ingrid)
    assert "No backup was found" in client.get(f"{SETTINGS}backup/").text
    (tmp_path / "data-backups").mkdir()
    (tmp_path / "data-backups" / "consort-2026-10-12-030000.tar.gz").write_bytes(b"x" * 2048)
    page = client.get(f"{SETTINGS}backup/").text
    assert "consort-2026-10-12-030000.tar.gz" in page
    assert "The last backup was made on" in page


@pytest.fixture
def private_pair(tomasz, priya):
    """Known to two leaders, and to no administrator."""
    return form_partnership(by=tomasz, people=[tomasz, priya], purpose="between us")


def test_the_log_shows_an_administrator_what_is_open_to_them(sign_in, ingrid, administrator, private_pair):
    page = sign_in(administrator).get(f"{SETTINGS}audit/").text
    assert "Ingrid invited Tomasz Wierzbicki" in page
    assert "Tomasz began the partnership" not in page
    assert checkpoints.verifier_key(ingrid.organization).split("+")[1] in page


def test_the_log_is_read_backwards_in_pages(sign_in, ingrid, executives, monkeypatch):
    monkeypatch.setattr("consort.organization.contexts.ledger.AT_ONCE", 4)
    client = sign_in(ingrid)
    assert "?before=6" in client.get(f"{SETTINGS}audit/").text
    older = client.get(f"{SETTINGS}audit/?before=4").text
    assert "Ingrid set up Varnholt Thermal" in older
    assert "Older" not in older
    for nonsense in ("x", "-1", "9" * 40, "²"):
        assert client.get(f"{SETTINGS}audit/", {"before": nonsense}).status_code == 200


def downloaded(client) -> list[bytes]:
    answer = client.get(f"{SETTINGS}audit/ledger.jsonl")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="varnholt-ledger.jsonl"'
    return b"".join(answer.streaming_content).splitlines()


def test_the_download_verifies_as_a_part_and_as_nothing_else(sign_in, ingrid, tomasz, varnholt):
    rows, key = downloaded(sign_in(ingrid)), checkpoints.verifier_key(varnholt)
    assert rows[1:] == list(lines(varnholt))[1:]
    assert verify(rows, key, part=True).withheld == 0
    assert standalone.check(rows, key, [], part=True).size == 3
    with pytest.raises(Broken, match="--part"):
        verify(rows, key)
    with pytest.raises(standalone.Broken, match="--part"):
        standalone.check(rows, key, [])
    with pytest.raises(Broken, match="not an export"):
        verify(lines(varnholt), key, part=True)


def test_the_download_carries_no_content_that_is_closed_to_its_reader(sign_in, administrator, private_pair, varnholt):
    rows = [json.loads(row) for row in downloaded(sign_in(administrator))]
    full = [json.loads(row) for row in lines(varnholt)]
    assert [row.get("leaf") for row in rows] == [row.get("leaf") for row in full]
    assert [row.get("chain") for row in rows] == [row.get("chain") for row in full]
    (closed,) = [row for row in rows if "leaf" in row and row["payload"] is None]
    assert closed["leaf"]["type"] == "partnership.formed"
    assert closed["salt"] is None
    part, key = downloaded(sign_in(administrator)), checkpoints.verifier_key(varnholt)
    assert verify(part, key, part=True).withheld == 1
    assert standalone.check(part, key, [], part=True).unsaid() == {closed["leaf"]["seq"]}
    whole = [next(lines(varnholt)), *part[1:]]
    with pytest.raises(Broken, match="no content, and no erasure says why"):
        verify(whole, key)
    with pytest.raises(standalone.Broken, match="no content, and no erasure says why"):
        standalone.check(whole, key, [])


def test_what_comes_in_while_it_is_read_carries_no_content(ingrid, varnholt, monkeypatch):
    rows = lines_for(ingrid)
    monkeypatch.setattr("consort.organization.exporting.exporting.lines", lambda _: iter([next(late)]))
    late = iter([b'{"chain":"","leaf":{"seq":99},"payload":{"a":1},"salt":"00"}'])
    assert list(rows) == [b'{"chain":"","leaf":{"seq":99},"payload":null,"salt":null}\n']


@pytest.mark.django_db(transaction=True)
def test_an_asynchronous_server_sends_the_same_bytes(ingrid, varnholt):
    import asyncio

    async def collected() -> bytes:
        return b"".join([piece async for piece in in_pieces(iter([b"a\n", b"b\n"]))])

    assert asyncio.run(collected()) == b"a\nb\n"


def test_checkpoints_are_listed(sign_in, ingrid, varnholt):
    note = checkpoints.make(varnholt).note.splitlines()[0]
    page = sign_in(ingrid).get(f"{SETTINGS}audit/").text
    assert note in page
    assert "2 entries" in page or "1 entry" in page
    assert clock.now().strftime("%Y") in page
