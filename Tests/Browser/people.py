"""What people do on the pages: a citizen who fills in a form, an official who works on a case."""

import re
import time
from dataclasses import dataclass

from papers import JPEG, PDF

#: An invented person with a warung; the NIK is synthetic.
WARUNG = {
    "nama": "Siti Aminah",
    "nik": "1603 0845 0590 0001",
    "hp": "0812-0000-0001",
    "kabar": "wa",
    "nama_usaha": "Warung Mekar",
    "jenis_usaha": "warung",
    "sejak": "2019",
    "nib": "",
    "desa_usaha": "Pasar II",
    "alamat_usaha": "Dusun II RT 3, seberang musala",
    "status_tempat": "sendiri",
    "foto_ktp": JPEG,
    "foto_usaha": JPEG,
    "keperluan": "pinjaman",
}

PENELITIAN = {
    "nama": "Ahmad Fauzi",
    "nik": "1203041708850002",
    "hp": "081200000002",
    "kabar": "wa",
    "lembaga": "Universitas Contoh",
    "jenjang": "skripsi",
    "surel": "ahmad@contoh.id",
    "judul": "Pengeringan kopi di dataran tinggi",
    "bidang": ["pertanian", "lingkungan"],
    "lokasi": "Penindaian",
    "mulai": (1, 12, 2026),
    "akhir": (31, 1, 2027),
    "responden": "ya",
    "jumlah_responden": "20",
    "pengantar": PDF,
    "proposal": PDF,
}

CONTINUE = "main form:not([role=search]) button.tombol:not([name]):not([type=button])"


def press(page, words):
    page.get_by_role("button", name=words, exact=True).click()


def until(what, seconds=90):
    """Waits for something to be so, while no page has to go on; what it was. A claim lasts a minute,
    and so does the first wait of a message."""
    end = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < end, f"it did not come in {seconds} s"
        time.sleep(0.2)
    return found


def comes_true(page, asked, arg=None, seconds=60):
    """Waits until a question to the page that takes its time (a promise) is answered with `true`:
    `wait_for_function` takes the promise itself for a yes."""
    end = time.monotonic() + seconds
    while not page.evaluate(asked, arg):
        assert time.monotonic() < end, f"this did not come true in {seconds} s: {asked}"
        page.wait_for_timeout(50)


def send_now(page):
    """Asks the phone to send, unless it did so by itself, which takes the button away."""
    page.evaluate("""() => [...document.querySelectorAll('button')]
        .filter(b => b.textContent === 'Coba kirim sekarang').forEach(b => b.click())""")


def start(page, service="surat-keterangan-usaha"):
    page.goto(f"/layanan/{service}")
    press(page, "Mulai permohonan")


def send_on(page):
    """Presses the one button of a screen."""
    page.locator(CONTINUE).first.click()


def answer(page, name, value):
    """Answers a question in the way its control asks for; False where it is not asked here."""
    form = "main form"
    if isinstance(value, tuple):
        if not page.locator(f"{form} [name={name}-tanggal]").count():
            return False
        for part, number in zip(("tanggal", "bulan", "tahun"), value):
            page.fill(f"[name={name}-{part}]", str(number))
        return True
    if page.locator(f"{form} [name={name}-cari]").count():
        page.fill(f"[name={name}-cari]", value)
        page.click(f"[name={name}-tombol]")
        page.locator(f"input[type=radio][name={name}]").first.check()
        return True
    here = page.locator(f"{form} [name={name}]")
    if not here.count():
        return False
    kind = here.first.get_attribute("type")
    if isinstance(value, dict):
        here.set_input_files(value)
    elif kind in ("radio", "checkbox"):
        for one in value if isinstance(value, list) else [value]:
            page.locator(f"{form} [name={name}][value={one}]").check()
    else:
        # What can be typed instead of walked lies in a fold.
        here.evaluate("e => { const fold = e.closest('details'); if (fold) fold.open = true }")
        here.fill(value)
    return True


def fill_screen(page, answers):
    for name, value in answers.items():
        answer(page, name, value)


def fill_until(page, end, answers=WARUNG, on_screen=None):
    """Goes through the screens until the address ends so; `on_screen` sees each one filled in."""
    seen = []
    while not page.url.split("?")[0].endswith(end):
        # A click ends when the next address is known: its questions may still be on the way.
        page.wait_for_load_state("domcontentloaded")
        assert page.url not in seen, f"the screen {page.url} came again: {page.inner_text('main')}"
        seen.append(page.url)
        fill_screen(page, answers)
        if on_screen:
            on_screen(page)
        send_on(page)
    return seen


def send(page, answers=WARUNG):
    """Fills in everything, consents and sends; the number."""
    start(page)
    fill_until(page, "/periksa", answers)
    page.check("[name=benar]")
    press(page, "Kirim permohonan")
    return number(page)


def number(page):
    return re.search(r"\d{4}-\d{4}-\d{4}", page.inner_text("main"))[0]


def digits(shown):
    return shown.replace("-", "")


@dataclass
class Official:
    """One of the sample officials."""

    name: str
    password: str
    full_name: str

    @staticmethod
    def read(file):
        lines = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
        found = [Official(*line[:3]) for line in lines if not line[0].startswith("#")]
        return {official.name: official for official in found}

    def sign_in(self, page):
        page.goto("/petugas/masuk")
        page.fill("[name=nama]", self.name)
        page.fill("[name=sandi]", self.password)
        press(page, "Masuk")


def open_case(page, shown):
    page.goto(f"/kerja/perkara/{digits(shown)}")


def ask_for_more(page, shown, note="Foto KTP buram. Kirim ulang."):
    open_case(page, shown)
    page.click("text=Minta lengkapi")
    page.fill("[name=catatan-warga]", note)
    send_on(page)


def do(page, shown, action):
    """Carries out an action that needs nothing but its button."""
    open_case(page, shown)
    page.locator("section.langkah-kini").get_by_role("link", name=action, exact=True).click()
    send_on(page)
