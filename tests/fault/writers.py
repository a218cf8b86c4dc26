"""Four people who write without a pause, and remember what was acknowledged."""

import http.client
import threading
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import uuid4

from tests.fault.clients import Client

GONE = (OSError, http.client.HTTPException)
DUE = (date.today() + timedelta(days=30)).isoformat()  # noqa: DTZ011  (the server's own day is near enough)


@dataclass
class Writer:
    """`promised` by id and `sealed` by number: what the server acknowledged. `tried` is the last number."""

    name: str
    client: Client
    receiver: str
    round: str
    promised: dict[str, str] = field(default_factory=dict)
    sealed: int = 0
    tried: int = 0
    lost: int = 0
    trouble: list[str] = field(default_factory=list)

    def write_until(self, stop: threading.Event, acknowledged: threading.Semaphore) -> None:
        """Seal and promise in turns. What is not answered is sent again, unchanged, until it is."""
        while not stop.is_set() and not self.trouble:
            self.tried += 1
            answers = {"answer.option": "A", "answer.reason": self.reason(self.tried)}
            odds = {"answer.forecast-0": "40", "answer.forecast-1": "70"}
            if self._insist(f"/varnholt/rounds/{self.round}/seal/", answers | odds, stop):
                self.sealed = self.tried
                acknowledged.release()
            self._promise(stop, acknowledged)

    def reason(self, number: int) -> str:
        return f"{self.name} thinks this, number {number}"

    def _promise(self, stop: threading.Event, acknowledged: threading.Semaphore) -> None:
        id, what = str(uuid4()), f"{self.name} does this, number {self.tried}"
        rest = {"making": "promise", "other": self.receiver, "due": DUE, "visibility": "partnership"}
        if self._insist("/varnholt/commitments/new/", {"id": id, "what": what, **rest}, stop):
            self.promised[id] = what
            acknowledged.release()

    def _insist(self, path: str, form: dict[str, str], stop: threading.Event) -> bool:
        """Whether the form was acknowledged. Not before the end does one give up."""
        while not stop.is_set():
            try:
                answer = self.client.post(path, form)
            except GONE:
                self.lost += 1
                stop.wait(0.02)
                continue
            if answer.status not in (200, 204, 302, 303):
                self.trouble.append(f"{path} was answered {answer.status}: {answer.text[:2000]}")
            return not self.trouble
        return False
