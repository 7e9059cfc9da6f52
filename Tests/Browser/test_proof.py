"""Anybody takes a head of the record away; a citizen keeps a proof and checks it elsewhere."""

import base64
import json
import subprocess

import pytest

from conftest import _binary, _surroundings
from independent_proof import check, read_checkpoint
from papers import text_of
from people import WARUNG, digits, send
from test_everybody_can_use_it import inspector  # noqa: F401
from test_public_pages import keep


def test_what_is_proven_is_told_and_a_head_is_taken_away(phone, inspector, tmp_path):  # noqa: F811
    """The page in both languages, the head as a file, checked by another program."""
    phone.goto("/bukti")
    # The first head is signed as the site starts, which may be a moment ago.
    for _ in range(50):
        if phone.get_by_role("link", name="Ambil cap ini").count():
            break
        phone.wait_for_timeout(200)
        phone.reload()
    inspector.look(phone, "proof of the record")
    keep(phone, "bukti")
    key = phone.locator("main code").first.inner_text()
    note = phone.request.get(
        phone.get_by_role("link", name="Ambil cap ini").get_attribute("href")
    ).text()
    origin, size, _ = read_checkpoint(note, key, tmp_path)
    assert origin.startswith("serasan/") and size > 0
    growth = phone.request.get(f"/bukti/urut?dari={size}").text()
    assert growth == f"old {size}\n\n{note}", "a log is its own beginning, without any hash"
    phone.locator("summary", has_text="Cara memeriksa").click()
    assert "serasan receipt verify" in phone.inner_text("main")
    phone.goto("/en/bukti")
    assert "What is not proven" in phone.inner_text("main")
    inspector.look(phone, "proof of the record, in English")
    inspector.has_nothing_to_say()


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_a_receipt_is_proven_without_us(visitors, inspector, tmp_path, script):  # noqa: F811
    """Sent, opened, downloaded, and checked by another program and by ours without a folder."""
    phone = visitors(java_script_enabled=script)
    shown = send(phone)
    phone.locator("summary", has_text="Bukti bahwa ini tercatat").click()
    if script:
        inspector.look(phone, "receipt with the proof open")
        keep(phone, "bukti-tanda-terima")
    link = phone.get_by_role("link", name="Unduh bukti")
    assert link.is_visible()
    file = phone.request.get(link.get_attribute("href")).body()
    fingerprint = phone.locator("details .angka").last.inner_text()
    paper = phone.request.get("/permohonan/tanda-terima.pdf").body()
    assert fingerprint in " ".join(text_of(paper).split())
    phone.goto("/bukti")
    key = phone.locator("main code").first.inner_text()
    assert fingerprint in phone.inner_text("main")

    event, opened = check(file, key, tmp_path)
    assert event["kind"] == "case.submitted" and event["tracking"] == digits(shown)
    assert any(WARUNG["nama_usaha"].encode() in plaintext for plaintext in opened.values())

    (tmp_path / "bukti.json").write_bytes(file)
    ours = subprocess.run(
        [_binary(), "receipt", "verify", tmp_path / "bukti.json", "--key", key],
        env=_surroundings(), capture_output=True, text=True, check=False,
    )
    assert ours.returncode == 0, ours.stderr
    assert shown in ours.stdout and WARUNG["nama_usaha"] in ours.stdout

    proof = json.loads(file)
    plaintext = bytearray(base64.b64decode(proof["openings"][0]["plaintext"]))
    plaintext[-2] ^= 1
    proof["openings"][0]["plaintext"] = base64.b64encode(plaintext).decode()
    with pytest.raises(AssertionError):
        check(json.dumps(proof), key, tmp_path)
    assert visitors().request.get("/permohonan/tanda-terima.json").status == 410
    if script:
        inspector.has_nothing_to_say()
