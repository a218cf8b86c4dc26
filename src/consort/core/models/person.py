"""A person in an organization, and the login that may belong to them."""

import secrets
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models.organization import Department, Organization


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A login. One human may be a `Person` in several organizations with one login."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField(_("email"), unique=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=clock.now)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return self.email


def new_pseudonym() -> str:
    """128 random bits in hex: how the ledger names a person without naming them."""
    return secrets.token_hex(16)


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, person: "Person") -> "PersonQuerySet":
        """Everyone in an organization knows who else is in it."""
        return self.filter(organization=person.organization_id)


class Person(models.Model):
    """One human in one organization."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="people")
    user = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="people")
    department = models.ForeignKey(Department, models.SET_NULL, null=True, blank=True, related_name="people")
    first_name = models.CharField(_("first name"), max_length=60)
    last_name = models.CharField(_("last name"), max_length=60, blank=True)
    title = models.CharField(_("title"), max_length=120, blank=True)
    email = models.EmailField(_("email"), blank=True)
    is_leader = models.BooleanField(_("leader"), default=True)
    is_facilitator = models.BooleanField(_("facilitator"), default=False)
    is_administrator = models.BooleanField(_("administrator"), default=False)
    pseudonym = models.CharField(max_length=32, default=new_pseudonym, editable=False)
    time_zone = models.CharField(_("time zone"), max_length=60, blank=True)
    joined = models.DateTimeField(default=clock.now)
    left = models.DateTimeField(null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "user"], name="one_person_per_login"),
            models.UniqueConstraint(
                fields=["organization", "email"], condition=~models.Q(email=""), name="one_person_per_email"
            ),
        ]
        ordering = ["first_name", "last_name"]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def initials(self) -> str:
        return (self.first_name[:1] + self.last_name[:1]).upper()

    @property
    def sees_leaders(self) -> bool:
        """Whether what is open to all leaders is open to this person."""
        return self.is_leader or self.is_facilitator

    @cached_property
    def partnership_ids(self) -> list[UUID]:
        """The partnerships this person has a seat in now. Runs one query, once."""
        return list(self.seats.filter(left=None).values_list("partnership_id", flat=True))

    def forget_seats(self) -> None:
        """Ask anew which partnerships this person has a seat in: that has changed."""
        for known in ("partnership_ids", "_partnerships"):
            vars(self).pop(known, None)
