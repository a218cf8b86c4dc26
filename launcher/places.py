"""Where things are, and the environment that Consort's own processes get."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = VENV / "bin" / "uv"
LOCK = ROOT / "lock"
SOURCE = ROOT / "src"
FRONTEND = ROOT / "frontend"
WEB_BUILD = SOURCE / "consort" / "web" / "static" / "build"
BUILD = ROOT / "build"
LOGS = BUILD / "log"
STAMPS = BUILD / "stamps"


def data_directory() -> Path:
    """The folder with everything that people entered: CONSORT_DATA, else `data` beside the command."""
    return Path(os.environ.get("CONSORT_DATA") or ROOT / "data").absolute()


def environment(**more: str) -> dict[str, str]:
    """The environment for a process in the virtual environment."""
    values = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    values |= {"DJANGO_SETTINGS_MODULE": "consort.site.settings", "CONSORT_DATA": str(data_directory())}
    return values | more
