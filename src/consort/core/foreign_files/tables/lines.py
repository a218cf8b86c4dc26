"""From bytes to lines of cells, whatever program wrote them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from consort.core.foreign_files.tables import text, workbook
from consort.core.foreign_files.tables.remarks import Remarks
from consort.core.foreign_files.unreadable import Unreadable

LARGEST_FILE = 2 * 1024 * 1024
Line = tuple[int, list[str]]


@dataclass(frozen=True)
class Lines:
    """(number, cells) of each line that holds something. `delimiter` is empty for a workbook."""

    lines: list[Line]
    delimiter: str = ""


def lines_of(content: bytes, remarks: Remarks) -> Lines:
    """The lines of a CSV or XLSX file. Raises Unreadable when it is empty, too large or neither."""
    if len(content) > LARGEST_FILE:
        raise Unreadable(_("The file is larger than 2 MB. Nothing was read."))
    if content.startswith(workbook.BEGINNING):
        return Lines(workbook.lines_of(content, remarks))
    whole = text.text_of(content, remarks)
    delimiter = text.delimiter_of(whole)
    return Lines(text.lines_of(whole, delimiter, remarks), delimiter)
