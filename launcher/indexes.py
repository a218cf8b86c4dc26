"""Where packages come from: what pip is configured with, said in uv's words and kept nowhere."""

import ast
import os

UV_NAMES = {
    "index-url": ("UV_DEFAULT_INDEX", " "),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
    "trusted-host": ("UV_INSECURE_HOST", " "),
    "timeout": ("UV_HTTP_TIMEOUT", " "),
    "default-timeout": ("UV_HTTP_TIMEOUT", " "),
    "cert": ("SSL_CERT_FILE", " "),
    "proxy": ("ALL_PROXY", " "),
    "no-index": ("UV_NO_INDEX", " "),
}


def parsed(listing: str) -> dict[str, str]:
    """Read the lines of `pip config list`; later scopes (install, then the environment) win."""
    found: dict[str, tuple[int, str]] = {}
    for line in listing.splitlines():
        key, _, value = line.partition("=")
        scope, _, name = key.rpartition(".")
        rank = {"global": 0, "install": 1, ":env:": 2}.get(scope)
        if rank is not None and rank >= found.get(name, (0, ""))[0]:
            found[name] = rank, unquoted(value)
    return {name: value for name, (_, value) in found.items()}


def unquoted(value: str) -> str:
    try:
        return str(ast.literal_eval(value))
    except (ValueError, SyntaxError):
        return value


def for_uv(settings: dict[str, str]) -> dict[str, str]:
    """uv's environment variables for pip's settings. What the reader has set for uv already stays."""
    values = {}
    for name, value in settings.items():
        target, glue = UV_NAMES.get(name, ("", ""))
        if target and target not in os.environ:
            values[target] = glue.join(value.split())
    if "UV_INDEX" in values:
        values.setdefault("UV_INDEX_STRATEGY", "unsafe-best-match")  # as pip does; the hashes decide in any case
    return values
