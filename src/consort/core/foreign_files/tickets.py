"""What a page has shown of a file, signed, so that exactly this is what the next step works with."""

import base64
import zlib
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from consort.core.errors import Refused
from consort.core.foreign_files.unreadable import Unreadable
from consort.core.models import Person

SALT = "consort.foreign_files"
VALID_FOR = 60 * 60
LONGEST = 1_800_000


def issue(scope: str, person: Person, carried: Any) -> str:
    """A ticket with `carried` (JSON), for this person and one purpose, good for an hour.

    Raises Unreadable when it would be more than a form may hold.
    """
    ticket = signing.dumps([scope, str(person.pk), carried], salt=SALT, compress=True)
    if len(ticket) > LONGEST:
        raise Unreadable(_("The file holds more than a page can carry. Divide it. Nothing was read."))
    return ticket


def carried_by(ticket: str, scope: str, person: Person) -> Any:
    """What the ticket carries. Raises Refused for one that is forged, somebody else's, or more than an hour old."""
    try:
        meant, by, carried = signing.loads(ticket, salt=SALT, max_age=VALID_FOR)
    except (signing.BadSignature, ValueError, TypeError, zlib.error):
        meant, by, carried = "", "", None
    if (meant, by) != (scope, str(person.pk)):
        raise Refused(_("This report is too old. Bring the file in again; nothing was kept."))
    return carried


def packed(content: bytes) -> str:
    """Bytes as text for a ticket."""
    return base64.b85encode(zlib.compress(content, 9)).decode()


def unpacked(text: str) -> bytes:
    return zlib.decompress(base64.b85decode(text))
