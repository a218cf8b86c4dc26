"""One file that holds a whole installation: the database, the files, and a manifest with their checksums.

The master key is never in it. Without the key, what was sealed and has not been opened cannot be read from a backup.
"""

import hashlib
import json
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

FORMAT = 1
MANIFEST = "manifest.json"


class Damaged(Exception):
    """The archive is not what its manifest says, or is none at all. The text says where."""


@dataclass(frozen=True)
class Entry:
    """A file of the archive."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What an archive holds, and what has to be there to use it."""

    created: str
    version: str
    database: str
    master_key: str
    files: tuple[Entry, ...]
    format: int = FORMAT

    def text(self) -> str:
        return json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def read(cls, text: str) -> "Manifest":
        """Raises Damaged."""
        try:
            values = json.loads(text)
            files = tuple(Entry(**entry) for entry in values.pop("files"))
            manifest = cls(files=files, **values)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Damaged(f"its {MANIFEST} cannot be read") from error
        if manifest.format != FORMAT:
            raise Damaged(f"its format is {manifest.format}, and this version reads {FORMAT}")
        return manifest


def entry(root: Path, path: Path) -> Entry:
    return Entry(path.relative_to(root).as_posix(), path.stat().st_size, checksum(path))


def checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files(root: Path) -> Iterator[Path]:
    """The files below a folder, sorted; links are not followed and not kept."""
    yield from sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())


def write(target: Path, folder: Path, manifest: Manifest) -> None:
    """Pack `folder` with its manifest in front. The file appears under its name only when it is complete."""
    partial = target.with_name(target.name + ".partial")
    (folder / MANIFEST).write_text(manifest.text(), encoding="utf-8")
    try:
        with tarfile.open(partial, "w:gz", compresslevel=6) as tar:
            for name in [MANIFEST, *(file.name for file in manifest.files)]:
                tar.add(folder / name, name, recursive=False)
        partial.chmod(0o600)
        partial.rename(target)
    finally:
        partial.unlink(missing_ok=True)


def unpack(source: Path, folder: Path) -> Manifest:
    """Unpack into `folder` and verify every file. Raises Damaged."""
    try:
        with tarfile.open(source, "r:gz") as tar:
            for member in tar:
                _extract(tar, member, folder)
    except (OSError, EOFError, zlib.error, tarfile.TarError) as error:
        raise Damaged(f"it is not a complete archive ({type(error).__name__})") from error
    if not (folder / MANIFEST).is_file():
        raise Damaged(f"it has no {MANIFEST}")
    manifest = Manifest.read((folder / MANIFEST).read_text(encoding="utf-8"))
    (folder / MANIFEST).unlink()
    verify(folder, manifest)
    return manifest


def _extract(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """Write one ordinary file below `folder`; nothing in an archive may name another place."""
    inside = PurePosixPath(member.name)
    content = tar.extractfile(member) if member.isfile() else None
    if content is None or inside.is_absolute() or ".." in inside.parts:
        raise Damaged(f"it holds {member.name!r}, which is no ordinary file of a backup")
    (folder / inside).parent.mkdir(parents=True, exist_ok=True)
    with (folder / inside).open("xb") as file:
        shutil.copyfileobj(content, file)


def verify(folder: Path, manifest: Manifest) -> None:
    """Raises Damaged unless the folder holds exactly what the manifest says."""
    found = {entry(folder, path) for path in files(folder)}
    wrong = sorted({item.name for item in found ^ set(manifest.files)})
    if wrong:
        raise Damaged(f"these files are not what the manifest says: {', '.join(wrong[:5])}")
