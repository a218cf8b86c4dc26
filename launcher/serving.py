"""Hands over to the server: the same process, with the virtual environment's Python."""

import os
import socket

from .installation import prepare
from .places import PYTHON, environment
from .problem import Problem

HOST = "127.0.0.1"
PORT = 8000


def serve(host: str, port: int, *, empty: bool) -> None:
    """Prepare, then become the server. Raises Problem when the port is taken."""
    require_free(host, port)
    prepare()
    more = {"CONSORT_HOST": host, "PORT": str(port)} | ({"CONSORT_DEMONSTRATION": "0"} if empty else {})
    os.execve(PYTHON, [str(PYTHON), "-m", "consort.site.serve"], environment(**more))


def require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Problem(unusable(host, port, error)) from error


def unusable(host: str, port: int, error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"Port {port} on {host} cannot be used: {reason}.\nChoose another, for example ./consort --port {port + 1}"
