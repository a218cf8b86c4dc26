"""`import stratml` and `export stratml`."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from consort.vision.exchange.stratml.grammar import Part
from consort.vision.exchange.tests.conftest import DATA, assert_validates
from consort.vision.models import Objective


def run(*words: str, **more: object) -> str:
    out = io.StringIO()
    call_command(*words, stdout=out, **more)
    return out.getvalue()


def test_a_plan_goes_in_and_out(ingrid, tmp_path):
    ingrid.is_administrator = True
    ingrid.save(update_fields=["is_administrator"])
    said = run("import", "stratml", str(DATA / "orchard.xml"), "--dry-run")
    assert "Nothing was kept" in said
    assert "left out" in said
    assert not Objective.objects.exists()
    assert "6 new" in run("import", "stratml", str(DATA / "orchard.xml"))
    assert "stood here already" in run("import", "stratml", str(DATA / "orchard.xml"))
    for part in Part:
        file = tmp_path / f"plan-{part}.xml"
        run("export", "stratml", str(file), "--part", str(int(part)))
        assert_validates(file.read_bytes(), part)
    with pytest.raises(CommandError, match="Nothing was exported"):
        run("export", "stratml", str(file))


@pytest.mark.parametrize("name", ["README.md", "ziele.csv"])
def test_what_is_no_plan_is_said(name, ingrid, administrator):
    with pytest.raises(CommandError, match="Nothing was"):
        run("import", "stratml", str(DATA / name))


def test_who_is_meant_has_to_be_known(ingrid, stranger):
    with pytest.raises(CommandError, match="Say with --organization"):
        run("import", "stratml", str(DATA / "harbour.xml"))
    with pytest.raises(CommandError, match="nobody with the email"):
        run("import", "stratml", str(DATA / "harbour.xml"), "--organization", "varnholt", "--by", "x@y.example")


def test_who_may_not_is_told_so(ingrid, observer):
    with pytest.raises(CommandError, match="does not keep the strategy"):
        run("import", "stratml", str(DATA / "harbour.xml"), "--by", observer.user.email)
