"""A day at the front desk: find, take in papers with a scan, print the slip, next."""

import subprocess

from checks import walk
from papers import PDF, code_on, text_of
from people import WARUNG, answer, ask_for_more, digits, number, press, send
from test_everybody_can_use_it import Inspector

PAPER = {key: value for key, value in WARUNG.items() if key not in ("hp", "kabar")}

#: The applicant of this day has a NIK of her own, so that no other test is a duplicate.
NENEK = {**PAPER, "nama": "Maimunah Rohani", "nik": "1603084505410003"}


def _type_in(page, answers):
    for name, value in answers.items():
        if name == "desa_usaha":
            continue
        answer(page, name, value)
    page.check("[name='loket.tanpa-hp']")
    page.set_input_files("[name='loket.pindaian']", PDF)
    page.check("[name=benar]")


def _slip(desk, paper, folder):
    """The receipt on a paper of that width: its size, its words, its code."""
    link = desk.get_by_role("link", name=paper).get_attribute("href")
    pdf = folder / "struk.pdf"
    pdf.write_bytes(desk.request.get(link).body())
    info = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, check=True, text=True).stdout
    size = next(line for line in info.splitlines() if line.startswith("Page size"))
    subprocess.run(["pdftoppm", "-r", "203", "-png", "-singlefile", str(pdf),
                    str(folder / "struk")], check=True)
    return size, text_of(pdf.read_bytes()), code_on(folder / "struk.png")


def test_a_day_at_the_front_desk(desk, visitors, tmp_path):
    rina, inspector = desk("rina"), Inspector()
    rina.goto("/kerja/loket")
    inspector.look(rina, "counter")
    rina.fill("[name=cari]", NENEK["nik"])
    press(rina, "Cari")
    assert "0 permohonan ditemukan" in rina.inner_text("main")
    rina.get_by_role("link", name="Surat keterangan usaha").click()
    assert "Terima berkas: Surat keterangan usaha" in rina.inner_text("h1")
    assert rina.input_value("[name='loket.jam']"), "now is filled in"
    _type_in(rina, {**NENEK, "nik": "160308450541"})
    press(rina, "Catat permohonan")
    assert "NIK harus 16 angka" in rina.inner_text(".galat")
    assert rina.title().startswith("Perlu diperbaiki:")
    assert rina.input_value("[name=alamat_usaha]") == NENEK["alamat_usaha"]
    inspector.look(rina, "intake with a mistake")
    assert walk(rina, most=150) == []
    rina.fill("[name=nik]", NENEK["nik"])
    rina.check("[name=benar]")
    press(rina, "Catat permohonan")
    assert "Permohonan tercatat" in rina.inner_text("h1"), rina.inner_text("main")
    inspector.look(rina, "recorded")
    shown = number(rina)
    rina.get_by_text("Tulis dengan tangan").click()
    pin = rina.locator("details dd").inner_text()

    for paper, width in (("Struk 58 mm", 164.4), ("Struk 80 mm", 226.8)):
        size, words, code = _slip(rina, paper, tmp_path)
        assert abs(float(size.split()[2]) - width) < 0.5
        assert shown in words and pin in words and "0812-0000-0101" in words
        assert "/t/" in code
    rina.get_by_role("link", name="Buka perkara").click()
    assert "Pindaian berkas kertas" in rina.inner_text("main")
    rina.goto("/kerja/loket")
    rina.fill("[name=cari]", code)
    press(rina, "Cari")
    assert shown in rina.inner_text("main"), "a scanner reads the receipt into the box"

    # The citizen has no phone; the PIN opens what a phone's digits would.
    ask_for_more(rina, shown, "Foto tempat usaha gelap.")
    phone = visitors()
    phone.goto(f"/lacak/{digits(shown)}")
    phone.fill("[name=hp]", pin)
    press(phone, "Lihat yang kurang")
    assert "Foto tempat usaha gelap." in phone.inner_text("main")
    assert NENEK["nama"] not in phone.content()
    inspector.has_nothing_to_say()


