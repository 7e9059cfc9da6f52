"""What goes wrong on a phone without a signal, each with its sentence: full, killed by the camera,
a clock of last year, another log-in, a network that wants a log-in, two tabs."""

import gzip
import os
import re

import pytest
from playwright.sync_api import expect

from growers import FORM, Phone, grower, hectares
from papers import DISGUISED
from people import WARUNG, fill_until, number, press, send_now, start
from test_everybody_can_use_it import Inspector
from test_offline_day import (  # noqa: F401
    _all_sent, _outbox, _rows, go_on, site, stop, worker,
)

GOES_FIRST = True


def _shot(page, name):
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def _filled(worker, number=1):  # noqa: F811
    answers, corners = grower(number)
    worker.press("Mulai mengisi")
    worker.fill(answers)
    return answers, corners


def test_a_citizens_form_waits_for_the_signal(site, visitors):  # noqa: F811
    page = visitors(360, 740)
    start(page)
    fill_until(page, "/periksa", WARUNG)
    page.wait_for_function("() => navigator.serviceWorker.controller")
    page.check("[name=benar]")
    stop(site)
    press(page, "Kirim permohonan")
    page.wait_for_url(re.compile("/saya/kotak-keluar"))
    page.wait_for_selector("h1:text-is('Tersimpan, menunggu sinyal')")
    told = expect(page.locator("main"))
    told.to_contain_text("Menunggu sinyal")
    told.to_contain_text("Nomor diberikan setelah terkirim")
    _shot(page, "kotak-keluar-warga")
    page.goto("/lacak")
    assert page.inner_text("h1") == "Tidak ada sinyal"
    told.to_contain_text("Menunggu sinyal: 1")
    _shot(page, "luring")
    Inspector().look(page, "no signal")
    go_on(site)
    _outbox(page)
    _all_sent(page, 1)
    shown = re.search(r"nomor (\d{4}-\d{4}-\d{4})", page.inner_text("main"))[1]
    press(page, "Lihat tanda terima")
    page.wait_for_url(re.compile("/selesai"))
    assert number(page) == shown
    page.goto("/saya/kotak-keluar")
    press(page, "Hapus dari ponsel ini")
    expect(page.locator("[data-keadaan]")).to_have_count(0)
    told.to_contain_text("Tidak ada yang menunggu di ponsel ini")


def test_a_network_that_wants_a_log_in_is_not_a_receipt(site, worker):  # noqa: F811
    stop(site)
    _, corners = _filled(worker)
    worker.walk(corners)
    worker.keep()
    page = worker.page
    page.route("**/kirim/*", lambda route: route.fulfill(
        status=200, content_type="text/html", body="<h1>Masuk ke WiFi</h1>"))
    # The page sends by itself: what the worker sends passes by what a page is told.
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.unregister())")
    page.goto("about:blank")
    go_on(site)
    _outbox(page)
    page.wait_for_selector("[data-keadaan=menunggu]")
    press(page, "Coba kirim sekarang")
    page.wait_for_selector("[data-keadaan=menunggu]")
    assert not page.locator("[data-keadaan=terkirim]").count()
    page.unroute("**/kirim/*")
    send_now(page)
    _all_sent(page, 1)
    assert len(_rows(site)) == 1


def test_under_another_log_in_it_waits_for_the_right_one(site, worker):  # noqa: F811
    _, corners = _filled(worker)
    worker.walk(corners)
    stop(site)
    worker.keep()
    page = worker.page
    page.context.clear_cookies(name=re.compile("sesi"))
    go_on(site)
    _outbox(page)
    page.wait_for_selector("text=Masuk dulu sebagai petugas yang mengisi formulir ini")
    site.officials["mulyadi"].sign_in(page)
    _outbox(page)
    page.wait_for_selector("[data-keadaan=masuk] + p >> text=diisi oleh petugas lain")
    expect(page.locator("main")).to_contain_text("Perlu masuk lagi")
    _shot(page, "kotak-keluar-masuk-lagi")
    site.officials["zainal"].sign_in(page)
    _outbox(page)
    _all_sent(page, 1)
    page.goto("/bantu")
    assert "Bapak Petani C." in page.inner_text("main")


