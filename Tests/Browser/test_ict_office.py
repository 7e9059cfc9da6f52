"""A day of the ICT office: an official comes, gets in, is moved; two people publish."""

import base64
import datetime
import hashlib
import hmac
import re
import struct
import time

from checks import labels_whole, walk
from people import open_case, press, send, send_on
from test_everybody_can_use_it import inspector  # noqa: F401

PASSWORD = "kopi pagi di teras"


def _slip_code(page, link):
    """The code of a slip, read from its PDF as a person would."""
    import subprocess
    answer = page.request.get(link)
    assert answer.headers["content-type"] == "application/pdf"
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=answer.body(),
                          stdout=subprocess.PIPE, check=True).stdout.decode()
    return re.search(r"[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}", text)[0]


def _date(page, name, day, month, year):
    for part, value in (("tanggal", day), ("bulan", month), ("tahun", year)):
        page.fill(f"[name={name}-{part}]", str(value))


def _add(tono, name, log_in, post):
    tono.goto("/kelola/pengguna/baru")
    tono.fill("[name=nama]", name)
    tono.fill("[name=masuk]", log_in)
    press(tono, "Tambah petugas")
    link = tono.get_by_role("link", name="Cetak slip aktivasi").get_attribute("href")
    tono.get_by_role("link", name="Tempatkan di jabatan").click()
    tono.fill("[name=cari]", post)
    press(tono, "Cari")
    tono.locator("input[name=jabatan]").first.check()
    tono.locator("input[name=sebagai][value=definitif]").check()
    press(tono, "Tempatkan")
    return link


def _activate(page, code):
    page.goto("/petugas/aktif")
    page.fill("[name=kode]", code)
    page.fill("[name=sandi]", PASSWORD)
    page.fill("[name=ulang]", PASSWORD)
    press(page, "Aktifkan")


def _sign_in(page, name):
    page.goto("/petugas/masuk")
    page.fill("[name=nama]", name)
    page.fill("[name=sandi]", PASSWORD)
    press(page, "Masuk")


def _code(key, shift=0):
    key = base64.b32decode(key.replace(" ", ""))
    mac = hmac.new(key, struct.pack(">Q", int(time.time()) // 30 + shift), hashlib.sha1).digest()
    at = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7fffffff) % 1_000_000:06d}"


def test_an_official_comes_and_gets_in(desk, visitors, inspector):  # noqa: F811
    """From the list to the slip, to a password of one's own, to codes from the phone."""
    tono = desk("tono")
    tono.goto("/kelola")
    inspector.look(tono, "home of the ICT office")
    tono.goto("/kelola/pengguna")
    inspector.look(tono, "officials")
    tono.goto("/kelola/pengguna/baru")
    press(tono, "Tambah petugas")
    assert "Tulis nama lengkapnya" in tono.inner_text(".galat")
    inspector.look(tono, "new official with errors")
    link = _add(tono, "Wati Susanti", "wati", "pengelola layanan")
    inspector.look(tono, "an official")
    code = _slip_code(tono, link)

    wati = visitors(360, 640)
    wati.goto("/petugas/aktif")
    inspector.look(wati, "activation")
    _activate(wati, "2222-2222-2222")
    assert "tidak berlaku" in wati.inner_text("main")
    inspector.look(wati, "activation with an error")
    _activate(wati, code)
    assert "Akun Anda sudah aktif" in wati.inner_text("main")
    _sign_in(wati, "wati")
    assert wati.url.endswith("/kerja/kotak")

    wati.goto("/petugas/kode/pasang")
    inspector.look(wati, "setting up codes")
    key = wati.inner_text("figure code")
    wati.fill("[name=kode]", _code(key))
    send_on(wati)
    inspector.look(wati, "recovery codes")
    recovery = wati.locator("ol code").first.inner_text()
    again = visitors(360, 640)
    _sign_in(again, "wati")
    inspector.look(again, "the second step")
    again.fill("[name=kode]", "000000")
    send_on(again)
    assert "Kode tidak cocok" in again.inner_text("main")
    again.fill("[name=kode]", recovery)
    send_on(again)
    assert again.url.endswith("/kerja/kotak")
    inspector.has_nothing_to_say()


