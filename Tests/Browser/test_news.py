"""News from the desk where it is written to the phone where it is read, corrected openly."""

import os
import subprocess

import pytest

from checks import walk
from conftest import new_site
from papers import DISGUISED, file
from people import press
from test_everybody_can_use_it import inspector  # noqa: F401

#: What a page of news may weigh on its way, and its one picture (bytes).
HTML, PICTURE, WHOLE, REQUESTS = 14_000, 30_000, 60_000, 6

WEIGHT = """async () => { await document.fonts.ready;
const all = [performance.getEntriesByType('navigation')[0],
  ...performance.getEntriesByType('resource')];
return all.map(r => ({ name: r.name, size: r.transferSize, body: r.encodedBodySize })) }"""

TEXT = """Jembatan gantung Penindaian dibuka lagi mulai Senin. Warga tidak perlu memutar lewat \
jalan lingkar.

## Yang boleh lewat

- Pejalan kaki dan sepeda motor
- Gerobak, bergantian

Keterangan lengkap ada di [situs dinas](https://pupr.contoh.example/jembatan)."""

ENGLISH = "The hanging bridge of Penindaian opens again on Monday."


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A regency of its own: what is published here would change what others look at."""
    yield from new_site(tmp_path_factory.mktemp("berita") / "contoh")


@pytest.fixture
def photo(tmp_path):
    """A large photo full of detail, the heaviest that a camera could send."""
    made = tmp_path / "foto.jpg"
    raw = tmp_path / "derau.v"
    subprocess.run(["vips", "gaussnoise", str(raw), "3000", "2000", "--mean", "128",
                    "--sigma", "50"], check=True)
    subprocess.run(["vips", "cast", str(raw), f"{made}[Q=80]", "uchar"], check=True)
    return file("foto.jpg", "image/jpeg", made.read_bytes())


def keep(page, name):
    """A picture of the page for whoever wants to look, in the folder that SHOTS names."""
    folder = os.environ.get("SHOTS")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def light(page, address):
    """A page of news as it travels: html, picture and whole within the budget of ux.md 5.1."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate(WEIGHT)
    pictures = [r["body"] for r in loaded if r["name"].endswith(".jpg")]
    assert len(pictures) == 1 and 0 < pictures[0] <= PICTURE, pictures
    assert 0 < loaded[0]["body"] <= HTML, loaded[0]
    # The browser asks for the icon by itself, outside of what the page can see.
    assert sum(r["size"] for r in loaded) <= WHOLE, loaded
    assert len(loaded) < REQUESTS, loaded


def write(page, photo):
    """The form filled in, with a mistake first that must not cost the photo."""
    page.goto("/kerja/berita/tulis")
    page.check("[name=jenis][value=berita]")
    page.fill("[name=judul]", "Jembatan gantung Penindaian dibuka lagi")
    page.fill("[name=tulisan]", TEXT)
    page.set_input_files("[name=gambar]", photo)
    page.fill("[name=keterangan]", "Foto: Dinas Komunikasi")
    page.fill("[name=penyunting]", "Nurul Huda")
    page.fill("[name=sumber]", "Dinas Pekerjaan Umum")
    page.fill("[name=video]", "https://video.contoh.example/jembatan")
    page.fill("[name=judul_en]", "The hanging bridge of Penindaian is open again")
    page.fill("[name=tulisan_en]", ENGLISH)


