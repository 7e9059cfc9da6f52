"""The scale without a signal: the server is stopped, fifty purchases are typed on a small phone
with few taps, and in the evening each is sent once."""

import csv
import io
import os
import re
import socket
import subprocess
import threading

import pytest
from playwright.sync_api import Error, expect

from conftest import new_site
from people import comes_true, do, fill_until, number, press, send_now, start
from test_coffee import KEBUN
from test_everybody_can_use_it import Inspector
from test_offline_day import go_on, stop

GOES_FIRST = True

PURCHASES = 50
SCALE = "/luring/timbang"

#: Invented growers of two villages.
GROWERS = {"Rohani Contoh": "Penindaian", "Sahala Umpama": "Penindaian", "Mustofa Misal": "Pasar II"}

#: Counts presses of a finger, wherever they land.
TAPS = """() => { window.taps = 0;
addEventListener('pointerup', () => window.taps++, true) }"""

#: A phone whose cache answers after the server has.
SLOW_MEMORY = """const match = CacheStorage.prototype.match;
CacheStorage.prototype.match = async function (...asked) {
    await new Promise(done => setTimeout(done, 3000));
    setTimeout(() => window.remembered = true, 200);
    return match.apply(this, asked);
}"""


def shot(page, name):
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/timbang-{name}.png", full_page=True)
        page.screenshot(path=f"{folder}/timbang-{name}-layar.png")


@pytest.fixture(scope="module")
def site(tmp_path_factory, chromium):
    """A regency of its own with three growers: its server is stopped and started."""
    made = new_site(tmp_path_factory.mktemp("timbang") / "contoh")
    site = next(made)
    with chromium.new_context(base_url=site.base, locale="id-ID") as desk:
        desk.set_default_timeout(20000)
        official = desk.new_page()
        site.officials["yuli"].sign_in(official)
        for count, (name, village) in enumerate(GROWERS.items()):
            with chromium.new_context(base_url=site.base, locale="id-ID") as home:
                shown = sent_by(home.new_page(), name, village, count)
            do(official, shown, "Isian lengkap, catat petani")
    yield site
    if site.server.poll() is None:
        stop(site)
    made.close()


def sent_by(page, name, village, count):
    """The request of a grower to be registered; its number."""
    start(page, "daftar-kebun-kopi")
    fill_until(page, "/periksa", KEBUN | {
        "nama": name, "nik": f"16030845059009{count:02}", "hp": f"0812-0000-09{count:02}",
        "desa_petani": village,
    })
    page.check("[name=benar]")
    press(page, "Kirim permohonan")
    return number(page)


@pytest.fixture(autouse=True)
def signal(site):
    """Each test begins with a signal."""
    if site.server.poll() is not None:
        go_on(site)
    return site


def new_lot(site, visitors, name="Petik merah Contoh Ulu"):
    """The manager begins a lot; its code."""
    page = visitors(1280, 800)
    site.officials["maman"].sign_in(page)
    page.goto("/lot/baru")
    page.fill("[name=nama]", name)
    page.check("[name=jenis][value=gelondong_merah]")
    page.check("[name=kopi][value=robusta]")
    press(page, "Mulai lot baru")
    page.wait_for_url(re.compile("/lot/[0-9A-Z]{8}$"))
    return page.url.rsplit("/", 1)[1]