def test_the_date_goes_into_ones_own_calendar(phone):
    send(phone, {**WARUNG, "nik": "1603084505410004"})
    file = phone.request.get("/permohonan/tanggal.ics")
    assert file.headers["content-type"].startswith("text/calendar")
    assert b"BEGIN:VEVENT" in file.body() and digits(number(phone)).encode() in file.body()
    link = phone.get_by_role("link", name="Kirim nomor ini ke WhatsApp saya")
    assert link.get_attribute("href").startswith("https://wa.me/?text=Nomor%20permohonan%20saya")
    paper = phone.get_by_role("link", name="Struk 58 mm").get_attribute("href")
    assert phone.request.get(paper).body()[:5] == b"%PDF-"


#: A screen on the wall that nobody touches has to come anew by itself; only that address does.
def _but_the_refresh(inspector):
    return [fault for fault in inspector.faults if fault[2:3] != ("meta-refresh",)]


def test_a_queue_from_the_first_number_to_the_screen_on_the_wall(desk, visitors, tmp_path):
    rina, inspector = desk("rina"), Inspector()
    rina.goto("/kerja/loket")
    press(rina, "Beri nomor antrean")
    first = rina.inner_text(".panel .nomor")
    inspector.look(rina, "queue number")
    size, words, code = _slip(rina, "Struk 58 mm", tmp_path)
    assert abs(float(size.split()[2]) - 164.4) < 0.5
    assert first in words and code.endswith("/unit/kel-pasar-ii/antrean")
    rina.get_by_role("link", name="Berikutnya").click()
    press(rina, "Beri nomor antrean")
    second = rina.inner_text(".panel .nomor")
    assert int(second) == int(first) + 1

    wall = visitors(1920, 1080, java_script_enabled=False)
    wall.goto("/unit/kel-pasar-ii/antrean?layar=1")
    assert "Belum ada nomor yang dipanggil" in wall.inner_text("main")

    # The next one is called by keyboard alone.
    rina.goto("/kerja/loket")
    inspector.look(rina, "counter with a queue")
    assert walk(rina) == []
    window = rina.get_by_label("Anda di loket ke berapa?")
    window.focus()
    rina.keyboard.press("Control+A")
    rina.keyboard.type("3")
    rina.keyboard.press("Tab")
    rina.keyboard.press("Enter")
    rina.wait_for_url("**dipanggil=*")
    assert f"Nomor {first} dipanggil ke loket 3." in rina.inner_text("main")
    inspector.look(rina, "called")
    # Without a script and without a hand the screen shows it.
    wall.wait_for_selector(f"text={first}", timeout=20_000)
    assert "Silakan ke loket 3" in wall.inner_text("main")
    assert wall.evaluate("document.documentElement.scrollHeight") > 0
    assert "Rina" not in wall.content() and "Siti" not in wall.content()

    press(rina, "Panggil berikutnya")
    assert f"Nomor {second} dipanggil ke loket 3." in rina.inner_text("main")
    assert not rina.get_by_role("button", name="Panggil berikutnya").count(), "nobody waits"
    rina.get_by_text("Panggil lagi, atau nomor yang terlewat").click()
    rina.get_by_label("Nomor antrean").fill(str(int(first)))
    press(rina, "Panggil nomor ini")
    assert f"Nomor {first} dipanggil ke loket 3." in rina.inner_text("main")
    rina.get_by_text("Panggil lagi, atau nomor yang terlewat").click()
    rina.get_by_label("Nomor antrean").fill("900")
    press(rina, "Panggil nomor ini")
    assert "belum diberikan hari ini" in rina.inner_text("main")
    inspector.look(rina, "a number that was not given")
    assert not inspector.faults, inspector.faults

    phone = visitors()
    phone.goto("/unit/kel-pasar-ii")
    phone.get_by_role("link", name="Antrean Kelurahan Pasar II").click()
    assert first in phone.inner_text(".panel") and "0 orang menunggu" in phone.inner_text("main")
    inspector.look(phone, "queue on a phone")
    assert walk(phone) == []
    phone.goto("/unit/kel-pasar-ii/antrean?layar=1")
    inspector.look(phone, "screen of the waiting room")
    assert not _but_the_refresh(inspector), inspector.faults
