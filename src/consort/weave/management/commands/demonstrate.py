"""Make the demonstration organization."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from consort.core.models import Organization
from consort.weave.demonstration import cast, telling


class Command(BaseCommand):
    help = "Make Varnholt Thermal, the demonstration organization, with a year of history."

    def handle(self, *args: Any, **options: Any) -> None:
        if Organization.objects.filter(slug=cast.SLUG).exists():
            raise CommandError(f"There is an organization at {cast.SLUG} already. Nothing was made.")
        organization = telling.tell()
        self.stdout.write(f"{organization.name} is there.")
