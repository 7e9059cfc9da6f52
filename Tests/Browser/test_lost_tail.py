"""A request that a restore has lost comes back by the receipt that its citizen kept."""

import json
import re
import subprocess
from urllib.parse import unquote

import pytest

from conftest import _binary, _surroundings, init_regency, run, said, start_server
from people import WARUNG, Official, digits, open_case, send
from test_everybody_can_use_it import inspector  # noqa: F401
from test_public_pages import keep

# It reads the file of the database itself.
ENGINE = "sqlite"


class Served:
    """A regency's folder, served until the block ends, and browsers that visit it."""

    def __init__(self, folder, chromium):
        self.folder, self.chromium, self.contexts = folder, chromium, []

    def __enter__(self):
        self.server = start_server(self.folder)
        self.base = re.search(r"http://[^\s/]+", self.server.stdout.readline())[0]
        return self

    def __exit__(self, *_):
        for context in self.contexts:
            context.close()
        self.server.terminate()
        self.server.wait(timeout=30)

    def visit(self, width=360, **more):
        context = self.chromium.new_context(
            base_url=self.base, viewport={"width": width, "height": 700},
            is_mobile=width < 700, has_touch=width < 700, locale="id-ID", **more,
        )
        context.set_default_timeout(20000)
        self.contexts.append(context)
        return context.new_page()

    def official(self, name, passwords):
        """Signed in; the passwords of the sample lie beside the folder that was made first."""
        page = self.visit(1280)
        Official.read(passwords / "data/petugas-contoh.txt")[name].sign_in(page)
        page.wait_for_url("**/kerja/**")
        return page


def sent_with_proof(site):
    """Sends a request with two photos; its number, the file, and the link of its receipt."""
    phone = site.visit()
    shown = send(phone)
    phone.locator("summary", has_text="Bukti bahwa ini tercatat").click()
    link = phone.get_by_role("link", name="Unduh bukti").get_attribute("href")
    receipt = re.search(r"/t/[0-9a-f]{64}", unquote(phone.content()))[0]
    return shown, phone.request.get(link).body(), receipt


def show(page, path, name, file):
    """Picks a file on the page and sends it."""
    page.goto(path)
    page.set_input_files(
        "[name=berkas]", {"name": name, "mimeType": "application/json", "buffer": file}
    )
    page.get_by_role("button", name="Periksa", exact=True).click()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "kab"
    init_regency(folder)
    run("publish", str(folder))
    (tmp_path / "disk").mkdir()
    return folder


def test_from_a_backup_over_a_restore_to_the_case_that_is_back(
    folder, tmp_path, chromium, inspector  # noqa: F811
):
    """Sent, backed up, sent, lost, restored, and brought back: number, time and link stay."""
    with Served(folder, chromium) as site:
        kept, old_file, _ = sent_with_proof(site)
        run("backup", str(folder), str(tmp_path / "disk"))
        lost, file, link = sent_with_proof(site)
        counted, other_file, _ = sent_with_proof(site)
        promised = site.visit()
        promised.goto(f"/lacak/{digits(lost)}")
        due = promised.locator("dl.fakta").first.inner_text()
    again = tmp_path / "pulih"
    run("restore", str(tmp_path / "disk"), str(again), "--key-from", str(folder))

    with Served(again, chromium) as site:
        phone = site.visit()
        phone.goto(f"/lacak/{digits(kept)}")
        assert kept in phone.inner_text("main")
        phone.goto(f"/lacak/{digits(lost)}")
        assert "Data kami pernah dipulihkan" in phone.inner_text("main")
        inspector.look(phone, "an unknown number after a restore")
        keep(phone, "lacak-sesudah-pemulihan")
        phone.get_by_role("link", name="Punya berkas tanda terima").click()
        inspector.look(phone, "a receipt is asked for")
        keep(phone, "periksa-tanda-terima")

        changed = json.loads(file)
        changed["index"] += 1
        show(phone, "/bukti/tanda-terima", "bukti.json", json.dumps(changed).encode())
        assert "tidak ada di catatan pada cap itu" in phone.inner_text(".galat")
        inspector.look(phone, "a receipt that was changed")
        keep(phone, "periksa-tanda-terima-salah")

        show(phone, "/bukti/tanda-terima", "bukti.json", file)
        assert phone.url.endswith(f"/bukti/tanda-terima/{digits(lost)}")
        assert "2 foto atau berkas tidak ikut kembali" in phone.inner_text("main")
        inspector.look(phone, "a request that is back")
        keep(phone, "tanda-terima-dicatat-lagi")
        phone.get_by_role("link", name="Lacak permohonan ini").click()
        assert phone.locator("dl.fakta").first.inner_text() == due, "the promise is the old one"
        assert "Dicatat lagi dari tanda terima" in phone.inner_text("main")
        inspector.look(phone, "its public history")
        keep(phone, "lacak-dicatat-lagi")

        # The link of the receipt opens it as before, and what is in it is what was sent.
        phone.goto(link)
        phone.locator("main form button").first.click()
        assert WARUNG["nama_usaha"] in phone.inner_text("main")

        # Once more, and one that was never lost: found, nothing recorded.
        events = json.loads(phone.request.get("/healthz").text())["events"]
        show(phone, "/bukti/tanda-terima", "bukti.json", file)
        show(phone, "/bukti/tanda-terima", "bukti.json", old_file)
        assert "Permohonan ini ada di catatan kami" in phone.inner_text("main")
        assert json.loads(phone.request.get("/healthz").text())["events"] == events

        desk = site.official("rina", folder)
        desk.goto("/kerja/loket")
        desk.get_by_role("link", name="Periksa tanda terima").click()
        inspector.look(desk, "a receipt at the counter")
        keep(desk, "loket-tanda-terima")
        show(desk, "/kerja/loket/tanda-terima", "bukti.json", other_file)
        assert counted in desk.inner_text("main")
        inspector.look(desk, "a request that is back, at the counter")
        keep(desk, "loket-dicatat-lagi")
        desk.get_by_role("link", name="Buka perkara").click()
        assert "Berkas hilang sewaktu pemulihan" in desk.inner_text("main")
        assert "mencatat lagi dari tanda terima" in desk.inner_text("main")
        inspector.look(desk, "a case without its files")
        keep(desk, "perkara-tanpa-berkas")
    said("rebuild", str(again))
    verified = subprocess.run(
        [_binary(), "ledger", "verify", again], env=_surroundings(), capture_output=True,
        text=True, check=False,
    )
    assert verified.returncode == 0, verified.stdout
    inspector.has_nothing_to_say()
