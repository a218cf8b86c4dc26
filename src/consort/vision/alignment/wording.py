"""What is said about lists from memory, in sentences."""

from collections.abc import Mapping
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.rounds.wording import in_words

Agreement = Mapping[str, Any]


def recalled(core: int, singletons: int, people: int) -> str:
    """What all have in mind, in one sentence."""
    if core:
        return ngettext(
            "One thing came to mind to all %(people)s.", "%(n)s things came to mind to all %(people)s.", core
        ) % {"n": capfirst(in_words(core)), "people": in_words(people)}
    return _("Nothing came to mind to all %(people)s.") % {"people": in_words(people)}