def test_the_draft_is_kept_before_the_camera_opens(worker):  # noqa: F811
    answers, _ = _filled(worker)
    page = worker.page
    with page.expect_file_chooser():
        page.click("[name=foto_kebun]")
    # The camera has killed the tab: nothing was saved by leaving it.
    kept = worker.stored("draf")
    assert kept[0]["isi"]["nik"] == [answers["nik"]]
    context = page.context
    page.close()
    again = Phone(context.new_page())
    again.open()
    again.page.get_by_role("button", name="Bapak Petani C.").click()
    assert again.page.input_value("[name=nik]") == answers["nik"]
    again.page.set_input_files("[name=foto_kebun]", DISGUISED)
    again.page.wait_for_selector("text=Foto tidak bisa dibuka")


def test_a_full_phone_is_told_and_loses_nothing(worker):  # noqa: F811
    answers, _ = _filled(worker)
    page = worker.page
    page.wait_for_selector("text=Tersimpan di ponsel ini")
    # Its storage is full from now on.
    page.evaluate("""() => { const put = IDBObjectStore.prototype.put;
        window.room = () => { IDBObjectStore.prototype.put = put };
        IDBObjectStore.prototype.put = function () {
            throw new DOMException('full', 'QuotaExceededError') } }""")
    page.fill("[name=nama_kebun]", "Talang Penuh")
    page.wait_for_selector("text=Memori ponsel penuh. Hapus beberapa foto")
    _shot(page, "ponsel-penuh")
    assert page.input_value("[name=nik]") == answers["nik"]
    page.evaluate("room()")
    page.fill("[name=nama_kebun]", "Talang Lega")
    page.wait_for_function(
        "() => document.querySelector('[data-aksi=tersimpan]').textContent.startsWith('Tersimpan')")


def test_a_clock_of_another_year(site, worker):  # noqa: F811
    page = worker.page
    page.evaluate("""() => { const now = Date.now;
        Date.now = () => now() + 365 * 864e5 }""")
    stop(site)
    _, corners = _filled(worker)
    worker.walk(corners)
    worker.keep()
    kept = worker.stored("kirim")[0]["waktu"]
    go_on(site)
    # The worker of the page has the right clock; the page itself sends with the wrong one.
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.unregister())")
    page.add_init_script("{ const now = Date.now; Date.now = () => now() + 365 * 864e5 }")
    _outbox(page)
    _all_sent(page, 1)
    assert kept > page.evaluate("new Date().getTime()") + 300 * 864e5
    assert re.search("berbeda 36[45] hari dari jam kantor", page.inner_text("main"))
    _shot(page, "kotak-keluar-jam")


def test_what_is_missing_is_pointed_out_and_can_wait(worker):  # noqa: F811
    worker.press("Mulai mengisi")
    page = worker.page
    _shot(page, "borang-luring")
    worker.press("Simpan, siap dikirim")
    assert "Ada yang perlu diperbaiki" in page.inner_text("#galat")
    page.fill("[name=nik]", "12345")
    worker.press("Simpan, siap dikirim")
    assert "NIK harus 16 angka. Anda menulis 5 angka" in page.inner_text("#galat")
    _shot(page, "borang-luring-kurang")
    inspector = Inspector()
    inspector.look(page, "offline form with mistakes")
    # A whole form is long; what counts is what travels, once.
    inspector.faults = [fault for fault in inspector.faults if fault[1] != "html"]
    inspector.has_nothing_to_say()
    assert len(gzip.compress(page.request.get(FORM).body())) < 14_000
    worker.press("Simpan dulu, lengkapi nanti")
    page.wait_for_selector("text=belum lengkap.")
    assert not worker.stored("kirim")


def test_a_question_is_asked_where_its_condition_holds(worker):  # noqa: F811
    worker.press("Mulai mengisi")
    page = worker.page
    assert page.is_hidden("[name=nama_pemilik]")
    page.check("[name=pemilik][value=orang_lain]")
    assert page.is_visible("[name=nama_pemilik]")
    page.check("[name=pemilik][value=sendiri]")
    assert page.is_hidden("[name=nama_pemilik]")
    page.check("[name='bantu.tanpa-hp']")
    assert page.is_hidden("[name=hp]")


