"""Every address there is, by name: what the matrix must declare."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse


@dataclass(frozen=True)
class Endpoint:
    """An address. One without a name goes by its route."""

    name: str
    route: str
    parameters: tuple[str, ...]

    @property
    def is_inside(self) -> bool:
        """Whether it belongs to an organization."""
        return "organization" in self.parameters

    def address(self, **values: Any) -> str:
        """The address with `values` for its parameters; other values are left out."""
        if self.name == self.route:
            return f"/{self.route}"
        return reverse(self.name, kwargs={name: values[name] for name in self.parameters})


def every() -> dict[str, Endpoint]:
    """All endpoints by name, those of allauth and the API too."""
    return {endpoint.name: endpoint for endpoint in _walk(get_resolver(), (), "", ())}


def _walk(resolver: URLResolver, names: tuple[str, ...], route: str, parameters: tuple[str, ...]) -> Iterator[Endpoint]:
    for part in resolver.url_patterns:
        here = route + str(part.pattern)
        needed = (*parameters, *part.pattern.regex.groupindex)
        if isinstance(part, URLPattern):
            yield Endpoint(":".join((*names, part.name)) if part.name else here, here, needed)
        else:
            yield from _walk(part, (*names, part.namespace) if part.namespace else names, here, needed)
