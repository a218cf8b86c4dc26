"""The front door, sign-in, and trying the demonstration."""

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.test import Client

from consort.core.actions.people import found_organization, let_go

PASSWORD = "a long enough sentence"


@pytest.fixture(autouse=True)
def _nobody_has_tried():
    cache.clear()


def sign_in_with(client, email, password=PASSWORD, **more):
    return client.post("/accounts/login/", {"login": email, "password": password, **more})


def test_an_empty_installation_is_set_up_first(client, db):
    assert client.get("/").headers["Location"] == "/set-up/"


def test_a_stranger_is_sent_to_the_sign_in(client, varnholt):
    assert client.get("/").headers["Location"] == "/accounts/login/"


def test_the_only_organization_opens_at_once(sign_in, tomasz):
    assert sign_in(tomasz).get("/").headers["Location"] == "/varnholt/"


def test_one_of_several_organizations_is_chosen_and_remembered(sign_in, tomasz):
    found_organization(name="Board", slug="board", user=tomasz.user, first_name="Tomasz", last_name="W")
    client = sign_in(tomasz)
    page = client.get("/")
    assert "Varnholt Thermal" in page.text
    assert "Board" in page.text
    assert client.get("/?to=board").headers["Location"] == "/board/"
    assert client.get("/").headers["Location"] == "/board/"
    assert client.get("/?choose").status_code == 200


def test_somebody_elses_organization_cannot_be_chosen(sign_in, tomasz, stranger):
    assert sign_in(tomasz).get("/?to=elsewhere").headers["Location"] == "/varnholt/"


def test_whoever_has_left_everywhere_is_told(sign_in, ingrid, tomasz):
    let_go(person=tomasz, by=ingrid)
    assert "No organization is open to you" in sign_in(tomasz).get("/").text


def test_the_door_shows_the_words_of_the_organization(client, varnholt):
    varnholt.motto = "By 2035, nothing below 200 °C burns anything."
    varnholt.save()
    page = client.get("/accounts/login/").text
    assert "Varnholt Thermal" in page
    assert varnholt.motto in page


def test_names_of_several_organizations_are_not_told_at_the_door(client, varnholt, stranger):
    page = client.get("/accounts/login/").text
    assert "Varnholt" not in page
    assert "Elsewhere" not in page


def test_a_password_signs_in(client, tomasz):
    answer = sign_in_with(client, "Tomasz@Varnholt.example")
    assert answer.headers["Location"] == "/"
    assert client.get("/").headers["Location"] == "/varnholt/"


def test_a_wrong_password_says_so_and_keeps_the_address(client, tomasz):
    page = sign_in_with(client, "tomasz@varnholt.example", "not the sentence").text
    assert "do not belong together" in page
    assert 'value="tomasz@varnholt.example"' in page


def test_an_unknown_address_is_answered_like_a_wrong_password(client, tomasz):
    known = sign_in_with(client, "tomasz@varnholt.example", "wrong wrong wrong").text
    unknown = sign_in_with(client, "nobody@varnholt.example", "wrong wrong wrong").text
    sentence = "Email and password do not belong together"
    assert (sentence in known, sentence in unknown) == (True, True)


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", r"\\evil.example"]
)
def test_signing_in_never_leads_elsewhere(client, tomasz, elsewhere):
    assert sign_in_with(client, "tomasz@varnholt.example", next=elsewhere).headers["Location"] == "/"


def test_signing_in_leads_on_to_the_page_one_wanted(client, tomasz):
    answer = sign_in_with(client, "tomasz@varnholt.example", next="/varnholt/settings/")
    assert answer.headers["Location"] == "/varnholt/settings/"


def test_another_host_of_this_server_is_elsewhere_too(client, tomasz, settings):
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    assert sign_in_with(client, "tomasz@varnholt.example", next="https://other.example/").headers["Location"] == "/"


def test_guessing_is_stopped(client, tomasz):
    for _guess in range(5):
        sign_in_with(client, "tomasz@varnholt.example", "wrong wrong wrong")
    page = sign_in_with(client, "tomasz@varnholt.example")
    assert "Too many tries" in page.text
    assert client.get("/").headers["Location"] == "/accounts/login/"


def test_asking_for_passwords_without_end_is_stopped(client, tomasz):
    answers = [client.post("/accounts/password/reset/", {"email": "tomasz@varnholt.example"}) for _ in range(6)]
    assert answers[-1].status_code == 429
    assert "Too many tries" in answers[-1].text


def test_nobody_signs_up(client, varnholt):
    page = client.post("/accounts/signup/", {"email": "new@varnholt.example", "password1": PASSWORD})
    assert "by invitation" in page.text
    assert not varnholt.people.filter(email="new@varnholt.example").exists()


def totp_code(secret: str) -> str:
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


@pytest.fixture
def our_codes(settings):
    settings.MFA_ADAPTER = "consort.organization.accounts.MFAAdapter"


def test_a_code_is_asked_for_after_the_password(client, tomasz, our_codes):
    secret = generate_totp_secret()
    TOTP.activate(tomasz.user, secret)
    assert sign_in_with(client, "tomasz@varnholt.example").headers["Location"] == "/accounts/2fa/authenticate/"
    assert client.get("/").headers["Location"] == "/accounts/login/"
    assert "One more step" in client.get("/accounts/2fa/authenticate/").text
    wrong = client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert "does not fit" in wrong.text
    assert client.post("/accounts/2fa/authenticate/", {"code": totp_code(secret)}).headers["Location"] == "/"
    assert client.get("/").headers["Location"] == "/varnholt/"


