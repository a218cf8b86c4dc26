"""What must be so before the server starts: the tables as this version needs them, and something to look at."""

import subprocess
import sys
import time

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from consort.core import key_mark
from consort.core.models import Organization
from consort.site import health

EMPTY = "There is no organization yet. Make the first one: ./consort create-organization --help"
DEMONSTRATION = "The sign-in page says who the people of the demonstration are and how to sign in as one of them."
ORDINARY = "Sign in with your address and password."
NOT_MIGRATED = "The database is not prepared for this version yet: start ./consort once, or run its migrations."


def prepare() -> None:
    """Migrate, and make the demonstration organization in an empty database. Each in a process of its own, so that
    this one stays small. Raises SystemExit when the migrations fail or the master key is another's."""
    if health.unapplied_migrations() and _step("database", "migrate", "--verbosity", "0"):
        raise SystemExit("The database could not be prepared; nothing was started.")
    require_own_key()
    if settings.DEMONSTRATION and not Organization.objects.exists() and _step("demonstration", "demonstrate"):
        print("  The demonstration organization could not be made; Consort starts without it.", flush=True)
    connections.close_all()


def how_to_begin() -> str:
    """What a person at the terminal does next."""
    organizations = Organization.objects.all()
    if not organizations.exists():
        return EMPTY
    return DEMONSTRATION if organizations.filter(is_demonstration=True).exists() else ORDINARY


def require_migrated() -> None:
    """Raises SystemExit when a migration is still to be run."""
    if health.unapplied_migrations():
        raise SystemExit(NOT_MIGRATED)
    require_own_key()


def require_own_key() -> None:
    """Raises SystemExit when the database was sealed under another master key."""
    try:
        key_mark.establish()
    except ImproperlyConfigured as error:
        raise SystemExit(str(error)) from error


def _step(name: str, *command: str) -> int:
    """Run a management command; show its name, its seconds, and then what it has to say."""
    print(f"  {name:<28}", end="", flush=True)
    start = time.monotonic()
    done = subprocess.run([sys.executable, "-m", "django", *command], capture_output=True, text=True, check=False)
    print(f" {time.monotonic() - start:5.1f} s" if not done.returncode else " failed", flush=True)
    said = (done.stdout + (done.stderr if done.returncode else "")).strip()
    if said:
        print("\n".join(f"    {line}" for line in said.splitlines()[-15:]), flush=True)
    return done.returncode