def test_what_the_server_refuses_is_mended_there(site, worker):  # noqa: F811
    answers, corners = grower(3)
    worker.press("Mulai mengisi")
    worker.fill({**answers, "tahun_tanam": "2090"})
    worker.walk(corners)
    worker.keep()
    page = worker.page
    _outbox(page)
    page.wait_for_selector("[data-keadaan=perbaiki]")
    assert "Tahun tanam tidak boleh setelah tahun ini" in page.inner_text("main")
    _shot(page, "kotak-keluar-perbaiki")
    page.get_by_role("link", name="Perbaiki").click()
    page.wait_for_url(re.compile("/periksa"))
    page.locator(".galat a").first.click()
    page.fill("[name=tahun_tanam]", "2012")
    page.locator("main form button.tombol:not([name])").first.click()
    page.check("[name=benar]")
    page.check("[name=hadir]")
    press(page, "Kirim permohonan")
    page.wait_for_url(re.compile("/bantu/terkirim/"))
    shown = number(page)
    _outbox(page)
    _all_sent(page, 1)
    assert shown in page.inner_text("main")
    assert len(_rows(site)) == 1


def test_a_boundary_that_crosses_itself_is_shown_and_refused(worker):  # noqa: F811
    _filled(worker)
    page = worker.page
    worker.press("Mulai mengukur")
    cross = [(-4.05, 103.60), (-4.052, 103.602), (-4.05, 103.602), (-4.052, 103.60)]
    for number, corner in enumerate(cross[:3], 1):
        worker.note(corner, number, accuracy=20)
    worker.press("Catat titik di sini")
    worker.stand(cross[3], accuracy=20)
    page.wait_for_selector(".jalan >> text=Titik 4 ·")
    assert "lemah (±20 m)" in page.inner_text(".jalan")
    worker.press("Selesai, tutup batas")
    assert "Garis batas saling memotong dekat titik" in page.inner_text(".jalan")
    _shot(page, "jalan-memotong")
    worker.press("Simpan, siap dikirim")
    assert "saling memotong" in page.inner_text("#galat")
    worker.press("Hapus titik terakhir")
    worker.press("Hapus titik terakhir")
    expect(page.locator(".jalan")).not_to_contain_text("memotong")


def test_a_corner_is_the_mean_of_five_readings(worker):  # noqa: F811
    _filled(worker)
    page = worker.page
    page.evaluate("""navigator.geolocation.watchPosition = done => { window.read = done; return 1 }""")
    worker.press("Mulai mengukur")
    worker.press("Catat titik di sini")
    page.evaluate("""() => { for (let n = 0; n < 5; n++) read({coords: {
          latitude: -4 - n / 1e4, longitude: 103 + n / 1e4, accuracy: 4 + n }}) }""")
    page.wait_for_selector(".jalan >> text=Titik 1 tersimpan")
    assert page.input_value("[name=batas_kebun-sudut]") == "-4.000200 103.000200 6"


def test_every_five_seconds_by_itself(worker):  # noqa: F811
    _filled(worker)
    page = worker.page
    worker.hurry()
    page.clock.install()
    worker.press("Mulai mengukur")
    give = """([north, east]) => read({coords: {latitude: north, longitude: east, accuracy: 6}})"""
    corners = grower(1)[1]
    page.evaluate(give, corners[0])
    page.wait_for_selector("text=Ketelitian: baik (±6 m)")
    worker.press("Catat otomatis tiap 5 detik")
    for at, corner in enumerate(corners[1:], 2):
        page.evaluate(give, corner)
        page.clock.run_for(5000)
        page.wait_for_selector(f".jalan >> text=Titik {at} ·")
        # Whoever stands still adds nothing.
        page.clock.run_for(5000)
    assert len(worker.corners()) == len(corners)
    worker.press("Jeda")
    worker.press("Selesai, tutup batas")
    page.wait_for_selector(".jalan >> text=Batas tersimpan: 4 titik")
    _shot(page, "jalan-selesai")


