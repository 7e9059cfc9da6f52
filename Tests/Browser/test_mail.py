"""E-mail by the real program against a real SMTP server."""

import email
import email.policy
import os
import ssl
import subprocess

import pytest

from conftest import _binary, _surroundings
from mail_server import Manners, free_port, start


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "regency.yaml").write_text("name: Kabupaten Contoh\n")
    return tmp_path


def settle(folder, port, safety="tanpa", more=""):
    (folder / "kabar.yaml").write_text(
        f"surel:\n  dari: kabar@contoh.go.id\n  nama: Kabupaten Contoh\n"
        f"  server: 127.0.0.1\n  porta: {port}\n  pengaman: {safety}\n{more}"
    )


def send(folder, to="siti@contoh.id"):
    return subprocess.run(
        [_binary(), "notices", "test", str(folder), "--to", to],
        env=_surroundings(), capture_output=True, text=True, timeout=90, check=False,
    )


@pytest.fixture
def server():
    running = []

    def serve(manners, **more):
        running.append(start(manners, **more))
        return running[-1].port

    yield serve
    for one in running:
        one.stop()


def test_a_message_is_taken_and_well_made(folder, server):
    manners = Manners()
    settle(folder, server(manners))
    said = send(folder)
    assert said.returncode == 0, said.stderr
    assert "menerima surel" in said.stdout
    [envelope] = manners.taken
    assert envelope.mail_from == "kabar@contoh.go.id"
    assert envelope.rcpt_tos == ["siti@contoh.id"]
    message = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert message["Subject"] == "Percobaan dari Serasan"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"].endswith("@contoh.go.id>")
    assert message["Date"].datetime is not None
    assert not message.defects
    assert "percobaan" in message.get_content()


@pytest.mark.parametrize("manners, sentence", [
    (Manners(rcpt="450 try later"), "mencoba lagi nanti"),
    (Manners(rcpt="550 nobody here"), "menolak pesan ini"),
    (Manners(data="451 try later"), "mencoba lagi nanti"),
    (Manners(data="554 no"), "menolak pesan ini"),
])
def test_a_refusal_is_said_in_plain_words(folder, server, manners, sentence):
    settle(folder, server(manners))
    said = send(folder)
    assert said.returncode == 2
    assert sentence in said.stderr
    assert "nobody here" not in said.stderr, "the server's own words stay outside"


def test_nobody_listens(folder):
    settle(folder, free_port())
    said = send(folder)
    assert said.returncode == 2
    assert "tidak bisa dihubungi" in said.stderr


def certificate(folder):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-keyout", folder / "k.pem", "-out", folder / "c.pem", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "c.pem", folder / "k.pem")
    return context


def test_a_certificate_of_nobody_is_refused_until_it_is_named(folder, server):
    manners = Manners()
    port = server(manners, tls_context=certificate(folder), require_starttls=True)
    settle(folder, port, "starttls")
    said = send(folder)
    assert said.returncode == 2
    assert "periksa sertifikat" in said.stderr
    assert not manners.taken
    settle(folder, port, "starttls", "  ca: c.pem\n")
    said = send(folder)
    assert said.returncode == 0, said.stderr
    assert len(manners.taken) == 1


def test_a_server_without_tls_gets_nothing(folder, server):
    manners = Manners()
    settle(folder, server(manners), "starttls")
    said = send(folder)
    assert said.returncode == 2
    assert "tidak bisa diamankan" in said.stderr
    assert not manners.taken


def test_an_open_password_file_is_not_used(folder):
    (folder / "sandi").write_text("rahasia-karangan\n")
    os.chmod(folder / "sandi", 0o644)
    settle(folder, 25, "starttls", "  pengguna: kabar\n  sandi: sandi\n")
    said = send(folder)
    assert said.returncode == 2
    assert "chmod 600" in said.stderr
    assert "rahasia-karangan" not in said.stderr