class Scale:
    """A phone beside the scale."""

    def __init__(self, page, lot=None):
        self.page, self.lot = page, lot

    def open(self):
        self.page.goto(SCALE)
        self.page.wait_for_selector("#cari:visible")
        self.page.evaluate(TAPS)
        return self

    def ready(self):
        """What is needed without a signal lies on the phone."""
        comes_true(
            self.page, """async path => !!navigator.serviceWorker.controller && !!await caches.match(path)
            && /petani di ponsel ini/.test(document.querySelector('main').textContent)""", SCALE)
        return self

    def button(self, words):
        return self.page.get_by_role("button", name=words, exact=True)

    def found(self, name):
        return self.page.locator("[data-aksi=timbang-petani] button", has_text=name)

    def begin(self, name):
        """Who is there: found by a part of the name, typed into the box that has the focus."""
        if self.page.locator("#cari:visible").count() == 0:
            self.button("Petani berikutnya").tap()
        else:
            self.page.tap("#cari")
        # A finger is heard a moment later than keys are, where the machine is busy.
        self.page.wait_for_function("() => document.activeElement.id === 'cari'")
        self.page.keyboard.type(name[:4].lower())
        self.found(name).tap()

    def weigh(self, kilograms, moisture=None, advance=None):
        """What is typed beside the scale; the weight has the focus already."""
        self.page.keyboard.type(kilograms)
        for name, value in (("air", moisture), ("panjar", advance)):
            if value:
                self.page.tap(f"[name={name}]")
                self.page.keyboard.type(value)

    def first(self, name, kilograms, price="12.000", grade="a"):
        """The first purchase says what the others take over."""
        self.begin(name)
        self.weigh(kilograms)
        self.page.fill("[name=harga]", price)
        fold = self.page.locator("[data-aksi=timbang] details")
        if not fold.get_attribute("open") == "":
            fold.locator("summary").tap()
        self.page.check(f"[name=lot][value='{self.lot}']")
        self.page.fill("[name=harga]", price)
        self.page.check(f"[name=mutu][value={grade}]")
        self.save()

    def save(self):
        self.button("Simpan timbangan").tap()
        self.page.wait_for_selector("h2:text-is('Tersimpan di ponsel ini')")

    def items(self):
        """The purchases that the phone holds."""
        return [item for item in self.shelf("kirim") if item.get("setoran")]

    def shelf(self, name):
        return self.page.evaluate("""shelf => new Promise(done => {
            const r = indexedDB.open('serasan');
            r.onsuccess = () => { const g = r.result.transaction(shelf).objectStore(shelf).getAll();
            g.onsuccess = () => { r.result.close(); done(g.result) } } })""", name)

    def all_sent(self, many):
        comes_true(self.page, """many => new Promise(done => {
            const r = indexedDB.open('serasan');
            r.onsuccess = () => { const g = r.result.transaction('kirim').objectStore('kirim').getAll();
            g.onsuccess = () => { r.result.close(); done(g.result.filter(x => x.setoran
              && x.keadaan === 'terkirim').length === many) } } })""", many)

    def nothing_waits(self):
        comes_true(self.page, """() => new Promise(done => {
            const r = indexedDB.open('serasan');
            r.onsuccess = () => { const g = r.result.transaction('kirim').objectStore('kirim').getAll();
            g.onsuccess = () => { r.result.close();
            done(g.result.every(x => x.keadaan === 'terkirim')) } } })""")


@pytest.fixture
def scale(site, visitors):
    """Weni with the growers and a lot on her phone, before the signal goes."""
    lot = new_lot(site, visitors)
    page = visitors(360, 640)
    site.officials["weni"].sign_in(page)
    return Scale(page, lot).open().ready()


def books(site, visitors, lot):
    """The lines of the day's table that went into a lot, as the office has them."""
    page = visitors(1280, 800)
    site.officials["maman"].sign_in(page)
    table = page.request.get("/timbang/hari.csv").text().lstrip("\ufeff")
    return [row for row in csv.DictReader(io.StringIO(table), delimiter=";") if lot in row.values()]


def grams(kilograms):
    whole, _, rest = kilograms.partition(",")
    return int(whole) * 1000 + int((rest + "000")[:3])


