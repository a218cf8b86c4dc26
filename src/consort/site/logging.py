"""Logs: one JSON object a line, one line a request. No content, no addresses, no query strings, no names of people.

Of a log record only the template is written, never its arguments; of an exception the types and the places in the
source, never its message. What is worth knowing besides goes into `extra`, under one of the names in `FIELDS`.
"""

import json
import logging
import logging.config
import re
import sys
import time
import traceback
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase

FIELDS = ("method", "route", "status", "ms", "sweep", "reader", "kind", "seconds")
OWN = "consort.requests"
ACCEPTED = re.compile(r"[A-Za-z0-9-]{8,64}")
_request: ContextVar[str] = ContextVar("request", default="")

logger = logging.getLogger(OWN)


class RequestLogMiddleware:
    """Writes a line for each request and answers with its id, which a proxy may have given."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        identity = request_id(request.headers.get("X-Request-ID", ""))
        token = _request.set(identity)
        start = time.perf_counter()
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = identity
            logger.info("request", extra=_line(request, response.status_code, start))
            return response
        finally:
            _request.reset(token)


def request_id(given: str) -> str:
    """The id that was given, if it can be nothing but an id; otherwise a new one."""
    return given if ACCEPTED.fullmatch(given) else uuid4().hex[:16]


def _line(request: HttpRequest, status: int, start: float) -> dict[str, object]:
    match = request.resolver_match
    milliseconds = round((time.perf_counter() - start) * 1000, 1)
    return {"method": request.method, "route": match.view_name if match else "", "status": status, "ms": milliseconds}


class JsonFormatter(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {"time": moment, "level": record.levelname.lower(), "logger": record.name}
        line["event"] = record.msg.strip() if isinstance(record.msg, str) else type(record.msg).__qualname__
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if identity := _request.get():
            line["request"] = identity
        if record.exc_info and record.exc_info[0]:
            line |= {"error": causes(record.exc_info[1]), "at": places(record.exc_info[2])}
        return json.dumps(line, ensure_ascii=False, default=str)


class LineFormatter(JsonFormatter):
    """The same for a person who is watching the terminal."""

    def format(self, record: logging.LogRecord) -> str:
        line = json.loads(super().format(record))
        clock = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        if record.name == OWN:
            return f"{clock}  {line['method']:4} {line['status']} {line['ms']:7.1f} ms  {line['route']}"
        rest = [f"{name}={line[name]}" for name in (*FIELDS, "error") if name in line]
        return "\n    ".join([f"{clock}  {line['level']} {line['event']} {' '.join(rest)}", *line.get("at", [])])


def causes(error: BaseException | None) -> str:
    """The type of an exception and of what caused it, such as `ActionFailed from OperationalError`."""
    names: list[str] = []
    while error is not None and len(names) < 5:
        names.append(type(error).__qualname__)
        error = error.__cause__ or error.__context__
    return " from ".join(names)


def places(trace: TracebackType | None) -> list[str]:
    """Where it happened, outermost first: file, line and function."""
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace, limit=-12)]


def configure() -> None:
    """Log to standard error: lines for a terminal, JSON for everything else."""
    formatter = LineFormatter if sys.stderr.isatty() else JsonFormatter
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"own": {"()": formatter}},
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "own"}},
            "root": {"handlers": ["stderr"], "level": "WARNING"},
            "loggers": {
                "consort": {"level": "INFO"},
                "django.request": {"level": "ERROR"},  # 4xx are in the line of the request
                "django.security.DisallowedHost": {"level": "CRITICAL"},
            },
        }
    )
