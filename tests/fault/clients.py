"""People at plain HTTP: they sign in, and send forms until they are answered."""

import http.client
import re
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
ANSWERED = 10.0  # seconds


@dataclass
class Answer:
    status: int
    location: str
    text: str


@dataclass
class Client:
    """One signed-in person. Each request has a connection of its own, so that a killed server spoils only that one."""

    url: str
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self._send("GET", path, {})

    def post(self, path: str, form: dict[str, str]) -> Answer:
        """Send a form. Raises OSError or HTTPException when no answer came."""
        return self._send("POST", path, {"csrfmiddlewaretoken": self.cookies["csrftoken"], **form})

    def sign_in(self, email: str, password: str) -> None:
        page = self.get("/accounts/login/")
        found = TOKEN.search(page.text)
        assert found, f"no form to sign in: {page.status}"
        answer = self.post("/accounts/login/", {"login": email, "password": password})
        assert answer.status == 302, f"{email} could not sign in: {answer.status}"

    def _send(self, method: str, path: str, form: dict[str, str]) -> Answer:
        parts = urlsplit(self.url)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=ANSWERED)
        try:
            connection.request(method, path, urlencode(form) if form else None, self._headers())
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        self._keep(response.headers.get_all("Set-Cookie") or [])
        return Answer(response.status, response.headers.get("Location", ""), text)

    def _headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return {**kind, "Referer": self.url, "Origin": self.url, **({"Cookie": cookies} if cookies else {})}

    def _keep(self, headers: list[str]) -> None:
        for header in headers:
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value