@pytest.mark.parametrize("name, text, many", [
    ("kebun.geojson", '{"type":"Polygon","coordinates":[[%s]]}', "["),
    ("kebun.kml", "<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>%s"
     "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>", " "),
])
def test_a_boundary_from_a_file(worker, name, text, many):  # noqa: F811
    _filled(worker)
    corners = grower(2)[1]
    ring = [f"{longitude},{latitude}" for latitude, longitude in [*corners, corners[0]]]
    inside = ",".join(f"[{pair}]" for pair in ring) if many == "[" else " ".join(ring)
    page = worker.page
    page.click("text=Tanpa berjalan")
    page.set_input_files("[name=batas_kebun-berkas]",
                         {"name": name, "mimeType": "text/plain", "buffer": (text % inside).encode()})
    page.wait_for_selector(".jalan >> text=Batas dari berkas: 4 titik")
    shown = re.search(r"±([\d,]+) ha", page.inner_text(".jalan"))[1].replace(",", ".")
    assert float(shown) == pytest.approx(hectares(corners), rel=2e-3)
    page.set_input_files("[name=batas_kebun-berkas]",
                         {"name": name, "mimeType": "text/plain", "buffer": b"bukan batas"})
    page.wait_for_selector("text=tidak berisi batas yang terbaca")
    assert "4 titik" not in page.inner_text(".galat") if page.locator(".galat").count() else True


def test_one_form_in_two_tabs_is_one_form(site, worker):  # noqa: F811
    _, corners = _filled(worker)
    worker.walk(corners)
    page, context = worker.page, worker.page.context
    draft = worker.stored("draf")[0]["id"]
    other = Phone(context.new_page())
    other.page.goto(f"{FORM}#{draft}")
    other.page.wait_for_selector("[name=nik]")
    stop(site)
    worker.keep()
    other.press("Simpan, siap dikirim")
    other.page.wait_for_selector("text=sudah disimpan dari tab lain")
    assert len(worker.stored("kirim")) == 1
    assert not worker.stored("draf")
    go_on(site)
    _outbox(page)
    _outbox(other.page)
    _all_sent(page, 1)
    assert len(_rows(site)) == 1


def test_who_saves_data_gets_no_worker(visitors, site):  # noqa: F811
    page = visitors(360, 740)
    page.add_init_script("""Object.defineProperty(navigator, 'connection',
        {value: {saveData: true}})""")
    start(page)
    fill_until(page, "/periksa", WARUNG)
    assert not page.evaluate("navigator.serviceWorker.getRegistrations().then(r => r.length)")
    page = visitors(360, 740)
    page.goto("/")
    assert not page.evaluate("navigator.serviceWorker.getRegistrations().then(r => r.length)"), (
        "nobody gets one on entry")


def test_what_was_typed_outlives_the_tab(visitors, site):  # noqa: F811
    page = visitors(360, 740)
    start(page)
    page.fill("[name=nama]", "Siti Aminah")
    page.wait_for_selector("text=Tersimpan di ponsel ini")
    address, context = page.url, page.context
    page.close()
    again = context.new_page()
    again.goto(address)
    again.wait_for_selector("text=Isian dari ponsel ini dipulihkan")
    assert again.input_value("[name=nama]") == "Siti Aminah"
    fill_until(again, "/periksa", WARUNG)
    again.goto(address)
    again.wait_for_load_state("networkidle")
    assert not again.locator("text=dipulihkan").count(), "what was sent on is not brought back"


def test_the_bar_of_the_installed_program(visitors, site):  # noqa: F811
    page = visitors(360, 740)
    page.goto("/")
    assert page.is_hidden(".terpasang")
    assert page.locator(".terpasang a").all_inner_texts() == [
        "Beranda", "Permohonan", "Bantuan", "Saya"]
    # No browser lets a test pretend to be installed: the rule that shows it is asked for itself.
    shown = page.evaluate("""() => [...document.styleSheets].flatMap(s => [...s.cssRules])
        .filter(r => r.conditionText?.includes('display-mode'))
        .flatMap(r => [...r.cssRules]).find(r => r.selectorText === '.terpasang').style.display""")
    assert shown == "flex"
