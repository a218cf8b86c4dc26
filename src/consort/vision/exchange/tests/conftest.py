"""Files of the tests, and bringing one in."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from consort.core import clock
from consort.vision.actions.importing import bring_in
from consort.vision.exchange.bringing import File, plan_of
from consort.vision.exchange.choices import Choices
from consort.vision.exchange.stratml import reading
from consort.vision.exchange.stratml.grammar import Part

DATA = Path(__file__).parent / "data"
SCHEMAS = os.environ.get("CONSORT_STRATML_XSD", "")
NAMES = {
    Part.ONE: "Part1_StrategicPlanISOVersion20140401.xsd",
    Part.TWO: "Part2_PerformancePlanOrReport20160216.xsd",
}


@pytest.fixture(autouse=True)
def _on_monday():
    with clock.at(datetime(2026, 10, 5, 9, 0, tzinfo=UTC)):
        yield


def sample(name: str) -> bytes:
    return (DATA / name).read_bytes()


def file_of(content: bytes, name: str = "plan.xml") -> File:
    document = reading.read(content)
    return File(name, document.items, document.remarks, document.tree)


def brought(by, content: bytes, choices: Choices | None = None, name: str = "plan.xml"):
    """What bringing it in made."""
    file, choices = file_of(content, name), choices or Choices()
    shown = plan_of(file, by, choices).fingerprint()
    return bring_in(by=by, file=file_of(content, name), choices=choices, fingerprint=shown)


def assert_validates(content: bytes, part: Part) -> None:
    """Against the published schema, where CONSORT_STRATML_XSD names the folder that holds it."""
    if SCHEMAS:
        etree.XMLSchema(etree.parse(str(Path(SCHEMAS) / NAMES[part]))).assertValid(etree.fromstring(content))
