"""Tables of objectives: read as people make them, and the same when they come back."""

import io
from decimal import Decimal

import openpyxl
import pytest

from consort.core.foreign_files import Unreadable, read_apart
from consort.core.foreign_files.tables.writing import as_xlsx
from consort.metrics.models import Metric
from consort.vision.actions.importing import bring_in
from consort.vision.exchange.bringing import File, plan_of
from consort.vision.exchange.choices import Choices
from consort.vision.exchange.gathering import Wish
from consort.vision.exchange.items import Kind
from consort.vision.exchange.plans import What
from consort.vision.exchange.sheets import reading, writing
from consort.vision.exchange.tests.conftest import brought, sample
from consort.vision.models import KeyResult, Objective, Priority, Source


def read(text: str | bytes, **answers: str) -> reading.Table:
    return reading.read(text.encode() if isinstance(text, str) else text, answers)


def file_of(content: bytes) -> File:
    table = read(content)
    return File("table.csv", table.items, table.remarks)


def bring(by, content: bytes):
    shown = plan_of(file_of(content), by, Choices()).fingerprint()
    return bring_in(by=by, file=file_of(content), choices=Choices(), fingerprint=shown)


def titles(table: reading.Table, kind: Kind) -> list[str]:
    return [item.title for item in table.items if item.kind is kind]


def test_a_german_table_is_read_with_its_blank_lines_and_near_names():
    table = read(sample("ziele.csv"))
    assert titles(table, Kind.OBJECTIVE) == ["Liefertreue 95 %", "Reklamationen halbieren"]
    assert titles(table, Kind.KEY_RESULT) == ["Liefertreue", "Lieferantenaudit abgeschlossen", "Reklamationen je 100"]
    aims = [item.columns["aim"] for item in table.items if item.kind is Kind.KEY_RESULT]
    assert aims == ["increase", "milestone", "decrease"]
    metric = next(item for item in table.items if item.kind is Kind.METRIC)
    assert (metric.columns["unit"], metric.columns["baseline"], metric.columns["target_low"]) == ("%", "78.5", "95")
    said = " ".join(str(remark.text) for remark in table.remarks)
    assert "“Kennzal” was read as “kennzahl”" in said
    assert [remark.line for remark in table.lost] == [1]


def test_what_the_table_does_not_show_is_asked():
    text = "Objective,Due,Key result,Start,Target\nA,03/04/2027,B,1.234,2.345\n"
    assert read(text).asks == ["day_first", "mark"]
    table = read(text, day_first="yes", mark=",")
    assert table.items[0].columns["due"] == "2027-04-03"
    assert table.items[-1].columns["target_low"] == "2345"


def test_merged_cells_mean_the_same_objective():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Objective", "Led by", "Key result", "Target"],
        ["One", "A", "K", 5],
        [None, None, "L", 6],
        ["Two", "B"],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    kept = io.BytesIO()
    book.save(kept)
    table = read(kept.getvalue())
    assert titles(table, Kind.OBJECTIVE) == ["One", "Two"]
    assert [item.within for item in table.items if item.kind is Kind.KEY_RESULT] == ["title: one", "title: one"]


@pytest.mark.parametrize("line", ["A,yesterday,B,5", "A,2027-01-01,B,lots", ",2027-01-01,,", "A,2027-01-01,B,5,extra"])
def test_what_cannot_be_read_is_named(line):
    table = read(f"Objective,Due,Key result,Target\n{line}\nZ,2027-01-01,Y,5\n")
    assert "Z" in titles(table, Kind.OBJECTIVE)
    assert [remark.line for remark in table.remarks] == [2] or line.endswith("extra")


BAD = [b"", b"a,b\n1,2\n", b"\x00\x01", b"PK\x03\x04", b"Objective\n" + b"A\n" * 3000]


@pytest.mark.parametrize("content", BAD)
def test_what_is_no_table_of_objectives_is_refused(content):
    with pytest.raises(Unreadable, match="Nothing was read"):
        read_apart("consort.vision.exchange.sheets.reading:as_json", content, answers={})


def test_a_table_makes_objectives_once(ingrid, tomasz):
    content = sample("ziele.csv").replace(b"Tomasz Nowak", tomasz.full_name.encode())
    made = bring(ingrid, content)
    assert (made.made, made.source) == (8, None)
    assert [each.title for each in Priority.objects.all()] == ["Pünktlich liefern"]
    assert list(Objective.objects.get(title="Liefertreue 95 %").leads.all()) == [tomasz]
    assert bring(ingrid, content).was_there
    assert (Objective.objects.count(), KeyResult.objects.count(), Source.objects.count()) == (2, 3, 0)


def test_a_table_changes_what_it_names_and_leaves_the_metric_alone(ingrid):
    bring(ingrid, sample("ziele.csv"))
    changed = sample("ziele.csv").replace(b"95,0", b"97,5").replace(b"31.12.2027", b"30.06.2027")
    plan = plan_of(file_of(changed), ingrid, Choices())
    assert {step.item.kind for step in plan.steps if step.what is What.CHANGED} == {Kind.OBJECTIVE, Kind.KEY_RESULT}
    bring(ingrid, changed)
    assert KeyResult.objects.get(title="Liefertreue").target_low == Decimal("97.5")
    assert Metric.objects.get(name="Liefertreue").target_low == Decimal(95)


@pytest.mark.parametrize("write", [writing.write_csv, writing.write_xlsx])
def test_what_leaves_reads_back_as_what_stands(write, ingrid, tomasz):
    brought(ingrid, sample("orchard.xml"), Choices(lead=tomasz))
    bring(ingrid, sample("ziele.csv"))
    table = read(write(ingrid, Wish()))
    assert (table.lost, table.asks) == ([], [])
    plan = plan_of(File("t", table.items), ingrid, Choices())
    assert {step.what for step in plan.steps} == {What.SAME}
    assert not plan.does_something


def test_a_table_of_another_organization_is_new(ingrid, stranger):
    bring(stranger, sample("ziele.csv"))
    table = read(writing.write_csv(stranger, Wish()))
    assert {step.what for step in plan_of(File("t", table.items), ingrid, Choices()).steps} == {What.NEW}


def test_no_title_leaves_as_a_formula(ingrid):
    bring(ingrid, b"Objective\n=HYPERLINK(1)\n")
    assert b"'=HYPERLINK" in writing.write_csv(ingrid, Wish())
    assert titles(read(writing.write_csv(ingrid, Wish())), Kind.OBJECTIVE) == ["=HYPERLINK(1)"]
    cell = openpyxl.load_workbook(io.BytesIO(writing.write_xlsx(ingrid, Wish()))).active["C2"]
    assert (cell.data_type, cell.value) == ("s", "'=HYPERLINK(1)")


def test_a_workbook_may_hold_dates_and_numbers_as_such():
    content = as_xlsx("T", ["Objective", "Key result", "Target"], [["A", "B", Decimal("1234.567")]])
    assert read(content).items[-1].columns["target_low"] == "1234.567"
