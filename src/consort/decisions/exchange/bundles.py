"""What was sent, as single files: one file, or an archive that is opened within caps."""

import io
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from consort.core.foreign_files import Unreadable

MEGABYTE = 1024 * 1024
LARGEST = 64 * MEGABYTE
LARGEST_OPENED = 128 * MEGABYTE
MOST_FILES = 2_000
SIGNATURE = b"PK\x03\x04"


@dataclass(frozen=True)
class File:
    name: str
    content: bytes

    @property
    def ending(self) -> str:
        return PurePosixPath(self.name).suffix.lower()


def files_in(content: bytes, file_name: str) -> list[File]:
    """Every file of what was sent, in order of their names. Raises Unreadable when it is empty or too large."""
    if not content.strip(b"\x00 \t\r\n"):
        raise Unreadable(_("The file is empty."))
    if len(content) > LARGEST:
        raise Unreadable(_("The file is larger than %(most)d MB.") % {"most": LARGEST // MEGABYTE})
    if not content.startswith(SIGNATURE):
        return [File(file_name, content)]
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return _opened(archive)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Unreadable(_("The archive is damaged or protected by a password.")) from error


def _opened(archive: ZipFile) -> list[File]:
    members = [each for each in archive.infolist() if not each.is_dir() and not _is_hidden(each)]
    if len(members) > MOST_FILES:
        raise Unreadable(_("The archive holds more than %(most)d files.") % {"most": MOST_FILES})
    files, left = [], LARGEST_OPENED
    for member in sorted(members, key=lambda each: each.filename):
        with archive.open(member) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise Unreadable(_("Opened, the archive is larger than %d MB.") % (LARGEST_OPENED // MEGABYTE))
        files.append(File(member.filename, content))
    if not files:
        raise Unreadable(_("There is no file in the archive."))
    return files


def _is_hidden(member: ZipInfo) -> bool:
    """What systems put beside people's files."""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(member.filename).parts)


def bundle(files: list[File]) -> File:
    """Several files as one archive, one file as it is."""
    if len(files) == 1:
        return files[0]
    packed = io.BytesIO()
    with ZipFile(packed, "w", compression=8) as archive:
        for file in files:
            archive.writestr(file.name, file.content)
    return File(", ".join(file.name for file in files), packed.getvalue())


def text_of(file: File, remarks: list[str]) -> str:
    """The text of a file: UTF-8, else what its mark says, else Western European with a remark. Raises Unreadable."""
    if file.content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return file.content.decode("utf-16", errors="replace")
    try:
        text = file.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        remarks.append(_("It is not UTF-8; it was read as Western European text."))
        text = file.content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise Unreadable(_("“%(file)s” is not text.") % {"file": file.name})
    return text