def test_a_day_at_the_scale_without_a_signal(site, visitors, scale):
    page = scale.page
    shot(page, "cari")
    stop(site)
    typed, taps = [], []
    for number in range(PURCHASES):
        name = list(GROWERS)[number % 3]
        kilograms = f"{40 + number % 9},{number % 10}"
        if number == 0:
            scale.first(name, kilograms)
            typed.append((name, grams(kilograms), 12000, 0))
            shot(page, "slip")
            continue
        if number == PURCHASES // 2:
            # The phone was put away, and the program is opened anew where there is no signal.
            page.goto("/timbang")
            page.wait_for_selector("#cari:visible")
            page.evaluate(TAPS)
        before = page.evaluate("taps")
        scale.begin(name)
        advance = "50.000" if number % 10 == 0 else None
        scale.weigh(kilograms, "18,5" if number % 5 == 0 else None, advance)
        if number == 10:
            shot(page, "isi")
            assert page.input_value("[name=harga]") == "12.000", "the last price stands there"
        scale.save()
        taps.append(page.evaluate("taps") - before)
        typed.append((name, grams(kilograms), 12000, 50000 if advance else 0))
    assert max(taps) <= 5, taps
    assert sorted(set(taps)) == [3, 4, 5], "a usual purchase is three taps"
    assert len(scale.items()) == PURCHASES
    assert "BELUM TERKIRIM" in page.inner_text(".struk-58")
    today = page.inner_text("[data-aksi=timbang-hari]")
    cash = sum(gram * price // 1000 - advance for _, gram, price, advance in typed)
    rupiah = f"Rp{cash:,}".replace(",", ".")
    assert re.search(rf"Belum terkirim\s+{PURCHASES} kali, ", today) and rupiah in today
    assert re.search(r"Terkirim\s+0 kali, 0 kg, Rp0", today)

    other = Scale(page.context.new_page(), scale.lot).open()
    go_on(site)
    # Two tabs at once, and the worker behind them; then the same once more.
    for tab in (page, other.page):
        send_now(tab)
    scale.all_sent(PURCHASES)
    expect(page.locator(".struk-58 strong")).to_contain_text("Terkirim")
    page.evaluate("navigator.serviceWorker.controller.postMessage('kirim')")
    shot(page, "terkirim")
    expect(page.locator("[data-aksi=timbang-hari]")).to_contain_text(
        re.compile(rf"Terkirim\s*{PURCHASES} kali, "))

    rows = books(site, visitors, scale.lot)
    assert len(rows) == PURCHASES
    found = sorted((row["Petani"], int(row["Gram"]), int(row["Harga per kilogram"]),
                    int(row["Panjar yang sudah dibayar"])) for row in rows)
    assert found == sorted(typed)
    assert sum(int(row["Uang keluar"]) for row in rows) == cash
    assert not [item for item in scale.items() if "isi" in item], "what was sent is let go"


def test_a_signal_that_breaks_off_takes_no_kept_page_away(site, scale):
    page = scale.page
    stop(site)
    with socket.create_server(("127.0.0.1", int(site.base.rsplit(":", 1)[1]))) as listener:
        cut = threading.Thread(target=cut_short, args=(listener,), daemon=True)
        cut.start()
        try:
            page.goto(SCALE)
        except Error:
            pass  # Half a page may count as none.
        cut.join(timeout=10)
        assert not cut.is_alive(), "the page was asked for"
    page.wait_for_timeout(500)
    assert page.evaluate("async path => !!await caches.match(path)", SCALE)
    scale.open()


def cut_short(listener):
    """Answers until half of the scale's page was sent, and hangs up."""
    asked = b""
    while SCALE.encode() not in asked:
        connection, _ = listener.accept()
        with connection:
            asked = connection.recv(4000)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                               b"Content-Length: 5000\r\n\r\n<h1>Timbangan</h1>")


def test_what_comes_twice_is_written_once(site, visitors, scale):
    scale.first("Rohani Contoh", "42,5")
    scale.all_sent(1)
    # As if the answer had been lost: the phone sends the same item anew.
    scale.page.evaluate("""() => new Promise(done => { const r = indexedDB.open('serasan');
        r.onsuccess = () => { const t = r.result.transaction('kirim', 'readwrite');
        const s = t.objectStore('kirim'), g = s.getAll();
        g.onsuccess = () => { const x = g.result.find(x => x.setoran);
          x.keadaan = 'menunggu'; x.isi = {pelaku: [x.pelaku],
            petani: [x.setoran.petani[0]], lot: [x.setoran.lot], berat: ['42,5'],
            harga: ['12000']}; x.berkas = {}; s.put(x) };
        t.oncomplete = () => { r.result.close(); done() } } })""")
    scale.open()
    scale.all_sent(1)
    assert len(books(site, visitors, scale.lot)) == 1


