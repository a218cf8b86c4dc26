"""The process in which a foreign file is read: `python -m consort.core.foreign_files.child READER OPTIONS SPEECH`.

The file comes on standard input, the answer leaves as JSON on standard output.
"""

import json
import resource
import sys
from importlib import import_module
from typing import Any

import django
from django.conf import settings

from consort.core.foreign_files.unreadable import Unreadable

CPU_SECONDS = 10
MEMORY_BYTES = 512 * 1024 * 1024


def main(reader: str, options: str, speech: str) -> None:
    """Read standard input with `reader` within the caps. Ends with 1 when memory runs out."""
    _cap()
    _speak(**json.loads(speech))
    try:
        answer = json.dumps(_answer(reader, sys.stdin.buffer.read(), json.loads(options)))
    except MemoryError:
        sys.exit(1)
    sys.stdout.write(answer)


def _cap() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _speak(language: str, locales: list[str]) -> None:
    """Remarks are written in the reader's language; nothing else of Django is set up."""
    settings.configure(LANGUAGE_CODE=language, LOCALE_PATHS=locales, USE_I18N=True, LOGGING_CONFIG=None)
    django.setup()


def _answer(reader: str, content: bytes, options: dict[str, Any]) -> dict[str, Any]:
    module, _colon, function = reader.partition(":")
    try:
        return {"read": getattr(import_module(module), function)(content, **options)}
    except Unreadable as error:
        return {"error": error.message, "line": error.line}


if __name__ == "__main__":
    main(*sys.argv[1:])
