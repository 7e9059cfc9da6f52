"""Every role asks for every page, with objects of its own and of others; nothing leaks.

The matrix that comes of it is `docs/reference/rights.md`. `RECORD=1` writes it anew; a difference
is a right given or taken, and has to be meant.
"""

import os
import re
from dataclasses import dataclass, field

import pytest

from asking import Visitor
from conftest import ROOT, new_site, said
from papers import text_of
from people import PENELITIAN, WARUNG, digits, fill_until, number, open_case, press, start

GOES_FIRST = True

MATRIX = ROOT / "docs/reference/rights.md"

#: Addresses that end what the role is about to do, that no person asks for, or that count tries
#: (those of the four digits have tests of their own).
LEFT_OUT = {
    "GET /keluar", "POST /keluar", "GET /aset/{nama}", "POST /petugas/masuk", "POST /lacak/{nomor}",
}

#: Where officials work; elsewhere nobody is known by a post, so one official stands for all.
AT_WORK = ("/kerja", "/pimpinan", "/kelola", "/bantu")

#: Lists are asked with what narrows them, too.
ALSO = {
    "/kerja/kotak": ["?tampilan=unit", "?tampilan=selesai", "?tampilan=lewat", "?cari=Kenari",
                     "?tampilan=unit&layanan=surat-keterangan-usaha&petugas=belum"],
    "/kerja/kotak.csv": ["?tampilan=unit", "?tampilan=unit&catatan=1"],
    "/cari": ["?q=Kenari"],
    "/kerja/loket": ["?cari=Kenari", "?cari=1603084505900012"],
    "/kerja/loket/baru": ["?layanan=surat-keterangan-usaha"],
}


@dataclass
class Case:
    """A request of an invented person whose name, NIK and phone stand nowhere else."""

    service: str
    answers: dict
    #: Officials whose posts are in the units that work on it.
    officials: set
    number: str = ""
    filled: dict = field(default_factory=dict)

    @property
    def secrets(self):
        nik, phone = self.answers["nik"], self.answers["hp"]
        plain = [re.sub(r"\D", "", text) for text in (nik, phone)]
        return [self.answers["nama"], nik, phone, *plain]


