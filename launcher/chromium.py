"""Finds a Chromium on this machine, or installs Debian's where that is allowed."""

import os
import shutil

from .problem import Problem
from .progress import run, shown

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-inter", "fonts-urw-base35")

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_or_install() -> str | None:
    """The path of a Chromium; None when there is none and none can be installed."""
    found = find()
    if found or os.geteuid() or not shutil.which("apt-get"):
        return found
    try:
        with shown("chromium"):
            install()
    except Problem:
        return None
    return find()


def find() -> str | None:
    return os.environ.get("CONSORT_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def install() -> None:
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update"], log="apt-update", env=env)
    run(["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES], log="apt-chromium", env=env)
