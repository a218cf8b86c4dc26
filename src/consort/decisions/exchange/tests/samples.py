"""Files of others, small, and as people send them."""

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from consort.decisions.actions import bringing
from consort.decisions.exchange.bundles import File, bundle

DATA = Path(__file__).parent / "data"
RECORDS = sorted((DATA / "semantic-kernel").glob("*.md")) + sorted((DATA / "madr").glob("*.md"))


def file(path: Path) -> File:
    return File(path.name, path.read_bytes())


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def conversation() -> File:
    return bundle([file(path) for path in sorted((DATA / "polis").glob("*.csv"))])


def brought(by, sent: File, **choices):
    """Read and kept, as the pages do it."""
    made = bringing.receive(by=by, file_name=sent.name, content=sent.content, choices=bringing.Choices(**choices))
    bringing.keep(bringing=made, by=by)
    return made
