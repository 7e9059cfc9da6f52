"""One phone in many hands: what was typed and never sent goes after thirty days, and where a phone
is shared nothing of the one before is left for the next."""

import csv
import io
import os
import re

import pytest
from playwright.sync_api import expect

from conftest import said
from growers import FORM, SERVICE, Phone, grower
from papers import JPEG
from people import WARUNG, comes_true, fill_until, number, press, send_now
from test_everybody_can_use_it import Inspector
from test_offline_day import go_on, site, stop, worker  # noqa: F401

DAY = 864e5
DONE = "Selesai, bersihkan ponsel ini"

#: Puts rows on the shelves; the lock keeps a try to send away meanwhile.
PUT = """shelves => navigator.locks.request('kirim', () => new Promise(done => {
    const r = indexedDB.open('serasan');
    r.onsuccess = () => { const t = r.result.transaction(Object.keys(shelves), 'readwrite');
      for (const [shelf, rows] of Object.entries(shelves))
        for (const row of rows) t.objectStore(shelf).put(row);
      t.oncomplete = () => { r.result.close(); done() } } }))"""

#: Everything that a phone has kept, as one text.
KEPT = """async () => { const kept = [JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage}),
    document.cookie];
  const base = await new Promise(done => { const r = indexedDB.open('serasan');
    r.onsuccess = () => done(r.result) });
  for (const shelf of base.objectStoreNames)
    for (const row of await new Promise(done => { const g = base.transaction(shelf)
      .objectStore(shelf).getAll(); g.onsuccess = () => done(g.result) }))
      kept.push(shelf + ' ' + JSON.stringify(row) + (row.badan ? new TextDecoder().decode(row.badan) : ''));
  base.close();
  for (const name of await caches.keys()) { const cache = await caches.open(name);
    for (const request of await cache.keys())
      kept.push(request.url + ' ' + await (await cache.match(request)).text()) }
  return kept.join('\\n') }"""


def _shot(page, name):
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/bersama-{name}.png", full_page=True)


def _rows(site, service):  # noqa: F811
    table = said("export", str(site.folder), "--service", service, "--csv", "--personal",
                 "--reason", "Pemeriksaan ponsel bersama")
    return list(csv.DictReader(io.StringIO(table.lstrip("\ufeff")), delimiter=";"))


def _ids(phone, shelf):
    return sorted(row["id"] for row in phone.stored(shelf))


def _cookies(page):
    return {cookie["name"].rsplit("-", 1)[1]: cookie["value"] for cookie in page.context.cookies()}


