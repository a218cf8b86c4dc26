"""The process that serves: how it starts, says how it is, logs, and ends."""

import json
import os
import signal
import subprocess
import sys
import urllib.request

import pytest

from tests.installation import Server


def logged(server):
    lines = [json.loads(line) for line in server.said().splitlines() if line.startswith("{")]
    return [line for line in lines if line["logger"] == "consort.requests"]


def test_it_prepares_an_empty_data_directory_and_says_how_to_begin(server):
    running = server()
    assert running.get("/health") == (200, {"healthy": True})
    assert running.get("/ready") == (200, {"ready": True, "database": True, "migrations": True, "master_key": True})
    assert f"Consort is ready: {running.url}" in running.said()
    assert "./consort create-organization" in running.said()


def test_it_is_not_ready_without_its_master_key(server):
    running = server()
    running.key.rename(running.key.with_name("away"))
    status, answer = running.get("/ready")
    assert status == 503
    assert answer == {"ready": False, "database": True, "migrations": True, "master_key": False}


def test_what_people_enter_is_for_the_operators_account_alone(server):
    running = server()
    assert running.data.stat().st_mode & 0o077 == 0
    assert [path.name for path in running.data.rglob("*") if path.stat().st_mode & 0o077] == []
    assert running.key.stat().st_mode & 0o077 == 0


def test_a_request_is_logged_by_its_route_and_nothing_else(server):
    running = server()
    asked = urllib.request.Request(f"{running.url}/health?who=ines", headers={"X-Request-ID": "trace-12345"})
    with urllib.request.urlopen(asked) as answer:
        assert answer.headers["X-Request-ID"] == "trace-12345"
    running.stop()
    line = next(line for line in logged(running) if line.get("request") == "trace-12345")
    assert (line["method"], line["route"], line["status"]) == ("GET", "health", 200)
    assert set(line) == {"time", "level", "logger", "event", "method", "route", "status", "ms", "request"}
    assert "ines" not in running.said()
    assert "127.0.0.1" not in json.dumps(logged(running))


def test_an_id_that_is_no_id_is_not_logged(server):
    running = server()
    asked = urllib.request.Request(f"{running.url}/health", headers={"X-Request-ID": "<script> ines"})
    with urllib.request.urlopen(asked) as answer:
        assert answer.headers["X-Request-ID"].isalnum()


def test_it_stops_when_told_to_and_gives_the_worker_time(server):
    running = server()
    process = running.process
    running.stop()
    assert process.returncode in (0, -signal.SIGTERM)
    assert "Traceback" not in running.said()


def test_it_starts_again_after_it_was_killed(server):
    running = server()
    running.kill()
    with running.start():
        assert running.get("/ready")[0] == 200


def test_a_database_of_an_older_version_is_brought_up_to_date(installation):
    installation.manage("migrate", "core", "zero", "--verbosity", "0")
    with Server(installation.folder) as running:
        assert running.get("/ready")[0] == 200


def test_a_taken_port_ends_the_start_without_a_traceback(server):
    running = server()
    second = Server(running.folder / "second", PORT=running.environment["PORT"])
    second.folder.mkdir()
    with pytest.raises(AssertionError, match="the server has ended"):
        second.start()
    assert "Traceback" not in second.said()


def test_the_worker_in_a_process_of_its_own_ends_when_told_to(server):
    running = server(CONSORT_WORKER="0")
    worker = subprocess.Popen(
        [sys.executable, "-m", "django", "worker"], env=running.environment, stdout=subprocess.PIPE, text=True
    )
    assert "running" in worker.stdout.readline()
    os.kill(worker.pid, signal.SIGTERM)
    said, _ = worker.communicate(timeout=30)
    assert worker.returncode == 0
    assert "has stopped" in said