def test_a_rotation_shows_its_hole(desk, inspector):  # noqa: F811
    """A head is moved away; the hole is shown, and accepted only with an answer."""
    tono = desk("tono")
    tono.goto("/kelola/mutasi")
    _date(tono, "mulai", 4, 1, 2027)
    press(tono, "Susun mutasi")
    tono.click("text=Tambah langkah")
    tono.fill("[name=cari]", "rahayu")
    press(tono, "Cari")
    inspector.look(tono, "who moves")
    tono.locator("table a").first.click()
    tono.locator("input[name=lepas]").first.check()
    inspector.look(tono, "a move")
    press(tono, "Tambah langkah")
    assert "akan kosong" in tono.inner_text("main")
    inspector.look(tono, "a rotation with a hole")
    press(tono, "Setujui mutasi")
    assert "Masih ada tugas" in tono.inner_text("main")
    for box in tono.locator("input[value=kosong]").all():
        box.check()
    press(tono, "Setujui mutasi")
    assert "Mutasi disetujui" in tono.inner_text("main")
    press(tono, "Batalkan mutasi")
    inspector.has_nothing_to_say()


CSV = ("nama;nip;nama masuk;jabatan;unit\nEka Putri;;eka.putri;sekban-kesbangpol;\n"
       "Salah Tulis;12;salah;camat;\n").encode("cp1252")


def test_officials_come_from_a_file(desk, inspector):  # noqa: F811
    """The file is matched, looked at, taken in and taken back."""
    tono = desk("tono")
    tono.goto("/kelola/impor")
    inspector.look(tono, "import")
    tono.set_input_files("[name=berkas]", {"name": "p.csv", "mimeType": "text/csv",
                                           "buffer": CSV})
    send_on(tono)
    inspector.look(tono, "columns")
    press(tono, "Periksa semua baris")
    inspector.look(tono, "dry run")
    assert "NIP harus 18 angka; di sini 2." in tono.inner_text("main")
    press(tono, "Masukkan 1 petugas")
    inspector.look(tono, "result of the import")
    press(tono, "Batalkan impor ini")
    assert "Impor ini dibatalkan" in tono.inner_text("main")
    inspector.has_nothing_to_say()


def test_a_service_is_off_with_a_reason(desk, phone, inspector):  # noqa: F811
    """Citizens read why; and everything that was done stands in the activity."""
    tono = desk("tono")
    tono.goto("/kelola/layanan")
    inspector.look(tono, "services")
    tono.locator("a[href*='matikan?layanan=izin-penelitian'], a[href*='matikan']").first.click()
    service = re.search(r"layanan=([^&]+)", tono.url)[1]
    press(tono, "Matikan")
    assert "Tulis alasannya" in tono.inner_text("main")
    tono.fill("[name=alasan]", "Loket sedang pindah. Datang ke kecamatan.")
    press(tono, "Matikan")
    phone.goto(f"/layanan/{service}")
    assert "Loket sedang pindah" in phone.inner_text("main")
    inspector.look(phone, "a service that is off")
    tono.goto("/kelola/layanan")
    press(tono, "Nyalakan")
    tono.goto("/kelola/jejak")
    inspector.look(tono, "activity")
    phone.goto(f"/layanan/{service}")
    assert "Loket sedang pindah" not in phone.inner_text("main")
    inspector.has_nothing_to_say()


FIXED = [(1, 1), (1, 26), (2, 25), (2, 27), (2, 28), (3, 26), (4, 14), (5, 1), (5, 5), (5, 9),
         (6, 1), (8, 17), (12, 25)]
YEAR = "tanggal;nama;jenis\n" + "".join(
    f"2028-{month:02d}-{day:02d};Libur {month}-{day};libur nasional\n" for month, day in FIXED
)


def _send_year(page, text):
    page.goto("/kelola/kalender")
    page.set_input_files("[name=berkas]", {"name": "skb.csv", "mimeType": "text/csv",
                                           "buffer": text.encode()})
    page.locator("form[action='/kelola/kalender'] button").click()


