"""What StratML has no element for, as lines at the end of an OtherInformation, readable by people and by Consort.

[Consort]
Led by: Ingrid Halvorsen; Tomasz Nowak
Reached by: 2027-12-31
"""

import re
from collections.abc import Sequence

MARK = "[Consort]"
Lines = dict[str, list[str]]
LED_BY, BEGINS, DUE = "Led by", "Begins", "Reached by"
ALSO_SERVES, THROUGH_OTHERS = "Also serves", "Serves its goal through others"
STATE, CONFIDENCE, WILL_NOT = "State", "Confidence", "We will not"
LOOSE, NAMELESS = "No priority", "No name"
DEPENDS_ON, INITIATIVE = "Depends on", "Initiative"


def parted(text: str) -> tuple[str, Lines]:
    """(the text before the block, the lines of the block by label)."""
    before, mark, after = text.partition(MARK)
    lines: Lines = {}
    for line in after.splitlines():
        label, colon, value = line.partition(": ")
        if colon:
            lines.setdefault(label.strip(), []).append(_open(value.strip()))
    return before.rstrip() if mark else text, lines


def joined(text: str, lines: Sequence[tuple[str, str]]) -> str:
    """The text with a block after it; lines without a value are left out."""
    block = [f"{label}: {_closed(value)}" for label, value in lines if value]
    return "\n".join(part for part in (text.rstrip(), *([MARK, *block] if block else ())) if part)


def _closed(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n")


def _open(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], value)