def test_a_recovery_code_opens_once(tomasz):
    TOTP.activate(tomasz.user, generate_totp_secret())
    code = RecoveryCodes.activate(tomasz.user).get_unused_codes()[0]
    for expected in ("/varnholt/", "/accounts/login/"):
        client = Client()
        sign_in_with(client, "tomasz@varnholt.example")
        client.post("/accounts/2fa/authenticate/", {"code": code})
        assert client.get("/").headers["Location"] == expected


def test_the_secret_of_an_authenticator_app_is_encrypted(tomasz, our_codes):
    secret = generate_totp_secret()
    TOTP.activate(tomasz.user, secret)
    kept = Authenticator.objects.get(user=tomasz.user).data["secret"]
    assert secret not in kept
    assert get_adapter().decrypt(kept) == secret


def reauthenticated(sign_in, person) -> Client:
    client = sign_in(person)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def test_an_authenticator_app_is_added_by_its_owner(sign_in, tomasz):
    client = sign_in(tomasz)
    assert "/accounts/reauthenticate/" in client.get("/accounts/2fa/totp/activate/").headers["Location"]
    client = reauthenticated(sign_in, tomasz)
    page = client.get("/accounts/2fa/totp/activate/")
    assert page.status_code == 200
    secret = page.context["form"].secret
    client.post("/accounts/2fa/totp/activate/", {"code": totp_code(secret)})
    assert Authenticator.objects.filter(user=tomasz.user, type=Authenticator.Type.TOTP).exists()


def test_the_passkey_pages_answer(sign_in, client, tomasz):
    inside = reauthenticated(sign_in, tomasz)
    page = inside.get("/accounts/2fa/webauthn/add/")
    assert '"challenge"' in page.text
    refused = inside.post("/accounts/2fa/webauthn/add/", {"name": "laptop", "credential": "{}"})
    assert refused.status_code == 200
    assert "was not taken" in refused.text
    assert "None yet" in inside.get("/accounts/2fa/webauthn/").text
    options = client.get("/accounts/2fa/webauthn/login/", headers={"accept": "application/json"}).json()
    assert options["request_options"]["publicKey"]["challenge"]


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/2fa/webauthn/add/"])
def test_scripts_on_account_pages_are_ours_to_run(sign_in, client, tomasz, path):
    page = client.get(path) if "login" in path else reauthenticated(sign_in, tomasz).get(path)
    policy = page.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy.split("script-src", 1)[1].split(";")[0]
    for opening in page.text.split("<script")[1:]:
        tag = opening.split(">", 1)[0]
        assert "application/json" in tag or ("src=" in tag and "nonce=" in tag)


PAGES = [
    "/accounts/logout/",
    "/accounts/password/change/",
    "/accounts/2fa/",
    "/accounts/2fa/webauthn/",
    "/accounts/email/",
    "/accounts/reauthenticate/",
]


@pytest.mark.parametrize("path", PAGES)
def test_account_pages_are_in_our_frame(sign_in, tomasz, path):
    page = sign_in(tomasz).get(path)
    assert page.status_code == 200
    assert page.text.count("<h1>") == 1
    assert "Your settings" in page.text


@pytest.mark.parametrize("path", ["/accounts/password/reset/", "/accounts/password/reset/done/", "/accounts/inactive/"])
def test_pages_for_those_outside_are_in_our_frame(client, varnholt, path):
    page = client.get(path)
    assert page.status_code == 200
    assert page.text.count("<h1>") == 1


def test_a_forgotten_password_is_replaced_by_mail(client, tomasz, mailoutbox):
    client.post("/accounts/password/reset/", {"email": "tomasz@varnholt.example"})
    (mail,) = mailoutbox
    assert mail.subject == "Choose a new password"
    link = next(word for word in mail.body.split() if "/reset/key/" in word)
    form = client.get(link, follow=True)
    new = {"password1": "quite another sentence", "password2": "quite another sentence"}
    assert "new password counts" in client.post(form.request["PATH_INFO"], new, follow=True).text
    assert sign_in_with(client, "tomasz@varnholt.example", "quite another sentence").headers["Location"] == "/"


def test_a_silent_mail_server_does_not_break_the_reset(client, tomasz, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    answer = client.post("/accounts/password/reset/", {"email": "tomasz@varnholt.example"})
    assert answer.headers["Location"] == "/accounts/password/reset/done/"


@pytest.fixture
def demonstration(varnholt, settings):
    settings.DEMONSTRATION = True
    varnholt.is_demonstration = True
    varnholt.save()
    return varnholt


def test_the_demonstration_is_tried_as_one_of_its_people(client, demonstration, tomasz):
    assert "Tomasz Wierzbicki" in client.get("/accounts/login/").text
    assert client.post(f"/as/{tomasz.id}/").headers["Location"] == "/varnholt/"
    assert client.get("/").headers["Location"] == "/varnholt/"


def test_outside_demonstration_mode_nobody_is_tried(client, demonstration, tomasz, settings):
    settings.DEMONSTRATION = False
    assert "Tomasz" not in client.get("/accounts/login/").text
    assert client.post(f"/as/{tomasz.id}/").status_code == 404
    assert client.get("/").headers["Location"] == "/accounts/login/"


def test_real_people_are_never_tried(client, tomasz, settings):
    settings.DEMONSTRATION = True
    assert client.post(f"/as/{tomasz.id}/").status_code == 404


def test_a_login_that_opens_something_real_is_never_tried(client, demonstration, tomasz, stranger):
    found_organization(name="Real", slug="real", user=tomasz.user, first_name="Tomasz", last_name="W")
    assert "Tomasz" not in client.get("/accounts/login/").text
    assert client.post(f"/as/{tomasz.id}/").status_code == 404


def test_looking_at_the_address_does_not_sign_in(client, demonstration, tomasz):
    assert client.get(f"/as/{tomasz.id}/").status_code == 405


def test_the_door_asks_few_questions(client, demonstration, executives, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/accounts/login/")
