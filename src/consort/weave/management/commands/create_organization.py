"""`./consort create-organization`: an empty organization and its first administrator."""

import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import transaction
from django.utils.text import slugify

from consort.core.actions.people import found_organization
from consort.core.errors import Refused
from consort.core.models import User


class Command(BaseCommand):
    help = "Make an empty organization and its first administrator. Asks for the password."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="the organization's name")
        parser.add_argument("--address", help="how its addresses begin; default made from the name")
        parser.add_argument("--email", required=True, help="of the first administrator")
        parser.add_argument("--first-name", required=True)
        parser.add_argument("--last-name", default="")

    @transaction.atomic
    def handle(self, *args: Any, name: str, email: str, first_name: str, last_name: str, **options: Any) -> None:
        try:
            validate_email(email)
            user = User.objects.filter(email=email.lower()).first() or self._new_login(email)
            slug = options["address"] or slugify(name)
            found_organization(name=name, slug=slug, user=user, first_name=first_name, last_name=last_name)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except Refused as refusal:
            raise CommandError(refusal.message) from refusal
        self.stdout.write(f"{name} is there. {first_name} signs in as {email.lower()}.")

    def _new_login(self, email: str) -> User:
        user = User(email=email.lower())
        password = getpass.getpass("Password for the first administrator: ")
        validate_password(password, user)
        user.set_password(password)
        user.save()
        return user