def _knows_nothing_of(page, people):
    """Neither the storage of the phone nor a page of it holds anything of them."""
    words = [word for person in people for word in person]
    kept = page.evaluate(KEPT)
    assert not [word for word in words if word in kept]
    assert not {"draf", "permohonan"} & set(_cookies(page))
    for address in ("/", "/saya/kotak-keluar", "/luring", FORM, "/permohonan", "/selesai", "/lanjut"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        shown = page.content()
        assert not [word for word in words if word in shown], address


@pytest.fixture
def phone(site, visitors):  # noqa: F811
    """A citizen's phone of 360 px with a form on it, before the signal goes."""
    phone = Phone(visitors(360, 640))
    phone.open()
    phone.ready()
    return phone


def test_what_was_never_sent_is_kept_for_thirty_days(site, phone):  # noqa: F811
    page = phone.page
    stop(site)
    now = page.evaluate("Date.now()")
    draft = {"layanan": SERVICE, "pelaku": "", "isi": {}, "berkas": {}, "judul": "Kebun kopi"}
    sent = {"keadaan": "terkirim", "nomor": "4829-1037-5527", "nama": "Kebun kopi"}
    page.evaluate(PUT, {
        "draf": [draft | {"id": f"draf{days}", "nama": f"Siti {days}", "ubah": now - days * DAY}
                 for days in (31, 29, -365)],
        "langkah": [{"id": f"/isi/{'a' * 32}/l{days}", "isi": {}, "awal": "", "ubah": now - days * DAY}
                    for days in (31, 29)],
        "kirim": [{"id": f"{days:032}", "waktu": now - days * DAY, "pada": now - days * DAY} | sent
                  for days in (31, 29)]
        + [{"id": "b" * 32, "layanan": SERVICE, "isi": {"nama": ["Siti"]}, "berkas": {}, "pelaku": "",
            "kunci": "0" * 64, "nama": "Kebun kopi", "waktu": now - 40 * DAY, "keadaan": "menunggu",
            "coba": 0}],
    })
    page.goto(FORM)
    page.wait_for_selector("text=Belum lengkap, belum masuk kotak keluar")
    assert _ids(phone, "draf") == ["draf-365", "draf29"]
    assert [row.rsplit("/", 1)[1] for row in _ids(phone, "langkah")] == ["l29"]
    assert _ids(phone, "kirim") == [f"{29:032}", "b" * 32], "what waits is never swept"
    last = page.evaluate("""days => new Date(Date.now() + days * 864e5)
        .toLocaleDateString('id', {day: 'numeric', month: 'long'})""", 1)
    assert f"sampai {last}" in page.locator("button", has_text="Siti 29").inner_text()
    # A clock that was put right costs nothing: from now on it has its thirty days.
    future = next(row for row in phone.stored("draf") if row["id"] == "draf-365")
    assert abs(future["ubah"] - now) < DAY
    _shot(page, "draf-sampai")
    press(page, "Mulai mengisi")
    page.fill("[name=nama]", "Siti Aminah")
    page.wait_for_selector("text=/Tersimpan di ponsel ini sampai \\d+ \\w+. Terakhir: /")


def test_a_clock_older_than_the_program_sweeps_nothing(site, phone):  # noqa: F811
    page = phone.page
    stop(site)
    page.evaluate(PUT, {"draf": [{"id": "draf", "layanan": SERVICE, "pelaku": "", "isi": {},
                                  "berkas": {}, "nama": "Siti", "ubah": page.evaluate("Date.now()")}]})
    page.add_init_script("Date.now = () => 1420070400000")
    page.goto(FORM)
    page.wait_for_selector("button:has-text('Siti')")
    assert _ids(phone, "draf") == ["draf"]


def test_the_worker_sweeps_too(phone):
    page = phone.page
    page.goto("/")
    page.evaluate(PUT, {"draf": [{"id": "lama", "nama": "Siti", "ubah": page.evaluate(
        "Date.now() - 31 * 864e5")}]})
    # The front page has no script of ours that knows the shelves.
    page.goto("/tentang")
    comes_true(page, """() => new Promise(done => { const r = indexedDB.open('serasan');
        r.onsuccess = () => { const g = r.result.transaction('draf').objectStore('draf').getAll();
        g.onsuccess = () => { r.result.close(); done(g.result.length === 0) } } })""")


def test_two_people_one_after_the_other_without_a_signal(site, phone):  # noqa: F811
    page, inspector = phone.page, Inspector()
    page.goto("/layanan/surat-keterangan-usaha")
    page.check("[name=bersama]")
    _shot(page, "mulai")
    inspector.look(page, "where a form begins")
    press(page, "Mulai permohonan")
    draft = re.search(r"/isi/([0-9a-f]{32})", page.url)[1]
    fill_until(page, "/periksa", WARUNG)
    before = _cookies(page)
    assert "draf" not in before and before["bersama"] == "ya"
    page.check("[name=benar]")
    stop(site)
    press(page, "Kirim permohonan")
    page.wait_for_selector("h1:text-is('Tersimpan, menunggu sinyal')")
    told = expect(page.locator("main"))
    told.to_contain_text("Surat keterangan usaha")
    told.to_contain_text("Nomor hanya tampil sekali")
    assert not page.get_by_role("button", name="Buka lagi di ponsel").count()
    _shot(page, "menunggu")
    inspector.look(page, "what waits on a shared phone")
    press(page, DONE)
    page.wait_for_selector("h1:text-is('Tidak ada sinyal')")
    told.to_contain_text("Menunggu sinyal: 1")

    # The second one fills in the form that lies on the phone.
    phone.open()
    assert page.is_checked("main [type=checkbox]:visible"), "the phone remembers that it is shared"
    assert "Siti" not in page.content()
    answers, corners = grower(1)
    answers |= {"nama": "Rohani Contoh", "nik": "1603084505900042", "hp": "0812-0000-4242"}
    phone.press("Mulai mengisi")
    phone.fill(answers)
    phone.walk(corners)
    phone.photograph("foto_kebun", JPEG)
    phone.keep()
    told.not_to_contain_text("Rohani")
    assert not phone.stored("draf")
    _shot(page, "formulir-tersimpan")
    page.goto("/saya/kotak-keluar")
    page.wait_for_function("() => document.querySelectorAll('[data-keadaan]').length === 2")
    told.not_to_contain_text("Rohani")
    assert all("Rohani" not in item["nama"] for item in phone.stored("kirim"))

    go_on(site)
    send_now(page)
    page.wait_for_function(
        "() => document.querySelectorAll('[data-keadaan=terkirim]').length === 2", timeout=30000)
    numbers = re.findall(r"\d{4}-\d{4}-\d{4}", page.inner_text("main"))
    assert len(set(numbers)) == 2
    told.to_contain_text("Catat nomor ini sekarang")
    assert not phone.stored("kirim"), "what was sent is not kept for a moment"
    _shot(page, "terkirim")
    inspector.look(page, "what was sent from a shared phone")
    press(page, DONE)
    page.wait_for_url(re.compile(r"//[^/]+/$"))

    assert [row["nama"] for row in _rows(site, "surat-keterangan-usaha")] == ["Siti Aminah"]
    assert [row["nama"] for row in _rows(site, SERVICE)] == ["Rohani Contoh"]
    after = _cookies(page)
    assert after["bersama"] == "ya"
    assert after["perangkat"] != before["perangkat"], "to the office it is another device"
    _knows_nothing_of(page, [
        ("Siti", "Aminah", "1603084505900001", "1603 0845 0590 0001", "Warung Mekar", draft),
        ("Rohani", "1603084505900042", "0812-0000-4242", "081200004242"), numbers])
    page.goto(f"/isi/{draft}/periksa")
    assert "Siti" not in page.content()
    inspector.has_nothing_to_say()


def test_with_a_signal_the_page_after_sending_cleans_the_phone(site, visitors):  # noqa: F811
    page, inspector = visitors(360, 640), Inspector()
    page.goto("/layanan/surat-keterangan-usaha")
    page.check("[name=bersama]")
    press(page, "Mulai permohonan")
    assert page.get_attribute("[name=nama]", "autocomplete") == "off"
    told = expect(page.locator("main"))
    told.to_contain_text("Ponsel bersama")
    first = page.url
    page.fill("[name=nama]", "Siti Aminah")
    page.wait_for_selector("text=Tersimpan di ponsel ini sampai terkirim")
    _shot(page, "mengisi")
    page.goto("/")
    assert not page.locator(".kabar", has_text="Lanjutkan draf").count()
    page.goto(first)
    fill_until(page, "/periksa", WARUNG)
    page.check("[name=benar]")
    press(page, "Kirim permohonan")
    page.wait_for_url(re.compile("/selesai"))
    shown = number(page)
    told.to_contain_text("Catat nomor ini di kertas")
    _shot(page, "selesai")
    inspector.look(page, "sent from a shared phone")
    press(page, DONE)
    page.wait_for_url(re.compile(r"//[^/]+/$"))
    page.go_back()
    page.wait_for_load_state("networkidle")
    assert shown not in page.content() and "Siti" not in page.content()
    _knows_nothing_of(page, [("Siti", "Aminah", "Warung Mekar"), (shown,)])
    inspector.has_nothing_to_say()


def test_without_scripts_a_button_lets_go_of_everything(site, visitors):  # noqa: F811
    page = visitors(360, 640, java_script_enabled=False)
    page.goto("/layanan/surat-keterangan-usaha")
    press(page, "Mulai permohonan")
    assert "draf" in _cookies(page)
    page.goto("/bersama")
    _shot(page, "pengaturan")
    press(page, "Ya, dipakai bersama")
    assert "Sekarang: dipakai bersama" in page.inner_text("main")
    assert "draf" not in _cookies(page)
    page.goto("/layanan/surat-keterangan-usaha")
    assert not page.locator("[name=bersama]").count()
    press(page, "Mulai permohonan")
    first = page.url
    fill_until(page, "/periksa", WARUNG)
    page.check("[name=benar]")
    press(page, "Kirim permohonan")
    shown = number(page)
    press(page, DONE)
    assert page.url.rstrip("/") == site.base
    assert not {"draf", "permohonan"} & set(_cookies(page))
    for address in (first, "/permohonan", "/selesai", "/"):
        page.goto(address)
        assert shown not in page.content() and "Siti" not in page.content(), address
    page.goto("/bersama")
    press(page, "Tidak, ini ponsel saya sendiri")
    assert "bersama" not in _cookies(page)


def test_the_worker_keeps_nothing_after_sending_either(site, phone):  # noqa: F811
    page = phone.page
    page.goto("/saya/kotak-keluar")
    page.check("[type=checkbox]")
    page.wait_for_function("() => document.querySelector('main').textContent.includes('bersihkan')")
    _shot(page, "kotak-keluar-kosong")
    phone.open()
    stop(site)
    answers, corners = grower(2)
    phone.press("Mulai mengisi")
    phone.fill(answers | {"nama": "Rohani Contoh"})
    phone.walk(corners)
    phone.keep()
    go_on(site)
    page.goto("/tentang")
    comes_true(page, """() => new Promise(done => { const r = indexedDB.open('serasan');
        r.onsuccess = () => { const g = r.result.transaction('kirim').objectStore('kirim').getAll();
        g.onsuccess = () => { r.result.close(); done(g.result.length === 0) } } })""")
    assert [row["nama"] for row in _rows(site, SERVICE)] == ["Rohani Contoh"]
    assert "Rohani" not in page.evaluate(KEPT)


def test_what_waits_is_still_sent_after_the_phone_was_cleaned(site, phone):  # noqa: F811
    """Cleaning leaves the device alone while something waits that is sent under it."""
    page = phone.page
    page.goto("/saya/kotak-keluar")
    page.check("[type=checkbox]")
    page.wait_for_function("() => document.querySelector('main').textContent.includes('bersihkan')")
    page.context.route("**/kirim/*", lambda route: route.abort())
    phone.open()
    answers, corners = grower(3)
    phone.press("Mulai mengisi")
    phone.fill(answers | {"nama": "Rohani Contoh"})
    phone.walk(corners)
    phone.keep()
    before = _cookies(page)["perangkat"]
    press(page, DONE)
    page.wait_for_url(re.compile(r"//[^/]+/$"))
    assert _cookies(page)["perangkat"] == before
    page.context.unroute("**/kirim/*")
    page.goto("/saya/kotak-keluar")
    send_now(page)
    # The worker may have sent it before the outbox was open: then no page has shown its number.
    for _ in range(30):
        if rows := _rows(site, SERVICE):
            break
        page.wait_for_timeout(1000)
    assert len(rows) == 1


def test_a_photo_stays_with_its_grower(worker):  # noqa: F811
    """The photo of one is still being made smaller while the next one is begun."""
    page = worker.page
    worker.press("Mulai mengisi")
    worker.fill(grower(1)[0])
    page.evaluate("""() => { const make = createImageBitmap;
        window.createImageBitmap = async (...a) => { await new Promise(go => window.go = go);
          return make(...a) } }""")
    page.set_input_files("[name=foto_kebun]", JPEG)
    page.wait_for_selector("text=Foto sedang dikecilkan")
    worker.press("Simpan dulu, lengkapi nanti")
    page.evaluate("go()")
    page.wait_for_selector("text=belum lengkap.")
    worker.press("Petani berikutnya")
    worker.fill(grower(2)[0])
    worker.press("Simpan dulu, lengkapi nanti")
    page.wait_for_selector("button:has-text('Bapak Petani C.') >> nth=1")
    kept = {row["isi"]["nik"][0]: row["berkas"] for row in worker.stored("draf")}
    assert kept == {grower(1)[0]["nik"]: ["foto_kebun"], grower(2)[0]["nik"]: []}


def test_another_worker_does_not_see_the_drafts_of_the_first(site, worker):  # noqa: F811
    page = worker.page
    worker.press("Mulai mengisi")
    worker.fill(grower(1)[0])
    worker.press("Simpan dulu, lengkapi nanti")
    page.wait_for_selector("text=belum lengkap.")
    draft = worker.stored("draf")[0]["id"]
    page.context.clear_cookies(name=re.compile("sesi"))
    site.officials["mulyadi"].sign_in(page)
    for address in (FORM, f"{FORM}#{draft}"):
        page.goto("about:blank")
        worker.open(address)
        assert "Petani C." not in page.inner_text("main")
        assert page.is_hidden("[name=nik]")
    assert len(worker.stored("draf")) == 1, "it waits for whoever began it"
