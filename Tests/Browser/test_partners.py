"""Two regencies keep each other's heads: two real servers, by C2SP tlog-witness."""

import base64
import hashlib
import json
import shutil
import sqlite3
import subprocess

import pytest

from conftest import _binary, _surroundings, init_regency, run
from independent_proof import PREFIX
from mail_server import free_port
from people import Official, until
from test_everybody_can_use_it import inspector  # noqa: F401
from test_public_pages import keep

# It reads the file of the database itself.
ENGINE = "sqlite"

GOES_FIRST = True


class Regency:
    """A folder that is served on a port of its own, so that a partner can name it."""

    def __init__(self, folder, port=None):
        self.folder, self.port = folder, port or free_port()
        self.base, self.server = f"http://127.0.0.1:{self.port}", None

    def begin(self):
        log = open(self.folder.parent / "serve.log", "a", encoding="utf-8")
        self.server = subprocess.Popen(
            [_binary(), "serve", str(self.folder), "--port", str(self.port)],
            env=_surroundings(), stdout=subprocess.PIPE, stderr=log, text=True,
        )
        assert "http://" in self.server.stdout.readline()

    def end(self):
        if self.server:
            self.server.terminate()
            self.server.wait(timeout=30)
            self.server = None

    def page(self, chromium, width=1280):
        context = chromium.new_context(
            base_url=self.base, viewport={"width": width, "height": 800}, locale="id-ID",
            is_mobile=width < 700, has_touch=width < 700,
        )
        context.set_default_timeout(20000)
        return context.new_page()

    def keeper(self, chromium, width=1280):
        """Somebody of the ICT office, at the page of the witnesses."""
        page = self.page(chromium, width)
        Official.read(self.folder / "data/petugas-contoh.txt")["tono"].sign_in(page)
        page.wait_for_url("**/kerja/**")
        page.goto("/kelola/bukti")
        return page

    def keys(self, chromium):
        """The key of the record and the key of the witness, as the page tells them."""
        page = self.page(chromium)
        until(lambda: page.goto("/bukti") and page.locator("main code").count() >= 2)
        page.locator("summary", has_text="Untuk pemerintah daerah lain").click()
        keys = page.locator("main code").all_inner_texts()
        page.context.close()
        return keys[0], keys[1]

    def health(self, chromium):
        page = self.page(chromium)
        answer = json.loads(page.request.get("/healthz").text())
        page.context.close()
        return answer

    def settle(self, partner, name, log_key, witness_key):
        (self.folder / "kabar.yaml").write_text(
            f"saksi:\n  - alamat: {partner.base}\n    kunci: {witness_key}\n"
            f"titipan:\n  - nama: {name}\n    kunci: {log_key}\n"
        )


@pytest.fixture
def pair(tmp_path, chromium):
    """Two regencies that have named each other."""
    made = []
    for name in ("ulu", "ilir"):
        (tmp_path / name).mkdir()
        folder = tmp_path / name / "kab"
        init_regency(folder)
        run("publish", str(folder))
        made.append(Regency(folder))
        made[-1].begin()
    keys = [one.keys(chromium) for one in made]
    for one, other, name, theirs in (
        (made[0], made[1], "Kabupaten Contoh Ilir", keys[1]),
        (made[1], made[0], "Kabupaten Contoh Ulu", keys[0]),
    ):
        one.end()
        one.settle(other, name, *theirs)
    for one in made:
        one.begin()
    yield made, keys
    for one in made:
        one.end()


def cosignature(note, key_text, folder):
    """The second of a cosignature/v1 that openssl finds good; from the published form alone."""
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    name, key_id, key = key_text.split("+", 2)
    key = base64.b64decode(key)
    assert key[0] == 4 and len(key) == 33
    assert hashlib.sha256(name.encode() + b"\n" + key).digest()[:4].hex() == key_id
    line = next(one for one in signatures.strip().split("\n") if one.split(" ")[1] == name)
    signature = base64.b64decode(line.split(" ")[2])
    assert signature[:4].hex() == key_id and len(signature) == 76
    second = int.from_bytes(signature[4:12], "big")
    (folder / "w.der").write_bytes(PREFIX + key[1:])
    (folder / "w.text").write_bytes(f"cosignature/v1\ntime {second}\n{text}".encode())
    (folder / "w.signature").write_bytes(signature[12:])
    subprocess.run(
        ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", folder / "w.der",
         "-rawin", "-in", folder / "w.text", "-sigfile", folder / "w.signature"],
        check=True, capture_output=True,
    )
    return second


