"""Addresses of what is done with an objective, a cycle, a dependency or a catchball."""

from typing import Any

from django.urls import reverse

from consort.vision.models import Cycle, Dependency, Objective


def address(name: str, thing: Any) -> str:
    """The page or verb `name` of `thing`, which belongs to an organization and has its id in the address."""
    return reverse(f"vision:{name}", args=[thing.organization.slug, thing.pk])


def check_in_url(objective: Objective) -> str:
    return address("check_in", objective)


def review_url(objective: Objective) -> str:
    return address("review", objective)


def cycle_verb_url(cycle: Cycle, verb: str) -> str:
    return address(f"cycle_{verb}", cycle)


def dependency_verb_url(dependency: Dependency, verb: str) -> str:
    return address(f"dependency_{verb}", dependency)
