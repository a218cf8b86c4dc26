"""Reads the order that a rank list sends."""

import sys
from collections.abc import Mapping


def order_in(data: Mapping[str, str], name: str) -> list[str]:
    """The values of the rank list `name`, first place first. Equal or unreadable places keep the order they came in."""
    prefix = f"{name}:"
    sent = [(key.removeprefix(prefix), place) for key, place in data.items() if key.startswith(prefix)]
    return [value for value, _ in sorted(sent, key=lambda pair: _place(pair[1]))]


def _place(text: str) -> float:
    return int(text) if text.isdecimal() else sys.maxsize
