"""Typed readers of environment variables. Any of them can come from a file: `NAME_FILE` names it."""

import os
from pathlib import Path


class BadSetting(SystemExit):
    """A variable has a value that cannot be used. Ends the start with a sentence, not a traceback."""


def text(name: str, default: str = "") -> str:
    """The value of `name`, or the content of the file that `name_FILE` names, or `default`."""
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise BadSetting(f"{name}_FILE: {error}") from error
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool) -> bool:
    """1, true, yes, on or 0, false, no, off."""
    value = text(name).lower()
    if value in {"", "1", "true", "yes", "on", "0", "false", "no", "off"}:
        return default if not value else value in {"1", "true", "yes", "on"}
    raise BadSetting(f"{name} is {value!r}; it takes 1 or 0.")


def number(name: str, default: int) -> int:
    value = text(name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError as error:
        raise BadSetting(f"{name} is {value!r}; it takes a whole number.") from error


def words(name: str, default: str = "") -> list[str]:
    """The parts of a list separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def folder(name: str, default: Path) -> Path:
    return Path(text(name) or default).expanduser().resolve()