def test_what_is_refused_stays_on_the_phone_and_is_corrected_there(site, visitors, scale):
    page = scale.page
    stop(site)
    scale.first("Rohani Contoh", "42,5")
    # A grower whom nobody took along, under the name alone.
    scale.button("Petani berikutnya").tap()
    page.keyboard.type("Rohayati")
    scale.button("Catat dulu dengan nama ini").tap()
    scale.weigh("41")
    scale.save()
    # The lot of the first is gone meanwhile; the lock keeps a try to send from writing over it.
    page.evaluate("""() => navigator.locks.request('kirim', () => new Promise(done => {
        const r = indexedDB.open('serasan');
        r.onsuccess = () => { const t = r.result.transaction('kirim', 'readwrite');
        const s = t.objectStore('kirim'), g = s.getAll();
        g.onsuccess = () => { const x = g.result.find(x => /Rohani/.test(x.nama));
          x.isi.lot = ['ZZZZZZZZ']; s.put(x) };
        t.oncomplete = () => { r.result.close(); done() } } }))""")
    go_on(site)
    page.goto("/saya/kotak-keluar")
    page.wait_for_function("() => document.querySelectorAll('[data-keadaan=perbaiki]').length === 2")
    shown = page.inner_text("main")
    assert "Lot itu tidak ada. Pilih jenis dan lot yang lain" in shown
    assert "Petani itu tidak ada di daftar petani kopi" in shown
    shot(page, "kotak-keluar")
    page.locator("li", has_text="Rohani").get_by_role("link", name="Betulkan").click()
    page.wait_for_selector("[name=berat]:visible")
    assert page.input_value("[name=berat]") == "42,5"
    shot(page, "betulkan")
    scale.save()
    scale.all_sent(1)
    page.goto("/saya/kotak-keluar")
    page.get_by_role("link", name="Betulkan").click()
    page.wait_for_selector("#cari:visible")
    page.fill("#cari", "rohani")
    scale.found("Rohani Contoh").click()
    scale.save()
    scale.all_sent(2)
    assert sorted(row["Gram"] for row in books(site, visitors, scale.lot)) == ["41000", "42500"]


def test_what_is_to_be_corrected_opens_at_once_where_no_list_lies_on_the_phone(site, scale):
    """Nobody begins to type a name into a search that is filled in a moment later."""
    page = scale.page
    stop(site)
    scale.first("Rohani Contoh", "42,5")
    page.evaluate("""() => navigator.locks.request('kirim', () => new Promise(done => {
        const r = indexedDB.open('serasan');
        r.onsuccess = () => { const t = r.result.transaction('kirim', 'readwrite');
        const s = t.objectStore('kirim'), g = s.getAll();
        g.onsuccess = () => { const x = g.result.find(x => /Rohani/.test(x.nama));
          x.isi.lot = ['ZZZZZZZZ']; s.put(x) };
        t.oncomplete = () => { r.result.close(); done() } } }))""")
    item = scale.items()[0]["id"]
    go_on(site)
    page.goto("/saya/kotak-keluar")
    page.wait_for_selector("[data-keadaan=perbaiki]")
    page.evaluate("""() => new Promise(done => { const r = indexedDB.open('serasan');
        r.onsuccess = () => { const t = r.result.transaction('siapa', 'readwrite');
        t.objectStore('siapa').delete('timbang');
        t.oncomplete = () => { r.result.close(); done() } } })""")
    page.add_init_script("""window.searched = 0; new MutationObserver(() => {
        const search = document.querySelector('[data-aksi=timbang-cari]');
        if (search && !search.hidden) window.searched++;
    }).observe(document, {subtree: true, attributes: true, attributeFilter: ['hidden']})""")
    page.goto(f"{SCALE}#{item}")
    page.wait_for_selector("[name=berat]:visible")
    page.wait_for_selector("text=petani di ponsel ini", state="attached")
    assert page.input_value("[name=berat]") == "42,5"
    assert page.evaluate("searched") == 0


