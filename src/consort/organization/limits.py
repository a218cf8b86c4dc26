"""How often one address may knock at a door that is open to all."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.internal.ratelimit import consume, respond_429
from django.http import HttpRequest, HttpResponseBase

RATES = {"invitation": "30/m/ip", "set_up": "20/m/ip", "new_address": "10/h/user", "as_person": "60/m/ip"}
View = Callable[..., HttpResponseBase]


def limited(action: str) -> Callable[[View], View]:
    """Answer 429 when `action` is sent more often than RATES allow. Looking (GET) is free."""

    def around(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
            if not consume(request, app="consort.organization", action=action, config=RATES):
                refusal: HttpResponseBase = respond_429(request)
                return refusal
            return view(request, *arguments, **named)

        return answer

    return around
