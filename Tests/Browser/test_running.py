"""The server as whoever runs it meets it."""

import re
import subprocess
import urllib.request

import pytest

from conftest import init_regency, start_server


def test_the_server_ends_soon_after_it_is_asked_to(tmp_path):
    """A signal to end ends it; whoever updates does not wait for a kill."""
    init_regency(tmp_path / "contoh")
    server = start_server(tmp_path / "contoh")
    try:
        address = re.search(r"http://[^\s/]+", server.stdout.readline())[0]
        with urllib.request.urlopen(address + "/healthz") as answer:
            assert answer.status == 200
        server.terminate()
        try:
            assert server.wait(timeout=5) == 0
        except subprocess.TimeoutExpired:
            pytest.fail("still running")
    finally:
        server.kill()
