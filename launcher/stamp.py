"""Steps of the set-up that are done once and again when what they are made from has changed."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .places import ROOT, STAMPS
from .progress import shown

LEFT_OUT = {"node_modules", "__pycache__", "build"}


@dataclass(frozen=True)
class Step:
    """`act` turns `inputs` (files and folders, and `also`, any words) into `outputs`."""

    name: str
    inputs: Sequence[Path]
    outputs: Sequence[Path]
    act: Callable[[], None]
    also: str = ""

    @property
    def stamp(self) -> Path:
        return STAMPS / self.name.replace(" ", "-")

    def due(self) -> bool:
        """Whether something has changed, is missing, or was interrupted."""
        if not all(output.exists() for output in self.outputs):
            return True
        return not self.stamp.exists() or self.stamp.read_text() != self.digest()

    def take(self) -> None:
        """Do it if it is due. The stamp is written last, so that an interrupted step is done again."""
        if not self.due():
            return
        self.stamp.unlink(missing_ok=True)
        with shown(self.name):
            self.act()
        STAMPS.mkdir(parents=True, exist_ok=True)
        self.stamp.write_text(self.digest())

    def digest(self) -> str:
        """A hash of the inputs' names and contents."""
        total = hashlib.sha256(self.also.encode())
        for path in files(self.inputs):
            total.update(f"\0{path.relative_to(ROOT)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()


def files(paths: Sequence[Path]) -> list[Path]:
    """The files named by `paths` and all below the folders among them, sorted, without what is built or downloaded."""
    below = {path for folder in paths for path in folder.rglob("*") if path.is_file() and is_source(path, folder)}
    return sorted(below | {path for path in paths if path.is_file()})


def is_source(path: Path, folder: Path) -> bool:
    return not LEFT_OUT & set(path.relative_to(folder).parts)