def test_partners_keep_each_others_heads_and_a_copy_that_goes_on_is_found(
    pair, chromium, inspector, tmp_path  # noqa: F811
):
    (ulu, ilir), keys = pair
    for one in (ulu, ilir):
        until(lambda one=one: one.health(chromium)["witness_days"] == 0)
    desk = ulu.keeper(chromium)
    assert "Berlanjut" in desk.inner_text("main"), desk.inner_text("main")
    assert "Kabupaten Contoh Ilir" in desk.inner_text("main")
    assert "Server mitra" in desk.inner_text("main") and "Disimpan" in desk.inner_text("main")
    inspector.look(desk, "partners that keep heads")
    keep(desk, "mitra")
    # At the narrowest the tables become rows.
    phone = ulu.keeper(chromium, 360)
    keep(phone, "mitra-hp")
    phone.context.close()

    # What is kept for the partner is handed back, with a cosignature that openssl finds good.
    note = desk.request.get(
        desk.get_by_role("link", name="Unduh", exact=True).first.get_attribute("href")
    ).text()
    assert cosignature(note, keys[0][1], tmp_path) > 1_700_000_000
    (tmp_path / "saksi.txt").write_text(note)
    ilir.end()
    verified = subprocess.run(
        [_binary(), "ledger", "verify", ilir.folder, "--witness", tmp_path / "saksi.txt"],
        env=_surroundings(), capture_output=True, text=True, check=False,
    )
    assert verified.returncode == 0 and "Terbukti" in verified.stdout, verified.stdout
    strange = subprocess.run(
        [_binary(), "ledger", "verify", ulu.folder, "--witness", tmp_path / "saksi.txt"],
        env=_surroundings(), capture_output=True, text=True, check=False,
    )
    assert strange.returncode == 2, strange.stdout
    desk.context.close()
    inspector.has_nothing_to_say()


def a_day_passes(folder):
    """For what is done once an hour and once a day; the server stands still meanwhile."""
    with sqlite3.connect(folder / "data/catatan.sqlite") as record:
        guard = record.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'checkpoints_no_update'"
        ).fetchone()[0]
        record.execute("DROP TRIGGER checkpoints_no_update")
        record.execute("UPDATE checkpoints SET made = made - 90000000")
        record.execute(guard)
        record.execute("DELETE FROM outbox WHERE kind = 'checkpoint.partner'")
    record.close()


def witnesses_of(regency, chromium):
    page = regency.keeper(chromium)
    text = page.inner_text("main")
    page.context.close()
    return text


def seed(folder, cases, number):
    run("seed", str(folder), "--cases", str(cases), "--months", "1", "--seed", str(number))


def size_kept(regency):
    """How much of the partner's log is kept here."""
    with sqlite3.connect(f"file:{regency.folder}/data/catatan.sqlite?mode=ro", uri=True) as record:
        found = record.execute("SELECT max(size) FROM kept_heads").fetchone()[0] or 0
    record.close()
    return found


def test_a_copy_put_in_place_without_a_restore_is_refused_and_red(
    pair, chromium, inspector, tmp_path  # noqa: F811
):
    """Somebody stops the server, puts yesterday's folder back, and goes on."""
    (ulu, ilir), _ = pair
    until(lambda: size_kept(ulu) > 0)
    ilir.end()
    older = tmp_path / "salinan"
    shutil.copytree(ilir.folder, older)
    first = size_kept(ulu)
    seed(ilir.folder, 5, 2)
    a_day_passes(ilir.folder)
    ilir.begin()
    until(lambda: size_kept(ulu) > first)
    ilir.end()

    held = size_kept(ulu)
    seed(older, 40, 3)
    a_day_passes(older)
    gone = Regency(older, ilir.port)
    gone.begin()
    try:
        until(lambda: "Tidak cocok" in witnesses_of(gone, chromium))
        desk = gone.keeper(chromium)
        inspector.look(desk, "a partner that keeps another history")
        keep(desk, "mitra-tidak-cocok")
        desk.context.close()
        doctor = subprocess.run(
            [_binary(), "doctor", str(older)], env=_surroundings(), capture_output=True,
            text=True, check=False,
        ).stdout
        assert "saling bertentangan" in doctor
    finally:
        gone.end()
    # Ours keeps what it kept, and shows that something else came.
    assert size_kept(ulu) == held
    desk = ulu.keeper(chromium)
    assert "Tidak berlanjut" in desk.inner_text("main")
    inspector.look(desk, "a partner whose log does not go on")
    keep(desk, "mitra-tidak-berlanjut")
    desk.context.close()

    # The rightful folder goes on, and the mark is gone.
    run("officer", "add", str(ilir.folder), "--name", "Budi Santoso", "--login", "burhan",
        "--post", "petugas-pasar-ii")
    a_day_passes(ilir.folder)
    ilir.begin()
    until(lambda: size_kept(ulu) > held)
    assert "Tidak berlanjut" not in witnesses_of(ulu, chromium)
    inspector.has_nothing_to_say()
