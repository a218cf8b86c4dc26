"""Files as people make them: read what can be read, name every line that cannot."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consort.core.foreign_files import Unreadable
from consort.core.foreign_files.tables.numbers import decimal_mark, number_of
from consort.core.foreign_files.tables.writing import harmless
from consort.metrics.models import Metric, Reading
from consort.metrics.sheets import reading, writing
from consort.metrics.sheets.rows import Report
from consort.metrics.tests.conftest import TODAY

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
BOTH = [(AUGUST, Decimal("84.6")), (SEPTEMBER, Decimal("85.9"))]


def read(text: str | bytes, **answers: str) -> Report:
    return reading.read(text.encode() if isinstance(text, str) else text, TODAY, answers)


def values(report: Report) -> list[tuple[date, Decimal]]:
    return [(row.at, row.value) for row in report.rows]


@pytest.mark.parametrize(
    "text",
    [
        "date,value\n2026-08-31,84.6\n2026-09-30,85.9\n",
        "Datum;Wert\n31.08.2026;84,6\n30.09.2026;85,9",
        "date\tvalue\r\n2026-08-31\t84.6\r\n2026-09-30\t85.9\r\n",
        "2026-08-31;84,6\r2026-09-30;85,9\r",
        'date,value\n2026-08-31,"84,6"\n2026-09-30,"85,9"\n',
        "month;value\n08/2026;84.6\n09/2026;85.9",
        "month,value\n2026-08,84.6 %\n2026-09,85.9%",
        "value;date\n84.6;31.8.2026\n85.9;30.9.2026",
        "Region;Date;Orders;Value\nNorth;2026-08-31;131;84.6\nNorth;2026-09-30;148;85.9",
        "\n\ndate,value\n\n2026-09-30,85.9\n2026-08-31,84.6\n\n",
        "date,value\n08/31/2026,84.6\n09/30/2026,85.9",
        "date,value\n31/08/2026,84.6\n30/09/2026,85.9",
        "date,value\n2026-08-31T00:00:00Z,84.6\n2026-09-30 12:00,85.9",
        '"date","value"\n"2026-08-31","84.6"\n"2026-09-30","85.9"',
        "date|value\n2026-08-31|84.6\n2026-09-30|85.9",
    ],
)
def test_many_manners_one_meaning(text):
    report = read(text)
    assert values(report) == BOTH
    assert not report.lost


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_many_encodings_one_meaning(encoding):
    report = read("Datum;Wert;Bemerkung\n31.08.2026;84,6;Österreich\n30.09.2026;85,9;Fläche".encode(encoding))
    assert values(report) == BOTH
    assert [row.note for row in report.rows] == ["Österreich", "Fläche"]


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("1.234,5", ",", "1234.5"),
        ("1,234.5", ".", "1234.5"),
        ("1 234,5", ",", "1234.5"),
        ("1'234.5", ".", "1234.5"),
        ("1,234", ".", "1234"),
        ("1,234", ",", "1.234"),
        ("86,4", ".", "86.4"),
        ("−3.5", ".", "-3.5"),
        ("(12)", ".", "-12"),
        ("€ 1,5m", ",", "1.5"),
        ("+7", ".", "7"),
        (".5", ".", "0.5"),
        ("0.1234567", ".", "0.123457"),
    ],
)
def test_numbers(text, mark, value):
    assert number_of(text, mark).value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "n/a", "#REF!", "1.2.3,4", "12 apples 3", "--5", "1e5", "1" * 15, "=1+1", "NaN", "inf", "1,2,3", "-(3)"],
)
def test_what_is_no_number_is_not_guessed(text):
    assert number_of(text, ".").value is None


def test_the_file_shows_its_decimal_mark():
    assert decimal_mark(["1.234", "1.234,5"], ",") == (",", True)
    assert decimal_mark(["1,234", "86.4"], ";") == (".", True)
    assert decimal_mark(["1.234"], ";") == (",", False)
    assert decimal_mark(["1,234"], ",") == (".", False)
    assert decimal_mark(["1.234.567"], ",") == (",", True)


def test_every_line_that_is_lost_is_named():
    report = read(
        "date,value\n"
        "2026-02-30,1\n"
        "yesterday,1\n"
        "2026-09-01,n/a\n"
        "2026-12-24,1\n"
        "2026-09-02,\n"
        "2026-09-03,86,4\n"
        "2026-09-30,85.9\n"
    )
    assert values(report) == [(SEPTEMBER, Decimal("85.9"))]
    assert [remark.line for remark in report.lost] == [2, 3, 4, 5, 6, 7]
    assert report.lines == 7


def test_dates_that_could_be_two_days_are_not_guessed():
    report = read("date,value\n03/04/2026,1\n05/05/2026,2")
    assert values(report) == [(date(2026, 5, 5), Decimal(2))]
    assert "cannot be told apart" in str(report.lost[0].text)


def test_two_values_for_a_day_are_not_hidden():
    report = read("date,value\n2026-09-30,1\n2026-09-30,2\n2026-09-30,2")
    assert values(report) == [(SEPTEMBER, Decimal(2))]
    assert [remark.line for remark in report.lost] == [2]
    assert [remark.line for remark in report.mended] == [4]


def test_an_unclear_decimal_mark_is_said():
    assert any(remark.line == 0 for remark in read("date;value\n2026-09-30;1.234").mended)


def test_the_running_month_is_today():
    assert values(read("month,value\n10/2026,86.4")) == [(TODAY, Decimal("86.4"))]


def test_a_quotation_mark_that_never_closes_swallows_nothing():
    report = read('date,value,note\n2026-08-31,84.6,"a note\n2026-09-30,85.9,fine')
    assert values(report) == BOTH


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n\n ",
        b"x" * (2 * 1024 * 1024 + 1),
        b"PK\x03\x04\x00\x00\x00\x00 not a table \x00\x01\x02",
        b"date,value\n" + b"2026-09-30,1\n" * 10_001,
    ],
)
def test_what_is_no_table_is_refused_whole(content):
    with pytest.raises(Unreadable, match="Nothing was read"):
        read(content)


@settings(max_examples=300, deadline=2000)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
def test_no_file_breaks_the_reader(content):
    try:
        report = read(content)
    except Unreadable:
        return
    assert all(row.at <= TODAY and row.value.is_finite() for row in report.rows)
    assert len({row.at for row in report.rows}) == len(report.rows) <= report.lines


LINES = st.lists(
    st.sampled_from(
        [
            "2026-09-30,85.9",
            "30.9.2026;85,9",
            "09/2026\t85",
            "x,y",
            ",,,",
            '"2026-08-31","84,6"',
            '"',
            "2026-08-31,1,2,3,4",
        ]
    ),
    max_size=12,
)


@settings(max_examples=200, deadline=2000)
@given(LINES)
def test_no_line_is_lost_in_silence(lines):
    """Each line is a reading or is named in the report."""
    try:
        report = read("\n".join(lines))
    except Unreadable:
        return
    named = {remark.line for remark in report.remarks if remark.line}
    assert report.lines <= len(report.rows) + len(named)


DAYS = st.dates(date(1950, 1, 1), TODAY)
VALUES = st.decimals(-(10**9), 10**9, places=4, allow_nan=False, allow_infinity=False)
NOTES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40).map(
    lambda text: " ".join(text.replace('"', "").split())
)


@settings(max_examples=150, deadline=2000)
@given(st.dictionaries(DAYS, st.tuples(VALUES, NOTES), min_size=1, max_size=30))
def test_what_is_written_is_read_back(found):
    readings = [Reading(at=at, value=value, note=note) for at, (value, note) in sorted(found.items())]
    report = reading.read(writing.write(readings, 4), TODAY)
    assert values(report) == [(each.at, each.value) for each in readings]
    assert not report.lost


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK()"])
def test_no_text_is_a_formula(text):
    assert harmless(text) == f"'{text}"
    written = writing.write([Reading(at=SEPTEMBER, value=Decimal(-5), note=text)], 0)
    row = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))[1]
    assert row[1] == "-5"
    assert row[2].startswith("'")


def test_ten_thousand_lines_are_read_quickly():
    lines = [f"{(TODAY - timedelta(days=n)).isoformat()},{n / 7:.2f}" for n in range(10_000)]
    assert len(read("date,value\n" + "\n".join(lines)).rows) == 10_000


def test_what_the_file_does_not_show_is_asked_and_then_read_so():
    text = "date,value\n03/04/2026,1\n04/05/2026,2"
    assert read(text).asks == ["day_first"]
    assert values(read(text, day_first="yes")) == [(date(2026, 4, 3), Decimal(1)), (date(2026, 5, 4), Decimal(2))]
    assert values(read(text, day_first="no"))[0] == (date(2026, 3, 4), Decimal(1))
    text = 'date;value\n2026-09-30;"1.234"'
    assert read(text).asks == ["mark"]
    assert values(read(text, mark=".")) == [(SEPTEMBER, Decimal("1.234"))]
    assert values(read(text, mark=",")) == [(SEPTEMBER, Decimal(1234))]
    assert read(text, mark="maybe").asks == ["mark"]


def test_a_workbook_is_read_as_it_is_shown_and_reads_back():
    book = openpyxl.Workbook()
    for row in (["Datum", "Wert", "Bemerkung"], [AUGUST, 0.846, "fine"], [], [SEPTEMBER, 0.859, "=1+1"]):
        book.active.append(row)
    for cell in ("B2", "B4"):
        book.active[cell].number_format = "0.0%"
    kept = io.BytesIO()
    book.save(kept)
    report = reading.bring(kept.getvalue(), TODAY, {})
    assert (values(report), report.asks) == (BOTH, [])
    metric = Metric(name="=M", decimals=1)
    readings = [Reading(at=at, value=value, note="=1+1") for at, value in BOTH]
    written = writing.write_workbook(metric, readings)
    assert openpyxl.load_workbook(io.BytesIO(written)).active["C2"].data_type == "s"
    again = read(written)
    assert (values(again), [row.note for row in again.rows]) == (BOTH, ["=1+1", "=1+1"])
