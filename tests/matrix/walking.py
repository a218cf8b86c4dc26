"""Sends requests and says what became of them."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from tests.matrix.reading import Outcome

STATUSES = {
    401: Outcome.REFUSED,
    403: Outcome.REFUSED,
    404: Outcome.HIDDEN,
    405: Outcome.NO_METHOD,
    409: Outcome.REFUSED,
    410: Outcome.CLOSED,
    400: Outcome.PAGE,
    422: Outcome.PAGE,
}
PASSING = {"django_session", "sqlite_sequence", "account_emailaddress"}  # sessions, and allauth's copy of an address


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done inside did not happen, and nobody knocked too often before."""
    cache.clear()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def request(browser: Client, method: str, address: str, body: dict[str, object]) -> HttpResponseBase:
    if method == "GET":
        return browser.get(address, body)
    return browser.generic(method, address) if method != "POST" else browser.post(address, body)


def outcome_of(method: str, response: HttpResponseBase, has_changed: bool) -> str:
    """The name of the outcome, or the status where there is none for it; marked where something changed with it."""
    found = _redirect(response) if 300 <= response.status_code < 400 else STATUSES.get(response.status_code, "")
    if not found and response.status_code < 300:
        found = Outcome.SEES if method == "GET" else Outcome.DOES if has_changed else Outcome.PAGE
    if found == Outcome.SENDS_AWAY and method != "GET" and has_changed:
        found = Outcome.DOES
    changes = has_changed and found != Outcome.DOES
    return (found or str(response.status_code)) + (", and something changed" if changes else "")


def _redirect(response: HttpResponseBase) -> Outcome:
    where = response.headers["Location"]
    if where.startswith(reverse("account_login")):
        return Outcome.SIGN_IN
    return Outcome.REFUSED if where.startswith(reverse("account_reauthenticate")) else Outcome.SENDS_AWAY


def fingerprint() -> str:
    """Changes when any row of any table does."""
    digest = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            if table not in PASSING and not table.startswith("core_search_"):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                digest.update(f"{table}{sorted(map(repr, cursor.fetchall()))}".encode())
    return digest.hexdigest()
