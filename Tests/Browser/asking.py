"""Asks for addresses as a visitor's browser would, without one: thousands of pages in seconds."""

from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit


class Answer:
    """What came back; a way that leads elsewhere is not followed."""

    def __init__(self, response):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.cookies = response.headers.get_all("set-cookie") or []
        self._body = response.read()

    def body(self):
        return self._body

    def text(self):
        return self._body.decode("utf-8", "replace")


class Visitor:
    """One visitor of a site, with the cookies of a page that was opened before."""

    def __init__(self, base, page):
        self.base = base
        self.line = HTTPConnection(urlsplit(base).netloc, timeout=60)
        self.cookies = {kept["name"]: kept["value"] for kept in page.context.cookies()}

    def get(self, address):
        return self._ask("GET", address)

    def post(self, address, fields):
        """Sends a form from a page of the site itself."""
        return self._ask("POST", address, urlencode(fields), {
            "Content-Type": "application/x-www-form-urlencoded", "Origin": self.base,
        })

    def _ask(self, method, address, body=None, headers={}):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.line.request(method, address, body, {"Cookie": cookies, **headers})
        answer = Answer(self.line.getresponse())
        for line in answer.cookies:
            for name, kept in SimpleCookie(line).items():
                if kept["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = kept.value
        return answer
