"""Workbooks that would burst, and those that are none."""

import io
import zipfile

import openpyxl
import pytest

from consort.core.foreign_files import Unreadable, read_apart
from consort.core.foreign_files.tables import workbook
from consort.core.foreign_files.tables.lines import lines_of
from consort.core.foreign_files.tables.remarks import Remarks
from consort.core.foreign_files.tables.writing import as_csv, as_xlsx


def packed(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


BAD = {
    "a bomb": packed(sheet=b"0" * (workbook.MOST_BYTES + 1)),
    "many parts": packed(**{f"part{number}": b"" for number in range(workbook.MOST_PARTS + 1)}),
    "another archive": packed(readme=b"hello"),
    "cut off": as_xlsx("T", ["a"], [["b"]])[:-300],
    "only a beginning": workbook.BEGINNING,
    "empty": as_xlsx("T", [""], []),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_what_is_no_workbook_is_refused_with_a_sentence(content):
    with pytest.raises(Unreadable, match="Nothing was read"):
        lines_of(content, Remarks())


def test_entities_in_a_workbook_stay_within_the_caps():
    whole = as_xlsx("T", ["a"], [["b"]])
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode().replace("<t>b</t>", "<t>&l9;</t>")
    parts["xl/worksheets/sheet1.xml"] = f"<!DOCTYPE x [{laughs}]>{sheet}".encode()
    with pytest.raises(Unreadable):
        read_apart("consort.core.foreign_files.tables.tests.test_workbook:cells", packed(**parts))


def cells(content: bytes) -> list[list[str]]:
    return [row for _line, row in lines_of(content, Remarks()).lines]


def test_the_first_filled_sheet_is_read_and_the_others_are_named():
    book = openpyxl.Workbook()
    book.create_sheet("Second").append(["x", 1234.567, True])
    book.create_sheet("Third").append(["y"])
    kept = io.BytesIO()
    book.save(kept)
    remarks = Remarks()
    assert lines_of(kept.getvalue(), remarks).lines == [(1, ["x", "1234.567", "True"])]
    assert [str(remark.text) for remark in remarks.lost] == ["Only the sheet Second was read, not Third."]


@pytest.mark.parametrize("write", [as_csv, lambda *rows: as_xlsx("T", *rows)])
def test_no_text_leaves_as_a_formula(write):
    for row in cells(write(["h"], [["=1+1"], ["@x"], ["+1"], ["-1"], ["\tx"]]))[1:]:
        assert row[0].startswith("'")


SHEETS = {"Growth: 2026/27": "Growth 2026 27", "[a]*?\\": "a", "'quoted'": "quoted", "x" * 40: "x" * 31, "??": "1"}


@pytest.mark.parametrize(("title", "name"), SHEETS.items())
def test_a_sheet_is_named_as_a_spreadsheet_allows_it(title, name):
    assert openpyxl.load_workbook(io.BytesIO(as_xlsx(title, ["a"], []))).sheetnames == [name]
