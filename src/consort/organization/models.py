"""Invitations: the open question to a person whether they will join."""

import secrets

from django.db import models

from consort.core import clock
from consort.core.models import Person


def new_key() -> str:
    return secrets.token_hex(16)


class Invitation(models.Model):
    """One person's invitation. A link carries `key`; another key closes every link sent before.

    `sent` is when a mail server last took the mail; `problem` says why it did not, and is empty otherwise.
    """

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="invitation")
    key = models.CharField(max_length=32, default=new_key)
    made = models.DateTimeField(default=clock.now)
    sent = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return str(self.person_id)

    @property
    def was_told(self) -> bool:
        return self.sent is not None and not self.problem
