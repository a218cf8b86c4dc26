"""Programs as files: YAML in and out, and those that come with Consort."""

from functools import lru_cache
from pathlib import Path

import yaml
from django.utils.translation import gettext as _

from consort.development.programs.plan import Plan, Unfit, plan_of

LIBRARY = Path(__file__).resolve().parents[1] / "library"
MOST_CHARACTERS = 200_000


def read(text: str) -> Plan:
    """The program in a YAML text. Raises Unfit."""
    if len(text) > MOST_CHARACTERS:
        raise Unfit(_("This is longer than a program may be."))
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
            raise Unfit(_("References within the file (*name) are not read; write things out."))
        return plan_of(yaml.safe_load(text))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise Unfit(_("This is not YAML that can be read: %s") % str(error)[:300]) from error


def write(plan: Plan) -> str:
    """The same program as YAML; reading it gives an equal plan."""
    return yaml.safe_dump(plan.as_written(), sort_keys=False, allow_unicode=True, width=100)


@lru_cache(maxsize=1)
def shelf() -> dict[str, Plan]:
    """The programs that come with Consort, by the name of their file."""
    return {path.stem: read(path.read_text(encoding="utf-8")) for path in sorted(LIBRARY.glob("*.yaml"))}