def test_a_year_of_holidays_is_taken_in(desk, phone, inspector):  # noqa: F811
    """A list that contradicts itself is refused line by line; a whole one says what it moves."""
    tono = desk("tono")
    _send_year(tono, YEAR + "2028-12-25;Natal;cuti bersama\n")
    assert "dengan jenis lain" in tono.inner_text("main")
    inspector.look(tono, "a decree that contradicts itself")
    _send_year(tono, YEAR)
    assert "akan jatuh tempo lebih lambat" in tono.inner_text("main")
    inspector.look(tono, "a decree")
    send_on(tono)
    assert "Kalender tersimpan" in tono.inner_text("main")
    inspector.look(tono, "calendar")
    phone.goto("/keadaan-sistem")
    inspector.look(phone, "state of the system")
    inspector.has_nothing_to_say()


def test_two_people_publish(site, desk, visitors, inspector):  # noqa: F811
    """One manager asks, another approves; the difference is told by its meaning."""
    tono = desk("tono")
    code = _slip_code(tono, _add(tono, "Bayu Pratama", "bayu", "pengelola layanan"))
    bayu = visitors(1280, 800)
    _activate(bayu, code)
    _sign_in(bayu, "bayu")
    draft = next(
        file for file in (site.folder / "blueprints/16.03/kopi").rglob("*.yaml")
        if "ask: " in file.read_text(encoding="utf-8")
    )
    text = draft.read_text(encoding="utf-8")
    asked = re.search(r"ask: ([^\n{\"']+)\n", text)[1]
    draft.write_text(text.replace(f"ask: {asked}", f"ask: Tolong sebutkan. {asked}", 1),
                     encoding="utf-8")
    page = "/kelola/layanan/terbit?nama=16.03%2Fkopi"
    tono.goto(page)
    assert "sekarang berbunyi" in tono.inner_text("main")
    inspector.look(tono, "what a draft changes")
    press(tono, "Minta penerbitan")
    assert "pengelola lain yang menyetujui" in tono.inner_text("main")
    inspector.look(tono, "waiting for a second person")
    bayu.goto(page)
    press(bayu, "Setujui dan terbitkan")
    assert "sama dengan yang berlaku" in bayu.inner_text("main")
    inspector.has_nothing_to_say()


def test_a_case_goes_back_to_its_queue(desk, phone, visitors, inspector):  # noqa: F811
    """Whoever leaves hands over; the case follows the post and not the person."""
    shown = send(phone)
    tono = desk("tono")
    code = _slip_code(tono, _add(tono, "Dian Lestari", "dian", "petugas pelayanan pasar"))
    dian = visitors(1280, 800)
    _activate(dian, code)
    _sign_in(dian, "dian")
    open_case(dian, shown)
    press(dian, "Ambil")
    rina = desk("rina")
    open_case(rina, shown)
    assert rina.get_by_role("button", name="Ambil", exact=True).count() == 0, "it is Dian's"

    tono.goto("/kelola/pengguna?cari=dian+lestari")
    tono.get_by_role("link", name="Dian Lestari").click()
    tono.get_by_role("link", name="Daftar serah terima").click()
    assert shown in tono.inner_text("main")
    inspector.look(tono, "handover")
    tono.go_back()
    tono.get_by_role("link", name="Keluar dari kantor").click()
    inspector.look(tono, "leaving")
    press(tono, "Keluar dari kantor")
    assert "Sudah keluar" in tono.inner_text("main")
    open_case(rina, shown)
    assert rina.get_by_role("button", name="Ambil", exact=True).count() == 1
    dian.goto("/kerja/kotak")
    assert "/petugas/masuk" in dian.url, "the session ended with the office"
    inspector.has_nothing_to_say()


