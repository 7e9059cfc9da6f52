"""What was erased is in no byte that a real server leaves: database, journal, files, logs, backups.

Words of one invented person go everywhere that words can go. None of them ever lies anywhere in the
clear; and of what was sealed of them neither key nor sealed bytes are left once it is erased."""

import json
import re
import sqlite3
import subprocess
import time

import pytest

from conftest import _binary, _surroundings, new_site, run, said
from papers import TINY_JPEG, file
from people import WARUNG, digits, do, open_case, press, send, send_on

# It reads the file of the database itself.
ENGINE = "sqlite"

OLD_NAME = "Zqkanarwati Burungwarna"
NEW_NAME = "Zqkenarwati Burungwarna"
NIK = "1603084505900977"
PHONE = "081200000977"

#: A comment inside a photo: the bytes of a file that somebody sent.
PHOTO_WORD = "ZQBERKASKANARI"
PHOTO = TINY_JPEG[:2] + b"\xff\xfe" + (len(PHOTO_WORD) + 2).to_bytes(2, "big") \
    + PHOTO_WORD.encode() + TINY_JPEG[2:]

CANARIES = [
    "Zqkanarwati", "Zqkenarwati", "Burungwarna", NIK, PHONE, "0812-0000-0977", "Zqmelati",
    "Zqkenanga", PHOTO_WORD, "Zqcatatan", "Zqsaran", "Zqbocor", "Zqalasan", "Zqpengantar",
]

PERSON = {
    **WARUNG, "nama": OLD_NAME, "nik": NIK, "hp": PHONE, "nama_usaha": "Warung Zqmelati",
    "alamat_usaha": "Dusun Zqkenanga RT 3", "foto_ktp": file("ktp.jpg", "image/jpeg", PHOTO),
    "foto_usaha": file("usaha.jpg", "image/jpeg", PHOTO),
}


@pytest.fixture
def site(tmp_path):
    """A server of its own: what others do meanwhile must not lie in its files."""
    yield from new_site(tmp_path / "kab")


def _everything(folder):
    """Every byte that lies below a folder, by file; what goes away meanwhile has gone."""
    found = {}
    for path in folder.rglob("*"):
        try:
            if path.is_file():
                found[str(path.relative_to(folder))] = path.read_bytes()
        except FileNotFoundError:
            continue
    assert found
    return found


def _where(words, everything):
    """In which files a word lies, as UTF-8 or as UTF-16."""
    return sorted(
        f"{word} in {name}" for word in words for name, content in everything.items()
        if word.encode() in content or word.encode("utf-16-le") in content
    )


def _record(folder):
    return sqlite3.connect(f"file:{folder}/data/catatan.sqlite?mode=ro", uri=True, timeout=30)


#: What is sealed or hidden of a person, and the column that says so.
SEALED = [
    ("keyring", "wrapped"), ("payloads", "sealed"), ("cases", "name"), ("records", "content"),
    ("case_search_kept", "tokens"),
]


