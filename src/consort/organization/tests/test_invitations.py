"""Invitations: asked, told, accepted, taken back."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from uuid import uuid4

import pytest
from django.core import signing
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client

from consort.core import clock
from consort.core.actions.people import add_person
from consort.core.models import Entry, Person, User
from consort.organization import links, mail
from consort.organization.actions import invitations as actions
from consort.organization.actions.members import let_back
from consort.organization.lines import read_lines
from consort.organization.models import Invitation

LUCA = "Luca Gentile <luca@varnholt.example>, Brescia plant"
PASSWORD = {"password": "another long sentence"}


@pytest.fixture(autouse=True)
def _nobody_has_tried():
    cache.clear()


@pytest.fixture
def luca(ingrid) -> Person:
    """Invited, not yet here."""
    (invitation,) = actions.invite(by=ingrid, id=uuid4(), invitees=read_lines(LUCA))
    return invitation.person


def link_of(person: Person) -> str:
    return links.invitation_link(person.invitation).removeprefix("http://127.0.0.1:8000")


def test_lines_are_read_as_people_write_them():
    text = """
        Luca Gentile <luca@varnholt.example>, Brescia plant
        Anke de Wit, anke@varnholt.example
        Bram\tNijhof\tIT operations\tbram@varnholt.example
        "Aubry, Hélène" <helene@varnholt.example>
        pia@varnholt.example; Pia; Sommer
        Jo <jo@varnholt.example>; Ed Roe <Ed@Varnholt.example>
    """
    found = [(each.first_name, each.last_name, each.email.split("@")[0], each.title) for each in read_lines(text)]
    assert found == [
        ("Luca", "Gentile", "luca", "Brescia plant"),
        ("Anke", "de Wit", "anke", ""),
        ("Bram", "Nijhof", "bram", "IT operations"),
        ("Hélène", "Aubry", "helene", ""),
        ("Pia", "Sommer", "pia", ""),
        ("Jo", "", "jo", ""),
        ("Ed", "Roe", "ed", ""),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Luca Gentile", "no email address"),
        ("luca@varnholt.example", "no name"),
        ("A B <a@b.example>\nC D <A@B.example>", "twice"),
        ("\n".join(f"A B <a{number}@b.example>" for number in range(201)), "At most 200"),
    ],
)
def test_lines_that_cannot_be_read_say_why(line, problem):
    with pytest.raises(ValidationError, match=problem):
        read_lines(line)


def invite(client: Client, lines: str = LUCA, **more: object):
    return client.post("/varnholt/settings/members/invite/", {"id": uuid4(), "people": lines, "is_leader": "on"} | more)


def test_one_is_invited_by_mail(sign_in, ingrid, mailoutbox):
    client = sign_in(ingrid)
    assert invite(client).headers["Location"] == "/varnholt/settings/members/"
    luca = Person.objects.get(email="luca@varnholt.example")
    assert (luca.full_name, luca.title, luca.is_leader, luca.user) == ("Luca Gentile", "Brescia plant", True, None)
    (sent,) = mailoutbox
    assert sent.subject == "Ingrid Maas invites you to Varnholt Thermal"
    assert link_of(luca).split("/")[1] == "invitation"
    assert "http://127.0.0.1:8000/invitation/" in sent.body
    assert "good for 14 days" in sent.body
    assert "http://127.0.0.1:8000/invitation/" in sent.alternatives[0][0]
    page = client.get("/varnholt/settings/members/").text
    assert "1 person was invited." in page
    assert "Invited" in page


def test_sent_twice_it_makes_one_person_and_one_mail(sign_in, ingrid, mailoutbox):
    client, sheet = sign_in(ingrid), uuid4()
    for _twice in range(2):
        assert invite(client, id=sheet).status_code == 303
    assert Person.objects.filter(email="luca@varnholt.example").count() == 1
    assert len(mailoutbox) == 1
    assert Entry.objects.filter(type="person.invited").count() == 1


def test_several_are_invited_over_one_connection(sign_in, ingrid, mailoutbox):
    invite(sign_in(ingrid), LUCA + "\nPia Sommer <pia@varnholt.example>\nJo <jo@varnholt.example>", is_leader="")
    assert len(mailoutbox) == 3
    assert not Person.objects.get(email="pia@varnholt.example").is_leader


def test_a_line_that_cannot_be_read_stops_all_and_keeps_the_words(sign_in, ingrid, mailoutbox):
    page = invite(sign_in(ingrid), LUCA + "\nPia Sommer, no address")
    assert page.status_code == 422
    assert "Line 2: there is no email address in it." in page.text
    assert "Pia Sommer, no address" in page.text
    assert not mailoutbox
    assert not Person.objects.filter(first_name="Luca").exists()


def test_whoever_is_here_is_not_invited(sign_in, ingrid, tomasz, mailoutbox):
    page = invite(sign_in(ingrid), "Tom W <Tomasz@varnholt.example>")
    assert page.status_code == 422
    assert "Tomasz Wierzbicki has the address" in page.text
    assert not mailoutbox


def test_only_administrators_invite(sign_in, tomasz):
    assert invite(sign_in(tomasz)).status_code == 404
    assert not Person.objects.filter(first_name="Luca").exists()


def test_a_failing_fact_undoes_the_invitation(ingrid, monkeypatch):
    def fail(*arguments, **named):
        raise RuntimeError

    monkeypatch.setattr("consort.core.actions.people.record", fail)
    with pytest.raises(RuntimeError):
        actions.invite(by=ingrid, id=uuid4(), invitees=read_lines(LUCA))
    assert not Person.objects.filter(first_name="Luca").exists()


def test_looking_at_the_link_changes_nothing(client, luca):
    page = client.get(link_of(luca))
    assert page.status_code == 200
    assert "Join Varnholt Thermal" in page.text
    luca.refresh_from_db()
    assert luca.user is None


def test_the_link_sets_a_password_and_signs_in(client, luca):
    assert client.post(link_of(luca), PASSWORD).headers["Location"] == "/varnholt/"
    luca.refresh_from_db()
    assert luca.user.email == "luca@varnholt.example"
    assert luca.user.check_password(PASSWORD["password"])
    assert Entry.objects.filter(type="person.joined", object_id=luca.id).exists()
    assert client.get("/").headers["Location"] == "/varnholt/"


def test_a_weak_password_is_said_so(client, luca):
    page = client.post(link_of(luca), {"password": "luca@varnholt"})
    assert page.status_code == 422
    luca.refresh_from_db()
    assert luca.user is None


def test_a_used_link_opens_nothing(client, luca):
    link = link_of(luca)
    client.post(link, PASSWORD)
    assert client.get(link).headers["Location"] == "/varnholt/"
    for answer in (Client().get(link), Client().post(link, {"password": "a third long sentence"})):
        assert answer.status_code == 410
        assert "used already" in answer.text


def test_a_used_link_changes_no_password(client, luca):
    link = link_of(luca)
    client.post(link, PASSWORD)
    Client().post(link, {"password": "a third long sentence"})
    assert User.objects.get(email="luca@varnholt.example").check_password(PASSWORD["password"])


def test_a_link_runs_out_after_two_weeks(client, luca, monkeypatch):
    link = link_of(luca)
    later = signing.time.time() + timedelta(days=14, minutes=1).total_seconds()
    monkeypatch.setattr(signing.time, "time", lambda: later)
    answer = client.post(link, PASSWORD)
    assert answer.status_code == 410
    assert "has run out" in answer.text
    assert "Ingrid Maas" in answer.text
    assert not User.objects.filter(email="luca@varnholt.example").exists()


@pytest.mark.parametrize("change", [lambda token: token[:-2], lambda token: "x" + token, lambda token: "nonsense"])
def test_a_forged_link_is_nothing(client, luca, change):
    token = link_of(luca).split("/")[2]
    answer = client.post(f"/invitation/{change(token)}/", PASSWORD)
    assert answer.status_code == 404
    assert "not an invitation" in answer.text
    assert "Varnholt" not in answer.text
    assert not User.objects.filter(email="luca@varnholt.example").exists()


def test_a_token_signed_for_something_else_is_nothing(client, luca):
    token = signing.dumps([luca.pk.hex, luca.invitation.key], salt="consort.address")
    assert client.get(f"/invitation/{token}/").status_code == 404


def test_somebody_else_who_is_signed_in_does_not_take_it(sign_in, tomasz, luca):
    client = sign_in(tomasz)
    for answer in (client.get(link_of(luca)), client.post(link_of(luca), PASSWORD)):
        assert answer.status_code == 409
        assert "for somebody else" in answer.text
    luca.refresh_from_db()
    assert luca.user is None


def test_a_login_that_is_there_already_is_used(client, stranger, ingrid):
    (invitation,) = actions.invite(by=ingrid, id=uuid4(), invitees=read_lines("Sam Else <sam@elsewhere.example>"))
    link = link_of(invitation.person)
    assert "Sign in with it" in client.get(link).text
    client.post(link, PASSWORD)
    assert stranger.user.check_password("a long enough sentence")
    client.force_login(stranger.user)
    assert client.get(link).status_code == 200
    assert client.post(link).headers["Location"] == "/varnholt/"
    assert Person.objects.filter(user=stranger.user).count() == 2


def test_an_invitation_taken_back_is_closed(sign_in, client, ingrid, luca):
    link = link_of(luca)
    sign_in(ingrid).post(f"/varnholt/settings/members/{luca.id}/cancel/")
    answer = client.post(link, PASSWORD)
    assert answer.status_code == 410
    assert "taken back" in answer.text
    assert Entry.objects.filter(type="invitation.cancelled").exists()


def test_an_invitation_taken_back_can_be_made_anew(client, ingrid, luca):
    former = link_of(luca)
    actions.cancel_invitation(person=luca, by=ingrid)
    invitation = let_back(person=luca, by=ingrid)
    assert client.get(former).status_code == 410
    assert client.get(links.invitation_link(invitation).removeprefix("http://127.0.0.1:8000")).status_code == 200


def test_the_invitation_is_sent_again(sign_in, ingrid, luca, mailoutbox):
    former = link_of(luca)
    sign_in(ingrid).post(f"/varnholt/settings/members/{luca.id}/send-again/")
    assert len(mailoutbox) == 1
    assert Client().get(former).status_code == 200


def test_whoever_has_joined_is_not_invited_again(sign_in, ingrid, tomasz, mailoutbox):
    assert sign_in(ingrid).post(f"/varnholt/settings/members/{tomasz.id}/send-again/").status_code == 409
    assert sign_in(ingrid).post(f"/varnholt/settings/members/{tomasz.id}/cancel/").status_code == 409
    assert not mailoutbox


def test_a_silent_mail_server_is_told_to_the_inviter(sign_in, ingrid, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    client = sign_in(ingrid)
    invite(client)
    page = client.get("/varnholt/settings/members/").text
    assert "Nobody was told yet: The mail server did not answer." in page
    luca = Person.objects.get(email="luca@varnholt.example")
    page = client.get(f"/varnholt/settings/members/{luca.id}/").text
    assert "Nobody was told yet." in page
    assert "http://127.0.0.1:8000/invitation/" in page
    assert "Send the invitation again" in page


def test_one_refused_address_does_not_hold_up_the_others(ingrid, monkeypatch, mailoutbox):
    lines = LUCA + "\nPia Sommer <pia@varnholt.example>"
    made = actions.invite(by=ingrid, id=uuid4(), invitees=read_lines(lines))
    send = mail.EmailMultiAlternatives.send

    def refuse_luca(self, *arguments, **named):
        if self.to == ["luca@varnholt.example"]:
            raise SMTPRecipientsRefused({})
        return send(self, *arguments, **named)

    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", refuse_luca)
    (untold,) = mail.deliver(made, by=ingrid)
    assert untold.person.first_name == "Luca"
    assert "refused" in untold.problem
    assert [each.to for each in mailoutbox] == [["pia@varnholt.example"]]


def test_the_link_is_not_shown_once_somebody_was_told(sign_in, ingrid, luca, mailoutbox):
    mail.deliver([luca.invitation], by=ingrid)
    assert "/invitation/" not in sign_in(ingrid).get(f"/varnholt/settings/members/{luca.id}/").text


def test_without_a_mail_server_the_link_is_passed_on(sign_in, ingrid, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    client = sign_in(ingrid)
    assert "No mail server is set up" in client.get("/varnholt/settings/members/invite/").text
    invite(client)
    assert "No mail server" in Invitation.objects.get().problem


def test_the_demonstration_mails_nobody(sign_in, ingrid, mailoutbox):
    ingrid.organization.is_demonstration = True
    ingrid.organization.save()
    invite(sign_in(ingrid))
    assert not mailoutbox
    assert "demonstration" in Invitation.objects.get().problem


def test_an_old_invitation_is_shown_as_run_out(sign_in, ingrid, luca):
    luca.invitation.sent = clock.now() - timedelta(days=15)
    luca.invitation.save()
    assert "Invitation ran out" in sign_in(ingrid).get("/varnholt/settings/members/").text


def test_somebody_without_an_address_cannot_be_invited(sign_in, ingrid):
    person = add_person(by=ingrid, first_name="Nobody", last_name="Yet")
    assert sign_in(ingrid).post(f"/varnholt/settings/members/{person.id}/send-again/").status_code == 409


def test_trying_tokens_without_end_is_stopped(client, varnholt):
    answers = {client.post("/invitation/nonsense/").status_code for _ in range(31)}
    assert answers == {404, 429}
