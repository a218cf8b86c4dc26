"""The words that `./consort` understands, and what each leads to."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from . import benching, checking, serving, testing
from .managing import manage
from .problem import Problem

DESCRIPTION = """Consort: self-hosted software with which leaders build leadership partnerships.
Without a word after it, it installs what is missing and serves the pages."""
TEST_EPILOG = """With arguments only those tests run, once, on SQLite.
CONSORT_REQUIRE_ALL=1 makes a failure of everything that cannot run here."""
EPILOG = """What people enter is kept in ./data, or in the folder that CONSORT_DATA names.
The operator guide, docs/operator.md, names every other setting."""
LEDGER_HELP = "check that nothing was changed or taken out; write it to a file; print a signed checkpoint"


@dataclass(frozen=True)
class Word:
    """One subcommand."""

    name: str
    help: str
    act: Callable[[argparse.Namespace, list[str]], int | None]
    arguments: Callable[[argparse.ArgumentParser], object] = lambda parser: None


def main(words: Sequence[str]) -> int:
    """Do what `words` say and return the exit code."""
    try:
        return dispatch(list(words))
    except Problem as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def dispatch(words: list[str]) -> int:
    if words[:1] == ["test"] and not {"-h", "--help"} & set(words):
        return testing.test(words[1:])  # everything else in the line is pytest's
    parser = command_parser()
    given = parser.parse_args(words)
    word = next((word for word in WORDS if word.name == given.word), None)
    act = word.act if word else serve
    return act(given, words[words.index(word.name) + 1 :] if word else []) or 0


def command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("./consort", description=DESCRIPTION, epilog=EPILOG, formatter_class=Plain)
    parser.add_argument("--host", default=serving.HOST, help=f"address to listen on (default {serving.HOST})")
    port = os.environ.get("PORT") or serving.PORT
    parser.add_argument("--port", type=int, default=port, help="port to listen on (default: PORT, else 8000)")
    parser.add_argument("--empty", action="store_true", help="do not make the demonstration organization")
    words = parser.add_subparsers(dest="word", metavar="WORD", title="words")
    for word in WORDS:
        word.arguments(words.add_parser(word.name, help=word.help, description=word.help, formatter_class=Plain))
    return parser


class Plain(argparse.RawDescriptionHelpFormatter):
    """Help with room for the longest word."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=100)


def serve(given: argparse.Namespace, _: list[str]) -> None:
    serving.serve(given.host, given.port, empty=given.empty)


def managed(command: str) -> Callable[[argparse.Namespace, list[str]], None]:
    """Pass everything after the word on to a management command."""
    return lambda _, words: manage(command, words)


def measure(given: argparse.Namespace, _: list[str]) -> int:
    return benching.bench(given.names)


def pin(given: argparse.Namespace, _: list[str]) -> int:
    return checking.lock(upgrade=given.upgrade)


def test_arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "./consort test [pytest's arguments]"
    parser.epilog = TEST_EPILOG


def backup_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", metavar="FOLDER", help="where to put it (default: <data directory>-backups)")


def restore_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="a file that ./consort backup has made")
    parser.add_argument("--replace", action="store_true", help="put aside what the data directory holds now")


def export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "./consort export [archive] [FILE]\n       ./consort export stratml FILE [options]"
    parser.add_argument("file", nargs="*", help="the new file (default: consort-<date>.zip here)")
    parser.add_argument("--part", type=int, choices=[1, 2], help="which part of StratML (default: 2)")
    parser.add_argument("--organization", metavar="ADDRESS", help="whose strategy; needed when there are several")
    parser.add_argument("--by", metavar="EMAIL", help="what this person may see (default: the first administrator)")


def import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "./consort import [archive] FILE\n       ./consort import ballots|stratml FILE [options]"
    parser.add_argument("what", nargs="+", metavar="FILE", help="what ./consort export has written, ballots or a plan")
    parser.add_argument("--organization", metavar="ADDRESS", help="for whom; needed when there are several")
    parser.add_argument("--by", metavar="EMAIL", help="who imports it (default: the first administrator)")
    parser.add_argument("--seats", type=int, help="how many are chosen (default: 1)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be read, change nothing")


def import_anything(_: argparse.Namespace, words: list[str]) -> None:
    """A file without a word before it is an archive."""
    known = words[:1] in (["archive"], ["ballots"], ["stratml"])
    manage("import", words if known else ["archive", *words])


def export_anything(_: argparse.Namespace, words: list[str]) -> None:
    """Without a word before the file it is everything."""
    known = words[:1] in (["archive"], ["stratml"])
    manage("export", words if known else ["archive", *words])


def ledger_arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "./consort ledger verify [FILE --key KEY [--part]] | export FILE | checkpoint"
    parser.add_argument("what", choices=["verify", "export", "checkpoint"], help=LEDGER_HELP)
    parser.add_argument("file", nargs="?", help="an exported ledger (default: the one in the database)")
    parser.add_argument("--key", help="the verifier key, for an exported ledger")
    parser.add_argument("--part", action="store_true", help="FILE is one reader's part, from the audit log")
    parser.add_argument("--checkpoint", metavar="FILE", action="append", help="a checkpoint that somebody has kept")
    parser.add_argument("--organization", metavar="ADDRESS", help="whose; needed when there are several")


def organization_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="the organization's name")
    parser.add_argument("--address", help="how its addresses begin (default: made from the name)")
    parser.add_argument("--email", required=True, help="the first administrator's")
    parser.add_argument("--first-name", required=True, help="the first administrator's")
    parser.add_argument("--last-name", help="the first administrator's")


def bench_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these, such as voting (default: all)")


def lock_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that pyproject.toml allows")


WORDS = [
    Word("test", "run all tests: units on both databases, browser, faults", lambda given, _: 0, test_arguments),
    Word("check", "lint, format, types, floors of the house, migrations", lambda given, _: checking.check()),
    Word("fix", "mend what the linter can mend, and format", lambda given, _: checking.fix()),
    Word("bench", "measure, beside the bars and the peers", measure, bench_arguments),
    Word("worker", "do the timed work in a process of its own (CONSORT_WORKER=0 for the server)", managed("worker")),
    Word("backup", "copy everything into one dated file, while running", managed("backup"), backup_arguments),
    Word("restore", "bring a backup back", managed("restore"), restore_arguments),
    Word("export", "write everything in open formats, or the strategy", export_anything, export_arguments),
    Word("import", "read an export, a file of ballots, or a plan", import_anything, import_arguments),
    Word("ledger", "verify or export the ledger", managed("ledger"), ledger_arguments),
    Word("create-organization", "make an empty organization", managed("create_organization"), organization_arguments),
    Word("lock", "write the lock files anew from pyproject.toml", pin, lock_arguments),
]
