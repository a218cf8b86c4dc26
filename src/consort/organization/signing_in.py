"""Who a session belongs to: the login, and in the same query everyone it is."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from consort.core.models import User
from consort.core.queries import whole_people


class PeopleBackend(AuthenticationBackend):  # type: ignore[misc]
    """Email and password as allauth checks them; a page that knows its login knows its reader."""

    def get_user(self, user_id: Any) -> User | None:
        """Runs one query; two for a login that is nobody in any organization."""
        people = list(whole_people().filter(user=user_id, left=None))
        if not people:
            nobody: User | None = super().get_user(user_id)
            return nobody
        user = people[0].user
        if user is None or not self.user_can_authenticate(user):
            return None
        user.known_people = people  # type: ignore[attr-defined]
        return user
