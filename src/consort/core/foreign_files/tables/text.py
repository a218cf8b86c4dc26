"""From the bytes of a text file to lines of cells, whatever program wrote them."""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from django.utils.translation import gettext as _

from consort.core.foreign_files.tables.remarks import Remarks
from consort.core.foreign_files.unreadable import Unreadable

DELIMITERS = (";", "\t", ",", "|")


def text_of(content: bytes, remarks: Remarks) -> str:
    """The text of a file. Raises Unreadable when it is empty or not text."""
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        encoding = "cp1252"
        text = content.decode(encoding, errors="replace")
    if encoding == "cp1252":
        remarks.mend(0, _("The letters are not in UTF-8; they were read as Western European."))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        raise Unreadable(_("This is not a text file. Save the table as CSV. Nothing was read."))
    if not text.strip():
        raise Unreadable(_("The file is empty. Nothing was read."))
    return text


def _encoding(content: bytes) -> str:
    if content.startswith(BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    start = content[:200]
    if len(start) >= 4 and start[1::2].count(0) > len(start) / 4:
        return "utf-16-le"
    if len(start) >= 4 and start[0::2].count(0) > len(start) / 4:
        return "utf-16-be"
    return "utf-8"


def delimiter_of(text: str) -> str:
    """The delimiter that cuts most of the first lines into an equal number of cells, two at least."""

    def fitness(delimiter: str) -> tuple[int, int]:
        widths = [len(cells) for _line, cells in lines_of("\n".join(text.split("\n")[:40]), delimiter, Remarks())]
        wide = [width for width in widths if width > 1]
        return (len(wide), -len(set(wide)))

    return max(DELIMITERS, key=fitness)


def lines_of(text: str, delimiter: str, remarks: Remarks) -> list[tuple[int, list[str]]]:
    """(number, cells) of each line that holds something."""
    unpaired = text.count('"') % 2 == 1
    if unpaired:
        remarks.mend(0, _("A quotation mark is opened and never closed; all were read as ordinary letters."))
    reader = csv.reader(
        io.StringIO(text),
        delimiter=delimiter,
        quoting=csv.QUOTE_NONE if unpaired else csv.QUOTE_MINIMAL,
        skipinitialspace=True,
    )
    lines: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            bare = [cell.strip().strip('"').strip() for cell in cells]
            if any(bare):
                lines.append((reader.line_num, bare))
    except csv.Error:
        remarks.lose(reader.line_num, _("From here on the file could not be cut into cells."))
    return lines
