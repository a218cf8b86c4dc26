"""Which tables an archive holds, and where they lie in it."""

from django.apps import apps
from django.db import models

FORMAT = "consort-archive-1"
MANIFEST = "manifest.json"
ACCOUNTS = ("account.EmailAddress", "mfa.Authenticator", "socialaccount.SocialAccount")
NOT_KEPT = {"core.Lease"}


def archived() -> list[type[models.Model]]:
    """Every model of Consort, and the accounts that open it; not sessions and not who works at the moment."""
    own = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("consort.")]
    accounts = [apps.get_model(label) for label in ACCOUNTS]
    return [model for model in [*own, *accounts] if model._meta.label not in NOT_KEPT and model._meta.managed]


def table_file(model: type[models.Model]) -> str:
    return f"tables/{model._meta.label_lower}.jsonl"


def ledger_file(slug: str) -> str:
    return f"ledgers/{slug}.jsonl"