CASES = [
    Case("surat-keterangan-usaha", WARUNG | {
        "nama": "Kenari Lurahan", "nik": "1603 0845 0590 0011", "hp": "0812-0000-7001",
    }, {"rina", "hendra", "rahayu"}),
    Case("surat-keterangan-usaha", WARUNG | {
        "nama": "Kenari Desawi", "nik": "1603 0845 0590 0012", "hp": "0812-0000-7002",
        "desa_usaha": "Penindaian",
    }, {"yanto", "amir"}),
    Case("surat-keterangan-penelitian", PENELITIAN | {
        "nama": "Kenari Badani", "nik": "1203041708850013", "hp": "081200007003",
    }, {"lina", "bambang"}),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A regency of its own: what other tests changed would change the matrix."""
    yield from new_site(tmp_path_factory.mktemp("hak") / "contoh")


@pytest.fixture(scope="module")
def addresses(site):
    """What the program says that it answers, less what is left out."""
    lines = said("addresses", str(site.folder)).splitlines()
    return [line for line in lines if line not in LEFT_OUT]


@pytest.fixture
def cases(visitors, desk):
    """One request in each of three offices, and one form that was begun and not sent."""
    for case in CASES:
        phone = visitors()
        start(phone, case.service)
        fill_until(phone, "/periksa", case.answers)
        case.filled["draf"] = [re.search(r"/isi/([^/]+)/", phone.url)[1]]
        phone.check("[name=benar]")
        press(phone, "Kirim permohonan")
        case.number = number(phone)
        case.filled["nomor"] = [digits(case.number)]
        page = desk(min(case.officials))
        open_case(page, case.number)
        here = f"/kerja/perkara/{digits(case.number)}/"
        inside = set(re.findall(re.escape(here) + r"([\w./-]+)", page.content()))
        case.filled["berkas"] = [one[7:] for one in inside if one.startswith("berkas/")][:1]
        case.filled["tindakan"] = sorted(one for one in inside if "/" not in one and "." not in one)
    phone = visitors()
    start(phone, CASES[0].service)
    fill_until(phone, "/periksa", CASES[0].answers)
    CASES[0].filled["draf"].append(re.search(r"/isi/([^/]+)/", phone.url)[1])
    return CASES


#: What stands in an address and belongs to no case.
ELSEWHERE = {
    "layanan": ["surat-keterangan-usaha"],
    "unit": ["kel-pasar-ii"],
    "kode": ["AAAAAAAAAAAAAAAAAAAAAA"],
    "token": ["AAAAAAAAAAAAAAAAAAAAAA"],
    "langkah": ["periksa", "nama"],
    "kunci": ["0" * 64],
    "bulan": ["2026-11"],
    "wilayah": ["16.03.02"],
    "kode_wilayah": ["16.03.02"],
    "ukuran": ["1", "0"],
    "kumpulan": ["layanan.csv", "kantor.json", "kinerja.csv", "pegawai.csv"],
    "judul": ["tidak-ada"],
    "berita": ["0" * 32],
    "gambar": ["0" * 64 + ".jpg"],
    "topik": ["usaha", "tidak-ada"],
    "hasil": ["0" * 32],
    "tampilan": ["0" * 32],
    "petugas": ["00000000000000000000000000000001"],
    "impor": ["00000000000000000000000000000001"],
    "mutasi": ["00000000000000000000000000000001"],
    "daftar": ["00000000000000000000000000000001"],
    "ruang": ["16.03"],
    "penerbit": ["16.03"],
    "register": ["petani", "pembeli", "tidak-ada"],
    "catatan": ["0" * 32],
    "kebun": ["0" * 32],
    "petani": ["0" * 32],
    "izin": ["0" * 32],
    "usaha": ["koperasi-contoh", "tidak-ada"],
    "pernyataan": ["0" * 32],
    "kertas": ["kebun.geojson"],
    "sertifikat": ["0" * 32],
    "entri": ["0" * 32],
    "draf": ["0" * 32],
    "nama": ["umkm", "kopi"],
    "versi": ["1.0.0"],
    "triwulan": ["2026-t3"],
    "nomor": ["1"],
    "rencana": ["00000000000000000000000000000001"],
    "warga": ["0" * 32],
    "cetakan": ["0" * 32],
    "antrean": ["0" * 32],
    "permintaan": ["0" * 32],
    "perkara": ["0" * 32],
    "bentuk": ["json", "cetak"],
    "kebocoran": ["0" * 32],
    "usulan": ["0" * 32],
    "asal": ["0" * 32],
    "kerjasama": ["0" * 32],
    "kunjungan": ["0" * 32],
    "naskah": ["surat-penawaran"],
    "mitra": ["12.03"],
    "sidik": ["0" * 64],
    "sampai": ["2026-11-30"],
    "tanda": ["0" * 32],
    "beda": ["1.0.0...1.1.0"],
    "unduhan": ["0" * 32],
}


def filled(template, case):
    """The addresses that a template stands for with the objects of a case."""
    ways = [template]
    for name in re.findall(r"\{(\w+)\}", template):
        values = case.filled.get(name, ELSEWHERE.get(name))
        assert values is not None, f"say in this file what {{{name}}} of {template} may be"
        ways = [way.replace("{" + name + "}", value, 1) for way in ways for value in values]
    return ways


def outcome(answer):
    """In one word, what a visitor came to."""
    to = answer.headers.get("location", "")
    if answer.status in (302, 303):
        return "masuk" if "/petugas/masuk" in to else "alih"
    return {200: "buka", 401: "tolak", 403: "tolak", 404: "–", 410: "–"}.get(
        answer.status, str(answer.status)
    )


def seen(answer):
    """The words of an answer, of a paper too."""
    kind = answer.headers.get("content-type", "")
    if "pdf" in kind:
        return text_of(answer.body())
    return answer.text() if "text" in kind or "json" in kind else ""


def leaks(answer, address, role, cases):
    """What the answer tells of requests that this role may not see."""
    text = seen(answer)
    told = []
    for case in cases:
        if role in case.officials:
            continue
        told += [secret for secret in case.secrets if secret in text]
        asked = digits(case.number) in address
        if not asked and (case.number in text or digits(case.number) in text):
            told.append(case.number)
    return told


def ask(visitor, method, address, token):
    if method == "GET":
        return visitor.get(address)
    return visitor.post(address, {"kunci": token})


def token_of(visitor):
    """What lets a visitor send a form."""
    found = re.search(r'name="kunci" value="([^"]+)"', visitor.get("/petugas/masuk").text())
    assert found, "no form with a token on the way in"
    return found[1]


def test_nobody_sees_or_changes_what_is_of_others(site, visitors, desk, addresses, cases):
    """Pages, lists, counts, searches, files and sendings, by everyone who can come."""
    roles = ["warga lain", *site.officials]
    told, broken, rows, opened = [], [], {}, set()
    for role in roles:
        visitor = Visitor(site.base, visitors() if role == "warga lain" else desk(role))
        token = token_of(visitor)
        for line in addresses:
            method, template = line.split(" ", 1)
            if not template.startswith(AT_WORK) and role not in roles[:2]:
                continue
            cell = {"own": set(), "foreign": set()}
            for case in cases if "{" in template else cases[:1]:
                own = role in case.officials
                if method == "POST" and (own or "{" not in template):
                    continue
                for address in filled(template, case):
                    for query in ["", *ALSO.get(template, [])]:
                        answer = ask(visitor, method, address + query, token)
                        cell["own" if own else "foreign"].add(outcome(answer))
                        if own and case.answers["nama"] in seen(answer):
                            opened.add(case.number)
                        told += [(role, line, query, what)
                                 for what in leaks(answer, address, role, cases)
                                 if what not in query]
                        if answer.status >= 500:
                            broken.append((role, line, answer.status))
            rows.setdefault(line, []).append(cell)
    assert opened == {case.number for case in cases}, "whoever may see a request finds it"
    assert not told
    assert not broken
    hold(written(roles, rows))


def written(roles, rows):
    """The matrix as a page of the documentation."""
    def words(cell):
        own, foreign = ("/".join(sorted(cell[side])) for side in ("own", "foreign"))
        return f"{own} · {foreign}" if own and foreign and own != foreign else own or foreign

    lines = [
        "# Who may open what",
        "",
        "Made by `Tests/Browser/test_rights.py`, which asks for every address that `serasan"
        " addresses` names, as every role of the sample regency, with requests of its own office"
        " and of others. `buka`: opens; `masuk`: is led to the log-in; `tolak`: is refused; `–`:"
        " is told that there is no such page; `alih`: is led elsewhere. Where own and foreign"
        " differ: own · foreign. A sending (POST) is tried on what is foreign only.",
        "",
        "| Address | " + " | ".join(roles) + " |",
        "|---|" + "---|" * len(roles),
    ]
    public = [line for line in rows if not line.split(" ")[1].startswith(AT_WORK)]
    for line, cells in rows.items():
        if line not in public and any(words(cell) for cell in cells):
            lines.append(f"| `{line}` | " + " | ".join(words(cell) for cell in cells) + " |")
    lines += ["", "Everywhere else a post makes no difference:", "", "| Address | everyone |",
              "|---|---|"]
    for line in public:
        said_to_all = sorted({words(cell) for cell in rows[line]} - {""})
        if said_to_all:
            lines.append(f"| `{line}` | {' or '.join(said_to_all)} |")
    return "\n".join(lines) + "\n"


def hold(text):
    if os.environ.get("RECORD"):
        MATRIX.write_text(text, encoding="utf-8")
    assert MATRIX.read_text(encoding="utf-8") == text, "docs/reference/rights.md: RECORD=1 and look"
