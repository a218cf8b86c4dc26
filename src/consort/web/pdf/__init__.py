"""A page as PDF: plain data in, bytes out. The sheet is tagged for those who hear it (PDF/UA-1); fonts are embedded.

Nothing of what is given is read as markup, so anybody's words can be printed.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from django.http import HttpResponse
from django.utils.translation import get_language

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).parent / "sheet.typ"


@dataclass(frozen=True)
class Block:
    """A part of the sheet below its heading. `facts` and `rows`: (term, words); a row's term may be empty."""

    title: str
    texts: Sequence[str] = ()
    quote: str = ""
    facts: Sequence[tuple[str, str]] = ()
    rows: Sequence[tuple[str, str]] = ()
    table: Sequence[Sequence[str]] = field(default=())
    """Rows of equal length, the first of them the headings."""


@dataclass(frozen=True)
class Sheet:
    title: str
    over: str
    lede: str
    blocks: Sequence[Block]
    footer: str


def printed(sheet: Sheet) -> bytes:
    """The sheet as PDF."""
    import typst

    data = json.dumps({**asdict(sheet), "language": (get_language() or "en").split("-")[0]})
    try:
        return _compiled(data, "ua-1")
    except typst.TypstError:  # a letter that our fonts do not have: still printed, as a box where nobody has it
        return _compiled(data, "1.7")


def _compiled(data: str, standard: Literal["ua-1", "1.7"]) -> bytes:
    import typst

    made = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        font_paths=_fonts(with_others=standard != "ua-1"),
        ignore_system_fonts=standard == "ua-1",
        sys_inputs={"data": data},
        pdf_standards=standard,
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts(*, with_others: bool) -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=with_others, include_embedded_fonts=True)


def sent(sheet: Sheet, name: str) -> HttpResponse:
    """The answer that a browser keeps as `name`.pdf."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(printed(sheet), content_type="application/pdf", headers=headers)