def _sealed(folder):
    """The first bytes of all that is sealed now: enough to know each by."""
    found = set()
    with _record(folder) as record:
        for table, column in SEALED:
            rows = record.execute(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL")
            found |= {(table, bytes(value)[:24]) for (value,) in rows}
    record.close()
    return found


def _files(folder):
    """The sealed files as they lie on the disk."""
    return {path.name: path.read_bytes()[:64] for path in (folder / "data").rglob("*")
            if path.is_file() and re.fullmatch(r"[0-9a-f]{32}", path.name)}


def _request(nurul, asks, by=NIK):
    nurul.goto("/kelola/data-pribadi/baru")
    nurul.check(f"[name=minta][value={asks}]")
    nurul.fill("[name=nama]", NEW_NAME)
    nurul.fill("[name=nik]", by)
    nurul.check("[name=cek][value=ktp]")
    nurul.fill("[name=dokumen]", "KTP asli Zqpengantar")
    press(nurul, "Simpan permintaan")
    nurul.locator("[name=perkara]").first.check()
    press(nurul, "Simpan pilihan")
    nurul.check("[name=putusan][value=kabul]")
    nurul.fill("[name=kata]", "Baik, Zqalasan.")
    press(nurul, "Simpan putusan")


def _corrected(nurul):
    _request(nurul, "perbaikan")
    nurul.get_by_role("link", name="Betulkan isian").click()
    nurul.get_by_label("Nama lengkap").check()
    nurul.fill("[name=isi]", NEW_NAME)
    press(nurul, "Simpan pembetulan")


def _worked_on(shown, phone, desk):
    """Notes, a letter, a record of a register, a survey, an export."""
    rina, rahayu = desk("rina"), desk("rahayu")
    open_case(rina, shown)
    rina.fill("[name=catatan]", "Zqcatatan dari loket")
    rina.check("[name=pembaca] >> nth=0")
    rina.locator("form[action$='/catatan'] button").click()
    do(rina, shown, "Berkas lengkap")
    do(rahayu, shown, "Tanda tangani dan terbitkan")
    rahayu.goto(f"/kerja/perkara/{digits(shown)}/pindaian")
    rahayu.set_input_files("[name=pindaian]", file("surat.jpg", "image/jpeg", PHOTO))
    send_on(rahayu)
    phone.goto("/permohonan")
    phone.get_by_role("link", name="Isi survei kepuasan").click()
    for number in range(1, 10):
        phone.locator(f"[name=u{number}][value='4']").check()
    phone.fill("[name=saran]", "Zqsaran: ramah.")
    phone.locator("[name=umur][value='40-49']").check()
    send_on(phone)
    rina.goto("/kerja/kotak/unduh?tampilan=selesai")
    if rina.locator("[name=alasan]").count():
        rina.fill("[name=alasan]", "Zqalasan laporan")
        with rina.expect_download():
            send_on(rina)


def _copied(nurul):
    """A copy of the data leaves the house, and no copy of it stays."""
    _request(nurul, "akses")
    with nurul.expect_download() as kept:
        press(nurul, "Unduh untuk mesin (JSON)")
    copy = json.loads(kept.value.path().read_text(encoding="utf-8"))
    assert NEW_NAME in json.dumps(copy)


def _breached(nurul):
    nurul.goto("/kelola/data-pribadi/kebocoran/baru")
    nurul.fill("[name=data]", "Nama Zqbocor")
    nurul.fill("[name=cara]", "Laptop hilang, Zqbocor.")
    nurul.fill("[name=penanganan]", "Sandi diganti.")
    press(nurul, "Simpan dan mulai hitungan")
    link = nurul.get_by_role("link", name="Surat untuk lembaga (PDF)").get_attribute("href")
    assert nurul.request.get(link).body().startswith(b"%PDF")


def _erased(nurul, tono):
    _request(nurul, "penghapusan")
    tono.goto(nurul.url.split("?")[0])
    press(tono, "Setujui dan hapus data")
    assert "Sudah dihapus" in tono.inner_text("main")


def test_nothing_of_an_erased_person_is_left(site, phone, desk, tmp_path):
    folder = site.folder
    disk = tmp_path / "disk"
    disk.mkdir()
    before = _sealed(folder)
    shown = send(phone, PERSON)
    sent = _sealed(folder) - before
    nurul = desk("nurul")
    _corrected(nurul)
    _worked_on(shown, phone, desk)
    _copied(nurul)
    _breached(nurul)
    time.sleep(3)
    sealed = sent | _sealed(folder)
    kept_files = _files(folder)
    assert len(kept_files) >= 3, "two photos and the scan of a letter"
    run("backup", str(folder), str(disk))

    alive = _everything(folder)
    # The number is no secret: it shows that what lies there would be found.
    assert _where([digits(shown)], alive), "nothing would be found this way"
    assert not _where(CANARIES, {**alive, **_everything(disk)})
    found = [name for name, start in sealed if any(start in content for content in alive.values())]
    assert found, "what is sealed is found as well"

    _erased(nurul, desk("tono"))
    left = _sealed(folder)
    gone = {value for value in sealed if value not in left}
    kinds = {table for table, _ in gone}
    assert kinds == {table for table, _ in SEALED}, f"of each kind something went: {kinds}"
    gone_files = [start for name, start in kept_files.items() if name not in _files(folder)]
    assert len(gone_files) == len(kept_files)
    # The journal is emptied at most once a second.
    time.sleep(1.5)
    _nothing(folder, tmp_path, gone, gone_files)

    site.stop()
    _nothing(folder, tmp_path, gone, gone_files)
    said("ledger", "verify", str(folder))
    _restored(folder, disk, tmp_path, gone, gone_files)


def _nothing(folder, tmp_path, gone, gone_files):
    """In the folder, with its journal, and in what the server wrote about itself."""
    everything = _everything(folder)
    log = tmp_path / "serve.log"
    everything["serve.log"] = log.read_bytes()
    assert not _where(CANARIES, everything)
    left = [
        f"{table} in {name}" for table, start in gone for name, content in everything.items()
        if start in content
    ]
    assert not left, left
    assert not [
        name for start in gone_files for name, content in everything.items() if start in content
    ]


def _restored(folder, disk, tmp_path, gone, gone_files):
    """The backup from before, under the keyring from after: nothing of it can be opened."""
    oldest = min(path.name for path in disk.iterdir() if re.match(r"\d{8}T", path.name))
    time.sleep(1.1)
    run("backup", str(folder), str(disk))
    into = tmp_path / "pulih"
    words = [_binary(), "restore", str(disk), str(into), "--key-from", str(folder), "--at",
             oldest[:16]]
    done = subprocess.run(words, env=_surroundings(), capture_output=True, text=True, input="")
    assert done.returncode == 0, done.stderr
    everything = _everything(into)
    assert not _where(CANARIES, everything)
    keys = [start for table, start in gone if table == "keyring"]
    assert keys and not [
        name for start in keys for name, content in everything.items() if start in content
    ]
    said("ledger", "verify", str(into))
