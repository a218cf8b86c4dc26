"""The command itself: what it says, when it works again, and what it refuses."""

import socket
import subprocess
import sys

import pytest

from launcher import command, indexes, installation, packages, progress, serving, stamp, testing
from launcher.places import FRONTEND, LOCK, ROOT
from launcher.problem import Problem

NAMES = [word.name for word in command.WORDS]


def consort(*words):
    return subprocess.run(
        [sys.executable, ROOT / "consort", *words], capture_output=True, text=True, check=False, cwd="/"
    )


@pytest.mark.parametrize("name", NAMES)
def test_each_word_explains_itself(name):
    done = consort(name, "--help")
    assert done.returncode == 0
    assert f"./consort {name}" in done.stdout
    assert next(word.help for word in command.WORDS if word.name == name) in " ".join(done.stdout.split())


def test_help_names_every_word():
    done = consort("--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in NAMES)


def test_an_unknown_word_is_refused_with_the_known_ones():
    done = consort("restart")
    assert done.returncode == 2
    assert "backup" in done.stderr


def test_an_unknown_option_is_refused():
    assert "unrecognized arguments: --quick" in consort("check", "--quick").stderr


def test_a_port_in_use_is_told_before_anything_is_installed():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = consort("--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "cannot be used: Address already in use" in done.stderr
    assert "./consort --port" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_older_python_is_told_what_it_lacks():
    source = (ROOT / "consort").read_text()
    script = source.replace("sys.version_info >= OLDEST", "False").replace("shutil.which(name)", "None")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert "Consort needs Python 3.11 or newer" in done.stderr


class TestStamp:
    @pytest.fixture
    def step(self, tmp_path, monkeypatch):
        monkeypatch.setattr(stamp, "STAMPS", tmp_path / "stamps")
        monkeypatch.setattr(stamp, "ROOT", tmp_path)
        (tmp_path / "source").mkdir()
        (tmp_path / "source" / "a.js").write_text("1")
        made = []

        def act():
            made.append(1)
            (tmp_path / "out").write_text("made")

        step = stamp.Step("a step", [tmp_path / "source"], [tmp_path / "out"], act)
        return step, made

    def test_is_taken_once(self, step, capsys):
        step, made = step
        step.take()
        step.take()
        assert len(made) == 1
        assert capsys.readouterr().out.count("a step") == 1

    def test_is_taken_again_when_a_source_has_changed(self, step, tmp_path):
        step, made = step
        step.take()
        (tmp_path / "source" / "a.js").write_text("2")
        step.take()
        assert len(made) == 2

    def test_is_taken_again_when_a_source_is_new(self, step, tmp_path):
        step, made = step
        step.take()
        (tmp_path / "source" / "b.js").write_text("1")
        step.take()
        assert len(made) == 2

    def test_is_taken_again_when_its_output_is_gone(self, step, tmp_path):
        step, made = step
        step.take()
        (tmp_path / "out").unlink()
        step.take()
        assert len(made) == 2

    def test_is_taken_again_when_it_was_interrupted(self, step, tmp_path):
        step, _ = step
        step.take()
        (tmp_path / "source" / "a.js").write_text("2")

        def interrupted():
            raise KeyboardInterrupt

        broken = stamp.Step(step.name, step.inputs, step.outputs, interrupted)
        with pytest.raises(KeyboardInterrupt):
            broken.take()
        (tmp_path / "source" / "a.js").write_text("1")
        assert step.due()

    def test_does_not_look_at_what_is_downloaded(self, step, tmp_path):
        step, _ = step
        step.take()
        (tmp_path / "source" / "node_modules").mkdir()
        (tmp_path / "source" / "node_modules" / "c.js").write_text("1")
        assert not step.due()


def test_a_second_start_does_nothing_again(capsys):
    installation.prepare(tests=True)
    capsys.readouterr()
    installation.prepare(tests=True)
    assert capsys.readouterr().out == ""


def test_an_interrupted_install_begins_with_an_empty_environment(tmp_path, monkeypatch):
    venv = tmp_path / "venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").touch()
    monkeypatch.setattr(packages, "VENV", venv)
    monkeypatch.setattr(packages, "PYTHON", venv / "bin" / "python")
    monkeypatch.setattr(packages, "UNFINISHED", venv / "unfinished")
    packages.discard_unfinished()
    assert venv.exists()
    (venv / "unfinished").touch()
    packages.discard_unfinished()
    assert not venv.exists()


def test_without_ensurepip_and_rights_the_package_to_install_is_named(monkeypatch):
    monkeypatch.setattr(packages.os, "geteuid", lambda: 1000)
    with pytest.raises(Problem, match="apt-get install python3-venv"):
        packages.install_ensurepip()


def test_pip_settings_are_said_in_the_words_of_uv(monkeypatch):
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX", "UV_FIND_LINKS", "UV_HTTP_TIMEOUT", "UV_INDEX_STRATEGY"):
        monkeypatch.delenv(name, raising=False)
    listing = (
        "global.index-url='mirror/simple'\n"
        "global.extra-index-url='one two'\n"
        "global.timeout='20'\n"
        "install.find-links='/a\\n/b'\n"
        ":env:.timeout='60'\n"
        "global.unheard-of='1'\n"
    )
    assert indexes.for_uv(indexes.parsed(listing)) == {
        "UV_DEFAULT_INDEX": "mirror/simple",
        "UV_INDEX": "one two",
        "UV_FIND_LINKS": "/a,/b",
        "UV_HTTP_TIMEOUT": "60",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
    }


def test_what_was_set_for_uv_itself_stays(monkeypatch):
    monkeypatch.setenv("UV_DEFAULT_INDEX", "mine")
    assert "UV_DEFAULT_INDEX" not in indexes.for_uv({"index-url": "theirs"})


def test_a_failing_program_is_shown_with_its_last_lines(tmp_path, monkeypatch):
    monkeypatch.setattr(progress, "LOGS", tmp_path)
    script = "print('first'); print('dns error: no such host'); raise SystemExit(3)"
    with pytest.raises(Problem, match="cannot be reached") as raised:
        progress.run([sys.executable, "-c", script], log="trial", env={})
    assert "dns error" in str(raised.value)
    assert str(tmp_path / "trial.log") in str(raised.value)


def test_a_host_that_is_not_ours_is_refused():
    with pytest.raises(Problem, match="cannot be used"):
        serving.require_free("192.0.2.1", 8000)


def test_no_lock_file_says_where_packages_come_from():
    pinned = [*LOCK.glob("*.txt"), FRONTEND / "package-lock.json", FRONTEND / ".npmrc", ROOT / ".npmrc"]
    assert len(pinned) == 7
    for path in pinned:
        text = path.read_text()
        assert "://" not in text, path
        assert '"resolved"' not in text, path


def test_every_package_is_pinned_with_a_hash():
    for path in LOCK.glob("*.txt"):
        lines = [line for line in path.read_text().splitlines() if line and not line.lstrip().startswith("#")]
        starts = [number for number, line in enumerate(lines) if not line.startswith(" ")]
        assert starts, path
        assert all("==" in lines[number] and "--hash=sha256:" in lines[number + 1] for number in starts), path


class TestTotal:
    def report(self, tmp_path, cases):
        path = tmp_path / "report.xml"
        path.write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>")
        return path

    def test_adds_runs_and_lists_what_was_skipped(self, tmp_path, capsys):
        total = testing.Total()
        cases = (
            '<testcase classname="a" name="b"/>'
            '<testcase classname="a" name="c"><failure message="no"/></testcase>'
            '<testcase classname="a" name="d"><skipped message="no Chromium"/></testcase>'
            '<testcase classname="a" name="e"/><testcase classname="a" name="e"><error message="tear-down"/></testcase>'
        )
        total.add("units", self.report(tmp_path, cases), 1)
        total.show()
        said = capsys.readouterr().out
        assert "Not run here:\n  a.d (units): no Chromium" in said
        assert said.splitlines()[-1] == "1 passed, 2 failed"

    def test_a_run_without_a_report_is_a_failure(self, tmp_path):
        total = testing.Total()
        total.add("units", tmp_path / "none.xml", 2)
        assert (total.passed, total.failed) == (0, 1)

    def test_a_run_that_fails_for_no_tests_sake_is_a_failure(self, tmp_path):
        total = testing.Total()
        total.add("units", self.report(tmp_path, '<testcase classname="a" name="b"/>'), 3)
        assert (total.passed, total.failed) == (1, 1)