def test_news_travels_from_the_desk_to_the_phone(desk, visitors, inspector, photo):  # noqa: F811
    """Written with a photo, approved by a second person, read on a phone, corrected openly."""
    dedi, nurul, phone = desk("dedi"), desk("nurul"), visitors()
    dedi.goto("/kerja/berita/tulis")
    inspector.look(dedi, "writing")
    keep(dedi, "tulis")
    faults = walk(dedi)
    dedi.set_input_files("[name=gambar]", DISGUISED)
    press(dedi, "Simpan, lalu minta persetujuan")
    assert dedi.title().startswith("Perlu diperbaiki:")
    inspector.look(dedi, "writing with everything missing")
    keep(dedi, "tulis-keliru")
    write(dedi, photo)
    press(dedi, "Simpan, lalu minta persetujuan")
    assert "Tulis apa yang tampak di foto" in dedi.inner_text("main")
    dedi.fill("[name=tampak]", "Jembatan gantung di atas sungai, dua orang menyeberang")
    press(dedi, "Simpan, lalu minta persetujuan")
    assert "Menunggu petugas redaksi lain" in dedi.inner_text("main")
    assert not dedi.get_by_role("button", name="Setujui dan terbitkan").count()
    inspector.look(dedi, "one's own text")
    keep(dedi, "menunggu")

    phone.goto("/berita")
    assert "Jembatan" not in phone.inner_text("main"), "a draft is nobody's business"
    nurul.goto("/kerja/kotak")
    nurul.goto("/kerja/berita")
    inspector.look(nurul, "newsroom")
    keep(nurul, "redaksi")
    nurul.get_by_role("link", name="Jembatan gantung").click()
    inspector.look(nurul, "to be approved")
    keep(nurul, "menyetujui")
    faults += walk(nurul)
    press(nurul, "Setujui dan terbitkan")
    assert "Sudah terbit" in nurul.inner_text("main")

    phone.goto("/")
    keep(phone, "beranda")
    phone.get_by_role("link", name="Jembatan gantung").click()
    address = phone.url
    picture = phone.locator("main img")
    assert picture.evaluate("i => i.complete && i.naturalWidth") in range(300, 641)
    assert picture.get_attribute("alt").startswith("Jembatan gantung di atas sungai")
    assert phone.locator("main iframe, main video").count() == 0
    assert "video.contoh.example" in phone.get_by_role("link", name="Tonton").inner_text()
    inspector.look(phone, "news")
    keep(phone, "berita-360")
    faults += walk(phone)
    light(visitors(), address)
    phone.goto("/berita")
    inspector.look(phone, "list of news")
    keep(phone, "daftar-360")
    phone.get_by_role("link", name="Agenda", exact=True).click()
    assert "Jembatan" not in phone.inner_text("main")
    inspector.look(phone, "news of one kind")
    phone.goto("/cari?q=gerobak")
    assert phone.get_by_role("link", name="Jembatan gantung").count() == 1
    inspector.look(phone, "news that was found")

    correct(nurul, dedi, inspector)
    phone.goto(address)
    assert "Motor lewat bergantian." in phone.inner_text("main")
    assert "Yang sudah diperbaiki" in phone.inner_text("main")
    phone.get_by_role("link", name="Diperbaiki").click()
    inspector.look(phone, "corrected news")
    keep(phone, "diperbaiki-360")
    wide = visitors(1280, 800)
    wide.goto(address)
    keep(wide, "berita-lebar")
    wide.goto(address.replace("/berita/", "/en/berita/"))
    assert ENGLISH in wide.inner_text("main")
    assert wide.locator("main img[lang=id]").count() == 1, "the photo is told in Indonesian"
    assert wide.locator("main [lang=id]", has_text="Motor lewat bergantian.").count()
    keep(wide, "berita-inggris")

    nurul.goto("/kerja/berita")
    nurul.get_by_role("link", name="Jembatan gantung").click()
    nurul.click("summary:has-text('Tarik berita')")
    press(nurul, "Tarik berita")
    inspector.look(nurul, "withdrawing without a reason")
    nurul.fill("[name=alasan]", "Pembukaannya ditunda.")
    press(nurul, "Tarik berita")
    inspector.look(nurul, "withdrawn at work")
    answer = phone.goto(address)
    assert answer.status == 410
    assert "Pembukaannya ditunda." in phone.inner_text("main")
    inspector.look(phone, "withdrawn")
    keep(phone, "ditarik-360")
    assert not faults, "\n" + "\n".join(map(str, faults))
    inspector.has_nothing_to_say()


def correct(writer, approver, inspector):  # noqa: F811
    """The other way round: what one approved, the other may correct."""
    writer.get_by_role("link", name="Ubah tulisan").click()
    writer.fill("[name=tulisan]", TEXT.replace("Gerobak, bergantian", "Sepeda motor, bergantian"))
    press(writer, "Simpan, lalu minta persetujuan")
    assert "Tulis apa yang diperbaiki" in writer.inner_text("main")
    writer.fill("[name=perbaikan]", "Motor lewat bergantian.")
    press(writer, "Simpan, lalu minta persetujuan")
    approver.goto("/kerja/berita")
    approver.get_by_role("link", name="Jembatan gantung").click()
    changes = approver.locator("main del, main ins").all_inner_texts()
    assert changes == ["- Gerobak, bergantian", "- Sepeda motor, bergantian"], changes
    inspector.look(approver, "a correction to be approved")
    keep(approver, "menyetujui-perbaikan")
    press(approver, "Setujui dan terbitkan")
