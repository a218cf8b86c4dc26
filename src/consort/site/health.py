"""Whether the process answers, and whether it can do its work. Neither answer holds anything worth hiding."""

import os
import threading
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from consort.core import key_mark, keys

_applied = threading.Event()


@login_not_required
@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """The process answers. Touches nothing else."""
    return JsonResponse({"healthy": True})


@login_not_required
@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """200 when the database is reached, all migrations are applied and the master key is readable; otherwise 503."""
    checks = {name: _holds(check) for name, check in CHECKS.items()}
    is_ready = all(checks.values())
    return JsonResponse({"ready": is_ready, **checks}, status=200 if is_ready else 503)


def _holds(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (DatabaseError, ImproperlyConfigured, OSError):
        return False


def database_reached() -> bool:
    """Runs one query."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def migrations_applied() -> bool:
    """Whether the database is as this version needs it. Not asked again once it is so."""
    if not _applied.is_set() and not unapplied_migrations():
        _applied.set()
    return _applied.is_set()


def unapplied_migrations() -> int:
    """How many migrations are still to be run."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def master_key_readable() -> bool:
    """Whether there is a key, and the one this database was sealed under. Runs one query; never makes a key."""
    is_there = bool(settings.MASTER_KEY or os.access(settings.MASTER_KEY_FILE, os.R_OK)) and bool(keys.master_key())
    return is_there and key_mark.belongs()


CHECKS: dict[str, Callable[[], bool]] = {
    "database": database_reached,
    "migrations": migrations_applied,
    "master_key": master_key_readable,
}
