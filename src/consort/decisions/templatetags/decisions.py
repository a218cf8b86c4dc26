"""How templates name options and people."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.decisions.models import Option
from consort.decisions.wording import in_words, names

register = template.Library()


@register.filter
def letter_name(letter: str, options: Iterable[Option]) -> str:
    """The option of that letter, "None of these" for none."""
    return next((option.name for option in options if option.letter == letter), _("None of these"))


@register.filter
def first_names(people: Iterable[Person]) -> str:
    return names(people)


@register.filter
def number_word(number: int) -> str:
    """ "Seven", "12"."""
    return capfirst(in_words(number))


@register.filter
def at(values: Sequence[Any], place: int) -> Any:
    """What stands at that place."""
    return values[place]


@register.filter
def item(mapping: dict[Any, Any], key: Any) -> Any:
    """What `mapping` holds under `key`."""
    return mapping.get(key)
