"""What is to be told reaches a server once it can: after a kill, after a silence, after a no."""

import asyncio
import email
import email.policy
import hashlib
import hmac
import json
import re
import sqlite3
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from conftest import init_regency, start_server
from mail_server import Manners, free_port, start
from people import (
    PENELITIAN, WARUNG, Official, ask_for_more, digits, fill_until, number, press, send,
    until,
)
from people import start as begin

# It reads the file of the database itself.
ENGINE = "sqlite"

GOES_FIRST = True

BY_MAIL = {**PENELITIAN, "kabar": "surel"}


@pytest.fixture
def folder(tmp_path):
    init_regency(tmp_path / "contoh")
    return tmp_path / "contoh"


@contextmanager
def serving(folder, chromium):
    """The program, and who visits it; killed as a power cut would."""
    server = start_server(folder)
    opened = []
    try:
        base = re.search(r"http://[^\s/]+", server.stdout.readline())[0]

        def visit():
            opened.append(chromium.new_context(base_url=base, locale="id-ID"))
            return opened[-1].new_page()

        yield visit
    finally:
        for context in opened:
            context.close()
        server.kill()
        server.wait()


def official(folder, name, page):
    Official.read(folder / "data/petugas-contoh.txt")[name].sign_in(page)
    return page


def send_research(page):
    """A request of somebody who wants to be told by e-mail."""
    begin(page, "surat-keterangan-penelitian")
    fill_until(page, "/periksa", BY_MAIL)
    page.check("[name=benar]")
    press(page, "Kirim permohonan")
    return number(page)


def by_mail(folder, port):
    (folder / "kabar.yaml").write_text(
        "surel:\n  dari: kabar@contoh.go.id\n  server: 127.0.0.1\n"
        f"  porta: {port}\n  pengaman: tanpa\n"
    )


def states(folder):
    """What stands in the queue: state and way of each message."""
    record = sqlite3.connect(f"file:{folder}/data/catatan.sqlite?mode=ro", uri=True)
    try:
        return record.execute("SELECT state, channel, tries FROM notices").fetchall()
    finally:
        record.close()


class Holding(Manners):
    """Takes the whole message and keeps its answer back."""

    def __init__(self):
        super().__init__()
        self.held = []

    async def handle_DATA(self, server, session, envelope):
        self.held.append(envelope)
        await asyncio.sleep(3600)
        return "451 never said"


def read(envelope):
    return email.message_from_bytes(envelope.content, policy=email.policy.default)


def test_a_kill_between_sending_and_marking_repeats_one_message_and_loses_none(folder, chromium):
    holding, port = Holding(), free_port()
    by_mail(folder, port)
    first = start(holding, port)
    with serving(folder, chromium) as visit:
        shown = send_research(visit())
        ask_for_more(official(folder, "lina", visit()), shown, "Proposal kurang jelas")
        until(lambda: holding.held, 20)
    assert states(folder) == [("menunggu", "surel", 1)], "sent, and nobody could note it"
    first.stop()
    manners = Manners()
    second = start(manners, port)
    try:
        with serving(folder, chromium) as visit:
            until(lambda: manners.taken)
            until(lambda: states(folder)[0][0] == "terkirim", 10)
            time.sleep(7)
            assert len(manners.taken) == 1, "marked is not sent again"
            page = official(folder, "lina", visit())
            page.goto(f"/kerja/perkara/{digits(shown)}")
            assert "Surel diterima server surel" in page.inner_text("main")
    finally:
        second.stop()
    before, after = read(holding.held[0]), read(manners.taken[0])
    assert before["Message-ID"] == after["Message-ID"]
    # The port of the link is the test's: it is another one at each start.
    told = [re.sub(r":\d+/lacak", "/lacak", one.get_content()) for one in (before, after)]
    assert told[0] == told[1]
    assert "Proposal kurang jelas" in after.get_content()
    assert after["To"] == "ahmad@contoh.id"


def test_mail_waits_for_a_server_that_is_down(folder, chromium):
    port = free_port()
    by_mail(folder, port)
    with serving(folder, chromium) as visit:
        shown = send_research(visit())
        lina = official(folder, "lina", visit())
        ask_for_more(lina, shown, "Proposal kurang jelas")
        until(lambda: [s for s in states(folder) if s[2] == 1], 20)

        def is_said():
            lina.goto("/kerja/kabar")
            return "Surel belum bisa dikirim sejak" in lina.inner_text("main")

        until(is_said, 10)
        manners = Manners()
        server = start(manners, port)
        try:
            until(lambda: states(folder)[0][0] == "terkirim")
            assert len(manners.taken) == 1
            lina.goto("/kerja/kabar")
            assert "belum bisa dikirim" not in lina.inner_text("main")
        finally:
            server.stop()


class Gate(BaseHTTPRequestHandler):
    """A gateway that answers as its server is told to."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, dict(self.headers), body))
        self.send_response(self.server.answer)
        self.send_header("Location", "/lain")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers), b""))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture
def gate():
    server = HTTPServer(("127.0.0.1", 0), Gate)
    server.asked, server.answer = [], 200
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("answer, left, said", [
    (200, ("diserahkan", "gerbang", 1), None),
    (500, ("menunggu", "gerbang", 1), "mencoba lagi nanti"),
    (302, ("menunggu", "gerbang", 1), "tidak kami ikuti"),
    (422, ("menunggu", "wa", 1), "menolak pesan ini"),
])
def test_a_gateway_gets_one_signed_message(folder, chromium, gate, answer, left, said):
    gate.answer = answer
    secret = folder / "rahasia-gerbang"
    secret.write_text("rahasia-karangan\n")
    secret.chmod(0o600)
    (folder / "kabar.yaml").write_text(
        f"gerbang:\n  alamat: http://127.0.0.1:{gate.server_port}/kirim\n"
        "  saluran: wa\n  rahasia: rahasia-gerbang\n"
    )
    with serving(folder, chromium) as visit:
        shown = send(visit(), WARUNG)
        rina = official(folder, "rina", visit())
        ask_for_more(rina, shown, "Foto KTP buram")
        until(lambda: states(folder) == [left], 20)
        rina.goto("/kerja/kabar")
        if said:
            assert said in rina.inner_text("main")
    [(path, headers, body)] = gate.asked
    assert path == "/kirim"
    message = json.loads(body)
    assert headers["Idempotency-Key"] == message["id"]
    assert "Foto KTP buram" in message["text"]
    second, code = re.fullmatch(r"t=(\d+),v1=([0-9a-f]{64})", headers["Serasan-Signature"]).groups()
    right = hmac.new(b"rahasia-karangan", second.encode() + b"." + body, hashlib.sha256)
    assert code == right.hexdigest()
