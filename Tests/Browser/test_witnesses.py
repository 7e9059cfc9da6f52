"""The daily message that carries a head of the record out of the house, to a real mail server."""

import email
import email.policy
import json
import re
import subprocess
import time
import urllib.request

import pytest

from conftest import _binary, _surroundings, init_regency, run, start_server
from independent_proof import read_checkpoint
from mail_server import Manners, free_port, start
from people import until

GOES_FIRST = True

ADDRESSES = ["inspektorat@contoh.go.id", "ombudsman@contoh.id"]


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "kab"
    init_regency(folder)
    run("publish", str(folder))
    return folder


class Served:
    """The program over a folder, until the block ends."""

    def __init__(self, folder):
        self.server = start_server(folder)
        self.base = re.search(r"http://[^\s/]+", self.server.stdout.readline())[0]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait(timeout=30)

    def get(self, path):
        with urllib.request.urlopen(self.base + path) as answer:
            return answer.read().decode()

    def health(self):
        return json.loads(self.get("/healthz"))


def settle(folder, port):
    (folder / "kabar.yaml").write_text(
        f"surel:\n  dari: kabar@contoh.go.id\n  server: 127.0.0.1\n  porta: {port}\n"
        f"  pengaman: tanpa\nsaksi: [{', '.join(ADDRESSES)}]\n"
    )


def doctor(folder):
    return subprocess.run(
        [_binary(), "doctor", str(folder)], env=_surroundings(), capture_output=True, text=True,
        check=False,
    ).stdout


def test_each_witness_gets_one_message_a_day_with_a_head_that_holds(folder, tmp_path):
    """A server that is down at first, a restart, and still one message for each."""
    port = free_port()
    settle(folder, port)
    with Served(folder) as site:
        until(lambda: "channels_failing" in site.health())
        assert site.health()["witness_days"] is None
        assert "Belum ada cap catatan yang diketahui" in doctor(folder)
    manners = Manners()
    server = start(manners, port)
    try:
        with Served(folder) as site:
            # Tried again after a minute, as any message.
            until(lambda: len(manners.taken) == 2, seconds=180)
            until(lambda: site.health()["witness_days"] == 0)
            page = site.get("/bukti")
            key = re.search(r"<code>([^<]+)</code>", page)[1].replace("&#43;", "+")
        with Served(folder) as site:
            until(lambda: site.health()["witness_days"] == 0)
            time.sleep(12)
    finally:
        server.stop()
    assert sorted(one.rcpt_tos[0] for one in manners.taken) == ADDRESSES, "one each, no second"
    messages = [
        email.message_from_bytes(one.content, policy=email.policy.default)
        for one in manners.taken
    ]
    assert len({one["Message-ID"] for one in messages}) == 2
    for message in messages:
        text = message.get_content().replace("\r\n", "\n")
        note = re.search(r"(?s)serasan/[0-9a-f]{32}\n.*?\n\n— [^\n]+\n", text)[0]
        _, size, _ = read_checkpoint(note, key, tmp_path)
        assert size > 0 and f"{size} peristiwa" in message["Subject"]
    assert re.search(r"OK +Cap catatan di pihak lain berumur kurang dari sehari", doctor(folder))