def test_a_full_phone_is_told_and_what_was_typed_stays(site, scale):
    page = scale.page
    stop(site)
    scale.first("Rohani Contoh", "42,5")
    page.evaluate("""() => { const put = IDBObjectStore.prototype.put;
        window.room = () => { IDBObjectStore.prototype.put = put };
        IDBObjectStore.prototype.put = function () {
            throw new DOMException('full', 'QuotaExceededError') } }""")
    scale.begin("Sahala Umpama")
    scale.weigh("44")
    scale.button("Simpan timbangan").tap()
    page.wait_for_selector("text=memori ponsel penuh. Tulis dulu di kertas")
    shot(page, "penuh")
    assert page.input_value("[name=berat]") == "44"
    assert len(scale.items()) == 1
    page.evaluate("room()")
    scale.save()
    assert len(scale.items()) == 2


def test_signing_out_leaves_no_names_and_loses_no_purchase(site, visitors, scale):
    page = scale.page
    scale.first("Rohani Contoh", "42,5")
    scale.all_sent(1)
    # One that the office does not take yet.
    scale.button("Petani berikutnya").tap()
    page.keyboard.type("Rohayati")
    scale.button("Catat dulu dengan nama ini").tap()
    scale.weigh("43")
    scale.save()
    page.wait_for_selector("text=Petani itu tidak ada di daftar petani kopi")
    assert [x for x in scale.shelf("siapa") if x.get("petani")]
    page.goto("/keluar")
    press(page, "Keluar")
    page.wait_for_url(re.compile("/petugas/masuk"))
    comes_true(page, """() => new Promise(done => { const r = indexedDB.open('serasan');
        r.onsuccess = () => { const t = r.result.transaction(['siapa', 'kirim']);
        const who = t.objectStore('siapa').getAll(), what = t.objectStore('kirim').getAll();
        t.oncomplete = () => { r.result.close(); done(!who.result.some(x => x.petani)
          && what.result.map(x => x.nama).join() === 'Rohayati, 43 kg') } } })""")
    page.goto(SCALE)
    page.wait_for_selector("text=Masuk dulu sebagai petugas yang menimbang ini")
    assert "Contoh, Penindaian" not in page.inner_text("main")
    site.officials["weni"].sign_in(page)
    page.goto("/saya/kotak-keluar")
    page.get_by_role("link", name="Betulkan").click()
    page.fill("#cari", "sahala")
    scale.found("Sahala Umpama").click()
    scale.save()
    scale.all_sent(1)
    assert sorted(row["Gram"] for row in books(site, visitors, scale.lot)) == ["42500", "43000"]


def test_another_log_in_sends_nothing_of_the_first(site, visitors, scale):
    page = scale.page
    stop(site)
    scale.first("Rohani Contoh", "42,5")
    page.context.clear_cookies(name=re.compile("sesi"))
    go_on(site)
    page.goto("/saya/kotak-keluar")
    page.wait_for_selector("text=Masuk dulu sebagai petugas yang menimbang ini")
    site.officials["maman"].sign_in(page)
    scale.open()
    page.wait_for_selector("text=petani di ponsel ini")
    assert "42,5" not in page.inner_text("main"), "the first one's day is not shown to the second"
    page.goto("/saya/kotak-keluar")
    page.wait_for_selector("text=Ini ditimbang oleh petugas lain")
    assert not books(site, visitors, scale.lot)
    site.officials["weni"].sign_in(page)
    scale.open()
    # Whether the worker sent it before the page asked whose day it is, or after: then it is swept.
    scale.nothing_waits()
    assert len(books(site, visitors, scale.lot)) == 1


def test_whoever_weighs_no_more_is_told(site, scale):
    """A log-in without the duty gets no list, and what it got before goes."""
    page = scale.page
    page.context.clear_cookies(name=re.compile("sesi"))
    site.officials["rina"].sign_in(page)
    page.add_init_script(SLOW_MEMORY)
    page.goto(SCALE)
    page.wait_for_selector("text=tugas ini bukan tugas Anda")
    page.wait_for_function("() => window.remembered")
    assert "tugas ini bukan tugas Anda" in page.inner_text("main"), "the reason stays"
    assert not [x for x in scale.shelf("siapa") if x.get("petani")]


