"""Every page of the journey: no fault for axe, no sideways scroll, light enough for a weak signal."""

import re
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe

from checks import bears_large_and_spaced_text, small_targets, walk
from papers import DISGUISED, JPEG, PDF, code_on, drawn
from people import (
    PENELITIAN, WARUNG, ask_for_more, digits, do, fill_screen, fill_until, open_case, press, send,
    send_on, start,
)

RULES = {"runOnly": {"type": "tag", "values": [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}

#: The dark page is the same document: only what depends on colours can differ.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

#: Uncompressed bytes; what travels is smaller still.
PUBLIC_HTML, WORK_HTML, STYLE, SCRIPT = 14_000, 30_000, 24_000, 10_000

#: A leader's page holds a map and every part of the regency.
LEADER_HTML = 45_000


class Inspector:
    """Looks at each page as it comes by, and says at the end what was wrong."""

    def __init__(self):
        self.axe, self.faults, self.seen = Axe(), [], set()
        self.help = None

    def look(self, page, name):
        self.seen.add(name)
        was = page.viewport_size
        for scheme, rules in (("light", RULES), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme)
            for violation in self.axe.run(page, options=rules).response["violations"]:
                for node in violation["nodes"]:
                    self.faults.append((name, scheme, violation["id"], node["html"][:160]))
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 320, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 320:
            self.faults.append((name, "scrolls sideways", wide, widest(page)))
        self.faults += [(name, *fault) for fault in bears_large_and_spaced_text(page)]
        page.set_viewport_size(was)
        # A desk has a mouse: there the least of WCAG is enough.
        for target in small_targets(page, 44 if was["width"] < 700 else 24):
            self.faults.append((name, "small target", target))
        self.weigh(page, name)
        self.compare(page, name)

    def weigh(self, page, name):
        most = WORK_HTML if re.search("/kelola|/kerja/", page.url) else PUBLIC_HTML
        most = LEADER_HTML if re.search("/pimpinan", page.url) else most
        weight = len(page.content().encode())
        if weight > most:
            self.faults.append((name, "html", weight, f"at most {most}"))

    def compare(self, page, name):
        """One heading of the first rank, the help row first in the footer, own things only."""
        headings = page.locator("h1").count()
        if headings != 1:
            self.faults.append((name, "headings", headings, "one h1"))
        row = page.evaluate("[...document.querySelectorAll('footer nav a')]"
            ".map(a => a.pathname.replace(/^\\/en/, ''))")
        self.help = self.help or row
        if row != self.help:
            self.faults.append((name, "the help row moved", row))
        strange = page.evaluate(
            "performance.getEntriesByType('resource').map(r => r.name)"
            ".filter(n => !n.startsWith(location.origin))")
        if strange:
            self.faults.append((name, "others' things", len(strange), strange[0]))

    def has_nothing_to_say(self):
        assert not self.faults, "\n" + "\n".join(map(str, self.faults))


def widest(page):
    return page.evaluate(
        "[...document.querySelectorAll('body *')]"
        ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
        ".map(e => e.tagName + '.' + e.className).slice(0, 5).join(' ')")


@pytest.fixture
def inspector():
    return Inspector()


def test_the_inspector_finds_what_is_wrong_with_a_bad_page(phone, inspector):
    """A check that never finds anything would pass everywhere."""
    phone.set_content(
        "<img src=x><p style='color:#ccc;background:#fff;width:900px'>pucat</p>"
        "<p style='height:1em;overflow:hidden'>Kalimat yang panjang sekali tidak muat di sini.</p>"
        "<input><button style='width:10px;height:10px'></button>"
        "<a href='#a' style='outline:0'>tidak tampak</a>"
        "<div style='position:fixed;top:0;left:0;right:0;height:400px;background:#eee'></div>"
        "<button tabindex=-1>tidak tercapai</button>")
    inspector.look(phone, "bad page")
    found = {fault[2] for fault in inspector.faults} | {fault[1] for fault in inspector.faults}
    assert {"color-contrast", "label", "image-alt", "button-name", "document-title",
            "html-has-lang", "landmark-one-main", "region", "scrolls sideways", "spaced", "large",
            "small target"} <= found
    assert any(fault[1] == "large" and fault[2].startswith("cut P") for fault in inspector.faults)
    kinds = {kind for kind, _ in walk(phone)}
    assert {"focus cannot be seen", "focus is covered", "not reached"} <= kinds


def test_every_kind_of_page_can_be_walked_with_the_keyboard(phone, desk):
    """Each control is reached, shows its focus, and nothing lies over it; on a phone, on a desk."""
    shown = send(phone)
    rina = desk("rina")
    faults = []
    for page, addresses in (
        (phone, ("/", "/layanan/surat-keterangan-usaha", "/lacak?nomor=123", "/selesai",
                 f"/lacak/{digits(shown)}", "/permohonan", "/petugas/masuk", "/tidak-ada")),
        (rina, ("/kerja/kotak", f"/kerja/perkara/{digits(shown)}",
                f"/kerja/perkara/{digits(shown)}/kembali")),
    ):
        for address in addresses:
            page.goto(address)
            faults += [(address, *fault) for fault in walk(page)]
    start(phone)
    fill_until(phone, "/periksa", on_screen=lambda page: faults.extend(
        (page.url.rsplit("/", 1)[1], *fault) for fault in walk(page)))
    assert not faults, "\n" + "\n".join(map(str, faults))


def test_every_public_page_holds_before_a_form_is_begun(phone, inspector):
    """Front page, lists, a service, empty searches, numbers that lead nowhere, not found."""
    pages = {
        "home": "/", "home in English": "/en", "services": "/layanan",
        "found": "/cari?q=usaha", "nothing found": "/cari?q=zebra",
        "service": "/layanan/surat-keterangan-usaha",
        "service for paper": "/layanan/surat-keterangan-usaha?cetak=1",
        "track": "/lacak", "wrong number": "/lacak?nomor=123",
        "unknown number": "/lacak?nomor=482910375527", "resume": "/lanjut",
        "help": "/bantuan", "complaints": "/pengaduan", "privacy": "/privasi",
        "accessibility": "/aksesibilitas", "offices": "/unit", "theme": "/tema",
        "not found": "/tidak-ada", "sign in": "/petugas/masuk", "no draft": "/isi/" + "0" * 32,
    }
    for name, address in pages.items():
        phone.goto(address)
        inspector.look(phone, name)
    press_on_resume(phone)
    inspector.look(phone, "wrong code")
    phone.goto("/petugas/masuk")
    press(phone, "Masuk")
    inspector.look(phone, "wrong password")
    inspector.has_nothing_to_say()


def press_on_resume(page):
    page.goto("/lanjut")
    page.fill("[name=kode]", "XXXX-XXXX")
    send_on(page)


def test_every_screen_of_a_form_holds_empty_and_with_errors(phone, inspector):
    """All controls there are: texts, choices, villages found and not found, an area, photos."""
    coffee = {
        **WARUNG, "jenis_usaha": "kopi", "luas_kebun": "5,5", "status_tempat": "sewa",
        "batas_kebun-sudut": "-4,20 103,50\n-4,20 103,51\n-4,21 103,51\n-4,21 103,50",
        "surat_rt": PDF,
    }

    def look(page):
        address, name = page.url, page.url.rsplit("/", 1)[1]
        inspector.look(page, name + " filled in")
        page.goto(address)
        inspector.look(page, name)
        photo = page.locator("[type=file]:not([name$=-berkas])")
        if photo.count():
            photo.set_input_files(DISGUISED)
        if page.locator("[name=desa_usaha-cari]").count():
            page.fill("[name=desa_usaha-cari]", "zzzz")
        send_on(page)
        if page.url.endswith(name):
            inspector.look(page, name + " with errors")
        else:
            page.goto(address)
        fill_screen(page, coffee)

    start(phone)
    fill_until(phone, "/periksa", coffee, look)
    inspector.look(phone, "check")
    send_on(phone)
    inspector.look(phone, "check without consent")
    phone.goto(f"/isi/{re.search('[0-9a-f]{32}', phone.url)[0]}/simpan")
    inspector.look(phone, "before the code of the draft")
    send_on(phone)
    inspector.look(phone, "code of the draft")
    phone.goto("/")
    inspector.look(phone, "home with a draft")
    assert len(inspector.seen) > 24
    inspector.has_nothing_to_say()


def test_every_page_after_sending_holds_for_citizen_and_officials(
    phone, desk, inspector, tmp_path
):
    """Receipt, tracking, completing, inbox, case, actions, letter, check page."""
    shown = send(phone)
    number = digits(shown)
    for name, address in {"sent": "/selesai", "track one": f"/lacak/{number}",
                          "request": "/permohonan", "withdraw": "/permohonan/tarik"}.items():
        phone.goto(address)
        inspector.look(phone, name)
    link = re.search(r"/t/\w+", unquote(phone.goto("/selesai").text()))[0]
    phone.goto(link)
    inspector.look(phone, "link of the receipt")
    rina, rahayu = desk("rina"), desk("rahayu")
    for view in ("saya", "unit", "lewat", "menunggu-warga", "selesai"):
        rina.goto(f"/kerja/kotak?tampilan={view}")
        inspector.look(rina, f"inbox {view}")
    rina.goto("/kerja/kotak?cari=zebra")
    inspector.look(rina, "inbox nothing found")
    for action in ("", "/kembali", "/tolak", "/lengkap", "/pendapat", "/catatan", "/tampilkan"):
        rina.goto(f"/kerja/perkara/{number}{action}")
        inspector.look(rina, f"case {action}")
    for action in ("/kembali", "/tolak", "/catatan"):
        rina.goto(f"/kerja/perkara/{number}{action}")
        send_on(rina)
        inspector.look(rina, f"case {action} with errors")
    rina.goto(f"/kerja/perkara/{number}/tampilkan")
    send_on(rina)
    inspector.look(rina, "the NIK")
    _look_at_a_clash(rina, desk("rina"), shown, inspector)
    rina.goto("/keluar")
    inspector.look(rina, "sign out")
    ask_for_more(rina, shown)
    inspector.look(rina, "case waiting")
    _look_at_completing(phone, number, inspector)
    do(rina, shown, "Berkas lengkap")
    do(rahayu, shown, "Tanda tangani dan terbitkan")
    inspector.look(rahayu, "case signing")
    letter = rahayu.get_by_role("link", name="Cetak").first.get_attribute("href")
    check = code_on(drawn(rahayu.request.get(letter).body(), tmp_path))
    phone.goto(check)
    inspector.look(phone, "letter waiting")
    for action in ("pindaian", "batal-surat"):
        rahayu.goto(f"/kerja/perkara/{number}/{action}")
        inspector.look(rahayu, action)
    rahayu.goto(f"/kerja/perkara/{number}/pindaian")
    send_on(rahayu)
    inspector.look(rahayu, "no scan")
    rahayu.set_input_files("[name=pindaian]", JPEG)
    send_on(rahayu)
    inspector.look(rahayu, "case ended")
    phone.reload()
    inspector.look(phone, "letter signed")
    for name, address in {"request ended": "/permohonan", "track ended": f"/lacak/{number}"}.items():
        phone.goto(address)
        inspector.look(phone, name)
    inspector.has_nothing_to_say()


def _look_at_a_clash(desk, other, shown, inspector):
    """Two tabs of one official: the note in the second meets what the first has done."""
    desk.goto(f"/kerja/perkara/{digits(shown)}/catatan")
    open_case(other, shown)
    press(other, "Ambil")
    desk.fill("[name=catatan]", "Alamatnya dicek ke RT.")
    desk.check("[name=pembaca][value=petugas]")
    send_on(desk)
    assert "Alamatnya dicek ke RT." in desk.inner_text("main")
    inspector.look(desk, "somebody was faster")


def _look_at_completing(phone, number, inspector):
    phone.goto(f"/lacak/{number}")
    inspector.look(phone, "track waiting")
    phone.fill("[name=hp]", "9999")
    send_on(phone)
    inspector.look(phone, "wrong digits")
    phone.goto("/permohonan")
    inspector.look(phone, "request waiting")
    phone.goto("/permohonan/lengkapi")
    inspector.look(phone, "complete all")
    phone.goto(f"/lacak/{number}")
    phone.fill("[name=hp]", "0001")
    send_on(phone)
    inspector.look(phone, "complete")
    send_on(phone)
    inspector.look(phone, "complete with errors")
    phone.set_input_files("[name=foto_ktp]", JPEG)
    send_on(phone)


def test_what_comes_with_a_page_is_light(phone):
    """Few requests, small, nothing from elsewhere, and all of it kept for the next page."""
    phone.goto("/")
    came = phone.evaluate(
        "performance.getEntriesByType('resource').map(r => [r.name, r.decodedBodySize])")
    assert len(came) + 1 <= 5
    for name, size in came:
        assert size <= (SCRIPT if name.endswith(".js") else STYLE), (name, size)
        kept = phone.request.get(name).headers["cache-control"]
        assert "immutable" in kept


def test_no_link_of_a_page_leads_nowhere(phone, desk):
    """Every link of our own on the main pages opens a page."""
    shown = send(phone)
    lina = desk("rina")
    open_case(lina, shown)
    tried = {}
    for page, addresses in (
        (phone, ("/", "/layanan/surat-keterangan-usaha", "/selesai", "/permohonan", "/en")),
        (lina, (f"/kerja/perkara/{digits(shown)}", "/kerja/kotak")),
    ):
        for address in addresses:
            page.goto(address)
            for link in page.locator("a[href^='/']").evaluate_all(
                "links => links.map(a => a.getAttribute('href').split('#')[0])"):
                if link not in tried:
                    tried[link] = page.request.get(link).status
    assert {link: status for link, status in tried.items() if status >= 400} == {}


def test_a_draft_goes_on_elsewhere_with_its_code(phone, visitors):
    """The code shown on one phone opens the answers on another, and the first keeps nothing."""
    start(phone)
    fill_screen(phone, WARUNG)
    send_on(phone)
    phone.click("text=Simpan dan lanjutkan nanti")
    send_on(phone)
    code = phone.inner_text(".nomor").strip()
    other = visitors()
    other.goto("/lanjut")
    other.fill("[name=kode]", code.lower())
    send_on(other)
    fill_until(other, "/periksa")
    assert WARUNG["nama"] in other.inner_text("main")


def test_a_research_team_grows_and_shrinks(phone, inspector):
    """A repeated group: two members are added, one is taken out, the other stays."""

    def with_members(page):
        if not page.locator("[name=anggota-tambah]").count():
            return
        inspector.look(page, "no members")
        page.click("[name=anggota-tambah]")
        page.locator("fieldset.satu [type=text]").nth(0).fill("Budi Santoso")
        page.locator("fieldset.satu [type=text]").nth(1).fill("Pencatat")
        page.click("[name=anggota-tambah]")
        assert page.locator("fieldset.satu [type=text]").nth(0).input_value() == "Budi Santoso"
        inspector.look(page, "two members")
        page.locator("fieldset.satu [type=text]").nth(3).fill("Pengukur")
        send_on(page)
        assert page.title().startswith("Perlu diperbaiki:")
        inspector.look(page, "a member without a name")
        page.locator("[name=anggota-hapus]").nth(1).click()
        assert page.locator("fieldset.satu").count() == 1

    start(phone, "surat-keterangan-penelitian")
    fill_until(phone, "/periksa", PENELITIAN, with_members)
    checked = phone.inner_text("main")
    assert "Budi Santoso" in checked and "Pengukur" not in checked
    assert "62" in checked, "the days are worked out"
    phone.check("[name=benar]")
    press(phone, "Kirim permohonan")
    inspector.look(phone, "sent")
    inspector.has_nothing_to_say()
