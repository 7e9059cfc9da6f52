"""What is past its time: destroyed by two, handed to the archive against a receipt, judged anew."""

import os
import re

import pytest

from conftest import new_site, run
from papers import text_of
from people import press
from test_everybody_can_use_it import inspector  # noqa: F401

LIST = "/kelola/data-pribadi/pemusnahan"

#: Which service goes which way, so that all three are there.
FATES = {
    "umkm/services/surat-keterangan-usaha": "permanent",
    "penelitian/services/surat-keterangan-penelitian": "reviewed",
    "pengaduan/services/pengaduan": "destroyed",
}


def _short_keeping(folder):
    """Invented cases of the last half year, of services that keep theirs for a month."""
    blueprints = folder / "blueprints/16.03"
    for name, fate in FATES.items():
        file = blueprints / f"{name}.yaml"
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"\n  keep: [^\n]*", "\n  keep: 1 bulan", text)
        file.write_text(re.sub(r"\n  fate: \w+", f"\n  fate: {fate}", text), encoding="utf-8")
        blueprint = blueprints / name.split("/")[0] / "blueprint.yaml"
        text = blueprint.read_text(encoding="utf-8")
        blueprint.write_text(re.sub(r"\nversion: (\S+)", r"\nversion: 9.9.9", text), "utf-8")
    run("publish", str(folder))
    run("seed", str(folder), "--cases", "120", "--months", "6")


@pytest.fixture(scope="module")
def past(tmp_path_factory):
    """A regency whose oldest cases are past their time."""
    yield from new_site(tmp_path_factory.mktemp("simpan") / "contoh", _short_keeping)


@pytest.fixture
def seat(past, chromium):
    """Signs an official in, at the width of a desk or of a phone."""
    opened = []

    def sit(name, width=1280):
        context = chromium.new_context(
            base_url=past.base, viewport={"width": width, "height": 800}, locale="id-ID")
        context.set_default_timeout(20000)
        opened.append(context)
        page = context.new_page()
        past.officials[name].sign_in(page)
        return page

    yield sit
    for context in opened:
        context.close()


def _shot(page, name):
    folder = os.environ.get("SHOTS")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def _paper(page, words, name):
    link = page.get_by_role("link", name=words, exact=True).get_attribute("href")
    content = page.request.get(link).body()
    assert content.startswith(b"%PDF"), link
    folder = os.environ.get("SHOTS")
    if folder:
        with open(f"{folder}/{name}.pdf", "wb") as kept:
            kept.write(content)
    return text_of(content)


def test_each_case_goes_its_own_way(seat, inspector):  # noqa: F811
    nurul, tono = seat("nurul"), seat("tono", 360)
    nurul.goto(LIST)
    inspector.look(nurul, "what is past its time")
    _shot(nurul, "lewat-masa-simpan")
    _handed_over(nurul, tono, inspector)
    _judged(nurul, inspector)
    _destroyed(nurul, tono, inspector)
    inspector.has_nothing_to_say()


def _handed_over(nurul, tono, inspector):  # noqa: F811
    press(nurul, "Usulkan penyerahan")
    assert "Anda yang mengusulkan" in nurul.inner_text("main")
    tono.goto(nurul.url)
    inspector.look(tono, "a handing over to be approved")
    press(tono, "Setujui penyerahan")
    assert "Menunggu tanda terima" in tono.inner_text("main")
    inspector.look(tono, "a handing over that waits for its receipt")
    _shot(tono, "penyerahan-360")
    paper = _paper(tono, "Daftar arsip (PDF)", "daftar-arsip")
    for words in ("Daftar Arsip yang Diserahkan", "klasifikasi", "500.3"):
        assert words in " ".join(paper.split()), paper
    table = tono.get_by_role("link", name="Daftar arsip (CSV)").get_attribute("href")
    assert "Uraian informasi" in tono.request.get(table).body().decode("utf-8-sig")
    press(tono, "Catat tanda terima")
    assert "Tulis" in tono.inner_text(".galat")
    inspector.look(tono, "a receipt that is missing")
    tono.fill("[name=bukti]", "BA 045/7/2026, 26 November 2026, Sari dari arsip daerah")
    press(tono, "Catat tanda terima")
    assert "BA 045/7/2026" in tono.inner_text("main")
    nurul.goto(LIST)
    assert "Sudah diserahkan ke arsip daerah." in nurul.inner_text("main")


def _judged(nurul, inspector):  # noqa: F811
    nurul.goto(LIST)
    link = nurul.locator("a[href*='/penilaian/']").first
    address = link.get_attribute("href")
    link.click()
    inspector.look(nurul, "a case to be judged anew")
    _shot(nurul, "penilaian")
    press(nurul, "Simpan penilaian")
    inspector.look(nurul, "a judgement with errors")
    nurul.check("[name=hasil][value=simpan]")
    nurul.fill("[name=kata]", "Masih dipakai untuk penelitian lanjutan.")
    for part, number in zip(("tanggal", "bulan", "tahun"), (31, 12, 2040)):
        nurul.fill(f"[name=lagi-{part}]", str(number))
    press(nurul, "Simpan penilaian")
    assert not nurul.locator(f"a[href='{address}']").count(), "not before that date"


def _destroyed(nurul, tono, inspector):  # noqa: F811
    nurul.goto(LIST)
    press(nurul, "Usulkan pemusnahan")
    tono.goto(nurul.url)
    inspector.look(tono, "a destruction to be approved")
    press(tono, "Setujui dan musnahkan")
    while tono.get_by_role("button", name="Lanjutkan pemusnahan").count():
        press(tono, "Lanjutkan pemusnahan")
    inspector.look(tono, "a destruction that is done")
    _shot(tono, "pemusnahan-360")
    paper = " ".join(_paper(tono, "Berita acara (PDF)", "berita-acara").split())
    assert "Berita Acara Pemusnahan" in paper and "Dimusnahkan" in paper, paper