def test_a_clock_of_another_year(site, visitors, scale):
    page = scale.page
    # The worker has a clock that no test can change: here the page is alone.
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.unregister())")
    page.add_init_script("""navigator.serviceWorker.register = () => new Promise(() => {});
        { const D = Date, off = 365 * 864e5;
        Date = class extends D { constructor(...a) { a.length ? super(...a) : super(D.now() + off) }
          static now() { return D.now() + off } } }""")
    scale.open()
    page.context.route("**/timbang/*", lambda route: route.abort()
                       if route.request.method == "POST" else route.continue_())
    scale.first("Rohani Contoh", "42,5")
    page.context.unroute("**/timbang/*")
    send_now(page)
    scale.all_sent(1)
    page.wait_for_selector("text=/berbeda 36[45] hari dari jam kantor/")
    rows = books(site, visitors, scale.lot)
    assert [row["Gram"] for row in rows] == ["42500"], "it stands on the office's day"
    page.goto(f"/timbang/{scale.items()[0]['id']}")
    assert "tidak cocok dengan jam kantor" in page.inner_text("main")
    shot(page, "jam-keliru")


def test_a_scale_in_pounds_is_asked_about_once(site, scale):
    page = scale.page
    stop(site)
    scale.first("Rohani Contoh", "42,5")
    for kilograms in ("40", "41", "46", "48"):
        scale.begin("Sahala Umpama")
        scale.weigh(kilograms)
        scale.save()
    scale.begin("Mustofa Misal")
    scale.weigh("99,2")
    scale.button("Simpan timbangan").tap()
    page.wait_for_selector("text=/Biasanya 40 kg sampai 4[\\d,]+ kg. Anda menulis 99,2 kg./")
    assert "pon (lb), beratnya 44,996 kg" in page.inner_text("main")
    shot(page, "pon")
    assert len(scale.items()) == 5
    scale.save()
    assert len(scale.items()) == 6
    # One dot before three digits may be either sign.
    scale.begin("Mustofa Misal")
    scale.weigh("1.250")
    scale.button("Simpan timbangan").tap()
    page.wait_for_selector("text=Tulis 1250 atau 1,250")
    shot(page, "keliru")


def test_the_slip_is_as_wide_as_its_paper(site, scale, tmp_path):
    stop(site)
    scale.first("Rohani Contoh", "42,5")
    scale.page.pdf(path=tmp_path / "slip.pdf", prefer_css_page_size=True)
    told = subprocess.run(["pdfinfo", tmp_path / "slip.pdf"], check=True, capture_output=True,
                          text=True).stdout
    assert re.search(r"Pages:\s+1\n", told)
    wide = float(re.search(r"Page size:\s+([\d.]+) x", told)[1])
    assert abs(wide * 25.4 / 72 - 58) < 1, told
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "slip.pdf", "-"], check=True,
                          capture_output=True, text=True).stdout
    for words in ("BELUM TERKIRIM", "Rohani Contoh", "42,5 kg", "Rp510.000", "Koperasi"):
        assert words in text, text
    assert "Petani berikutnya" not in text
    if folder := os.environ.get("SHOTS"):
        subprocess.run(["pdftoppm", "-r", "150", "-png", tmp_path / "slip.pdf",
                        f"{folder}/timbang-cetak"], check=True)


def test_everybody_can_use_it_with_wet_hands(site, visitors, scale):
    page, inspector = scale.page, Inspector()
    inspector.look(page, "who brings")
    scale.begin("Rohani Contoh")
    page.locator("[data-aksi=timbang] details").evaluate("e => { e.open = true }")
    inspector.look(page, "how much")
    scale.button("Simpan timbangan").tap()
    page.wait_for_selector(".keliru")
    inspector.look(page, "what is wrong")
    page.fill("[name=berat]", "42,5")
    page.fill("[name=harga]", "12000")
    page.check(f"[name=lot][value='{scale.lot}']")
    page.fill("[name=harga]", "12000")
    stop(site)
    scale.save()
    page.locator("[data-aksi=timbang-hari] details").evaluate("e => { e.open = true }")
    inspector.look(page, "slip and day")
    page.goto("/saya/kotak-keluar")
    page.wait_for_selector("[data-keadaan]")
    inspector.look(page, "outbox with a purchase")
    inspector.has_nothing_to_say()