def test_a_closure_shows_what_it_moves(desk, phone, inspector):  # noqa: F811
    """What was typed is shown with its effect, then accepted; the cases are told beside it."""
    shown = send(phone)
    tono = desk("tono")
    tono.goto("/kelola/kalender")
    press(tono, "Catat kantor tutup")
    assert "Tulis tanggal" in tono.inner_text("main")
    inspector.look(tono, "closure with errors")
    press(tono, "Nyatakan gangguan")
    inspector.look(tono, "outage with errors")
    assert not walk(tono), walk(tono)
    first = datetime.date.today()
    last = first + datetime.timedelta(days=40)
    tono.select_option("[name=unit]", label="Kelurahan Pasar II")
    _date(tono, "tutup-mulai", first.day, first.month, first.year)
    _date(tono, "tutup-sampai", last.day, last.month, last.year)
    tono.fill("[name=tutup-alasan]", "Banjir")
    press(tono, "Catat kantor tutup")
    text = tono.inner_text("main")
    assert "Belum ada yang tercatat" in text and "akan jatuh tempo lebih lambat" in text
    assert tono.locator("tbody tr").count() >= 1, "an example, from when to when"
    inspector.look(tono, "effect of a closure")
    assert not walk(tono), walk(tono)
    press(tono, "Catat kantor tutup")
    assert "Kalender tersimpan" in tono.inner_text("main")
    for _ in range(20):
        if "Tenggat sudah dihitung ulang" in tono.inner_text("main"):
            break
        tono.wait_for_timeout(500)
        tono.goto("/kelola/kalender")
    assert "permohonan bergeser" in tono.inner_text("main")
    inspector.look(tono, "calendar after a closure")
    rina = desk("rina")
    open_case(rina, shown)
    assert "menghitung ulang tenggat" in rina.inner_text("main")
    inspector.has_nothing_to_say()


def test_a_version_is_read(desk, inspector):  # noqa: F811
    """When it came, by whom, and each of its files."""
    tono = desk("tono")
    tono.goto("/kelola/layanan")
    assert "Di tempat lain" in tono.inner_text("main"), "signposts have a tag of their own"
    tono.goto("/kelola/layanan/terbit?nama=16.03%2Fumkm")
    inspector.look(tono, "a publication")
    tono.locator("table a").last.click()
    assert "Ini terbitan pertama" in tono.inner_text("main")
    inspector.look(tono, "a version")
    assert not walk(tono), walk(tono)
    file = tono.locator("table a").first.get_attribute("href")
    answer = tono.request.get(file)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.body(), "the file is there to be read"
    tono.goto("/kelola/layanan/versi?nama=16.03%2Fumkm&ke=99")
    assert "tidak ada dalam catatan" in tono.inner_text("main")
    inspector.look(tono, "a version that is not there")
    inspector.has_nothing_to_say()


#: Where nothing is found, or what was asked for cannot be read.
EMPTY = ["/kelola/jejak?hari-tanggal=1&hari-bulan=1&hari-tahun=2001",
         "/kelola/jejak?hari-tanggal=x&hari-bulan=1&hari-tahun=2001",
         "/kelola/pengguna?cari=tidak+ada", "/kelola/mutasi", "/kelola/impor",
         "/kelola/kalender/rencana/x", "/kelola/layanan/terbit?nama=tidak", "/kelola/kegunaan/x"]


def test_empty_and_error_states_can_be_used(desk, inspector):  # noqa: F811
    """Where there is nothing yet, and where something is wrong, pages are as usable as others."""
    tono = desk("tono")
    for address in EMPTY:
        tono.goto(address)
        inspector.look(tono, address)
        assert not walk(tono), (address, walk(tono))
    rina = desk("rina")
    rina.goto("/kelola/pengguna")
    assert "untuk pengelola layanan" in rina.inner_text("main")
    inspector.look(rina, "refused")
    inspector.has_nothing_to_say()


def test_narrow_tables_keep_their_words_whole(desk):
    """At a phone's width every heading beside its value is wrapped at words, never within one."""
    tono = desk("tono")
    syahrul = desk("syahrul")
    for page, addresses in ((tono, ["/kelola/layanan", "/kelola/jejak", "/kelola/pengguna",
                                    "/kelola/kalender", "/kelola/kegunaan"]),
                            (syahrul, ["/pimpinan", "/pimpinan/daftar?hal=masuk", "/kinerja"])):
        page.set_viewport_size({"width": 360, "height": 740})
        for address in addresses:
            page.goto(address)
            assert not labels_whole(page), (address, labels_whole(page))
