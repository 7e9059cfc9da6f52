"""Records that officials keep by hand, and records from files: entered, corrected, ended; matched,
checked, brought in, undone."""

import csv
import io
import json
import os
import random
import re
import zipfile

import pytest
import shapefile
from growers import grower
from people import press
from test_everybody_can_use_it import Inspector

SHOTS = os.environ.get("SHOTS")

KOPI = "/kerja/register/16.03/kopi"


SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def xlsx(rows):
    """A sheet as office programs write it: numbers as numbers, days as counts."""
    def cell(value):
        if isinstance(value, str):
            return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
        return f"<c><v>{value}</v></c>"
    lines = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}"><sheets><sheet name="A" sheetId="1"/>'
                           "</sheets></workbook>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{lines}</sheetData>'
                                    "</worksheet>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0"?>' + text)
    return packed.getvalue()


#: One plot, in each form of map that comes.
RING = [(103.61, -4.05), (103.612, -4.05), (103.612, -4.052), (103.61, -4.052), (103.61, -4.05)]

GEOJSON = json.dumps({"type": "FeatureCollection", "features": [{
    "type": "Feature", "properties": {"nama_kebun": "Talang Peta", "nik": "1603084505900901"},
    "geometry": {"type": "Polygon", "coordinates": [RING]}}]}).encode()

KML = f"""<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark>
<name>Talang Peta</name><ExtendedData><Data name="nik"><value>1603084505900902</value></Data>
</ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>
{" ".join(f"{east},{north},0" for east, north in RING)}
</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>""".encode()


GPX = f"""<?xml version="1.0"?><gpx version="1.1" creator="GPS"
xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Talang Peta</name><trkseg>
{"".join(f'<trkpt lat="{north}" lon="{east}"/>' for east, north in RING)}
</trkseg></trk></gpx>""".encode()


def zipped_shapefile():
    """The plot as a map program hands it on, written by a library that is not ours."""
    parts = {ending: io.BytesIO() for ending in ("shp", "shx", "dbf")}
    with shapefile.Writer(**parts, shapeType=shapefile.POLYGON, encoding="utf-8") as writer:
        writer.field("NAMA", "C", 40)
        writer.field("NIK", "C", 16)
        writer.poly([RING])
        writer.record("Talang Peta", "1603084505900904")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for ending, part in parts.items():
            archive.writestr(f"kebun.{ending}", part.getvalue())
        archive.writestr("kebun.prj", 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",'
                         '6378137,298.257223563]],PRIMEM["Greenwich",0],'
                         'UNIT["degree",0.0174532925199433]]')
    return file.getvalue()


@pytest.fixture
def looks():
    """Looks at each page that comes by, and keeps its picture where somebody wants to see it."""
    inspector = Inspector()

    def look(page, name):
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/register-{name}.png", full_page=True)
        inspector.look(page, name)

    yield look
    inspector.has_nothing_to_say()


def main(page):
    return page.inner_text("main")


def sign_in(site, visitors, name):
    page = visitors()
    site.officials[name].sign_in(page)
    return page


# By hand


def test_a_buyer_entered_by_hand_stands_in_the_form_of_a_sale(site, visitors, looks):
    yuli = sign_in(site, visitors, "yuli")
    yuli.goto(f"{KOPI}/pembeli")
    looks(yuli, "pembeli")
    yuli.get_by_role("link", name="Catat baru").click()
    press(yuli, "Simpan catatan")
    assert "Nama pembeli" in main(yuli) and yuli.url.endswith("/baru")
    looks(yuli, "baru-kosong")
    yuli.fill("[name=nama]", "Contoh Kaffee GmbH")
    yuli.fill("[name=negara]", "Jerman")
    yuli.fill("[name=email]", "bukan surel")
    press(yuli, "Simpan catatan")
    # What was typed stays beside what is to be fixed.
    assert yuli.input_value("[name=nama]") == "Contoh Kaffee GmbH"
    assert yuli.input_value("[name=email]") == "bukan surel"
    yuli.fill("[name=email]", "einkauf@contoh.id")
    press(yuli, "Simpan catatan")
    assert "Contoh Kaffee GmbH" in yuli.inner_text("h1")
    looks(yuli, "catatan")
    record = yuli.url

    manager = sign_in(site, visitors, "maman")
    manager.goto("/lot/baru")
    manager.fill("[name=nama]", "Robusta untuk dijual")
    manager.check("[name=jenis][value=biji]")
    manager.check("[name=kopi][value=robusta]")
    press(manager, "Mulai lot baru")
    manager.goto(f"{manager.url}/jual")
    assert "Contoh Kaffee GmbH" in manager.inner_text("[name=pembeli]")

    corrected(yuli, record, looks)
    manager.reload()
    assert "Contoh Kaffee AG" in manager.inner_text("[name=pembeli]")
    ended(yuli, record, looks)
    manager.reload()
    assert "Contoh Kaffee" not in manager.inner_text("[name=pembeli]")


def corrected(page, record, looks):
    """What stands once is refused, a correction keeps what was said before."""
    page.goto(f"{KOPI}/pembeli/baru")
    page.fill("[name=nama]", "contoh kaffee GmbH")
    page.fill("[name=negara]", "JERMAN")
    press(page, "Simpan catatan")
    assert "isi yang sama: Nama pembeli, Negara" in main(page)
    assert page.input_value("[name=negara]") == "JERMAN"
    looks(page, "sudah-ada")
    page.goto(record)
    page.get_by_role("link", name="Betulkan catatan").click()
    assert page.input_value("[name=nama]") == "Contoh Kaffee GmbH"
    # Somebody else was quicker in another window.
    other = page.context.new_page()
    other.goto(page.url)
    other.fill("[name=nama]", "Contoh Kaffee AG")
    press(other, "Simpan pembetulan")
    assert "sebelumnya Contoh Kaffee GmbH, menjadi Contoh Kaffee AG" in main(other)
    looks(other, "dibetulkan")
    page.fill("[name=nama]", "Contoh Kaffee KG")
    press(page, "Simpan pembetulan")
    assert "sudah diubah orang lain" in main(page)
    assert page.input_value("[name=nama]") == "Contoh Kaffee KG"
    looks(page, "didahului")


def ended(page, record, looks):
    page.goto(record)
    page.get_by_role("link", name="Akhiri catatan").click()
    press(page, "Akhiri catatan")
    assert "Tulis alasannya" in main(page)
    looks(page, "akhiri")
    page.fill("[name=alasan]", "Perusahaannya sudah tutup.")
    press(page, "Akhiri catatan")
    assert "tidak berlaku lagi" in main(page) and "Perusahaannya sudah tutup." in main(page)
    assert page.get_by_role("link", name="Betulkan catatan").count() == 0
    looks(page, "diakhiri")


def test_a_number_of_a_person_stays_hidden_while_its_record_is_corrected(site, visitors, looks):
    yuli = sign_in(site, visitors, "yuli")
    yuli.goto(f"{KOPI}/tempat-olah/baru")
    yuli.fill("[name=nama]", "Jemuran Contoh")
    yuli.fill("[name=desa-cari]", "Penindaian")
    yuli.click("[name=desa-tombol]")
    assert yuli.input_value("[name=nama]") == "Jemuran Contoh"
    yuli.locator("input[type=radio][name=desa]").first.check()
    yuli.fill("[name=pengelola]", "Rohani Contoh")
    yuli.fill("[name=nik]", "1603084505900777")
    yuli.check("[name=cara][value=kering]")
    press(yuli, "Simpan catatan")
    assert "16•• •••• •••• ••77" in main(yuli).replace("\u00a0", " ")
    yuli.get_by_role("link", name="Betulkan catatan").click()
    assert "1603084505900777" not in yuli.content()
    looks(yuli, "betulkan-tempat-olah")
    yuli.check("[name=cara][value=madu]")
    press(yuli, "Simpan pembetulan")
    assert "Olah kering, Olah madu" in main(yuli)
    yuli.goto(f"{KOPI}/tempat-olah")
    yuli.fill("[name=cari]", "1603 0845 0590 0777")
    press(yuli, "Cari")
    assert "Jemuran Contoh" in main(yuli), "the number is still the one that was entered"


def test_only_who_keeps_a_register_writes_it(site, desk):
    """Yuli keeps buyers, Zainal groups; neither writes what the other keeps, nor do others."""
    for name, register, status in (
        ("yuli", "pembeli", 200), ("yuli", "kelompok", 403), ("zainal", "kelompok", 200),
        ("zainal", "pembeli", 403), ("fatimah", "pembeli", 403), ("rina", "pembeli", 404),
        ("yuli", "petani", 403),
    ):
        page = desk(name)
        assert page.goto(f"{KOPI}/{register}/baru").status == status, (name, register)
        page.goto(f"{KOPI}/{register}")
        offers = page.get_by_role("link", name="Catat baru").count()
        assert offers == (1 if status == 200 else 0), (name, register)
    for name, register, status in (
        ("zainal", "petani", 200), ("zainal", "kebun", 200), ("zainal", "kelompok", 200),
        ("zainal", "pembeli", 403), ("yuli", "petani", 403), ("rina", "petani", 404),
    ):
        assert desk(name).goto(f"{KOPI}/{register}/impor").status == status, (name, register)


# From files

HEADINGS = [
    "nama_petani", "nik", "hp", "desa", "kelompok", "setuju_nama", "nama_kebun", "jenis_kopi",
    "luas", "tahun_tanam", "jumlah_batang", "surat_tanah", "batas", "_submission_time", "_uuid",
]


def kobo(many=300):
    """What a form program exports: growers with their plots, the longitude first, some faulty."""
    chance, rows = random.Random(6), []
    for number in range(many):
        answers, corners = grower(number, chance)
        shape = ";".join(f"{east} {north} 0.0 4.8" for north, east in [*corners, corners[0]])
        rows.append([
            answers["bantu.nama"], f"160308450591{number + 1000:04}", f"8120000{number:04}",
            "Penindaian", "Poktan Contoh", "1" if number % 3 else "0", answers["nama_kebun"],
            "robusta arabika" if number % 7 == 0 else "rob", f"{1 + number % 4}.250", "2012", "900",
            "belum", shape, "2026-11-20T08:15:00.000+07:00", f"uuid-{number}",
        ])
    # Each of another kind: the first three of growers, all of plots.
    rows[3][1] = "16030845059"
    rows[4][3] = "Desa Entah"
    rows[5][1] = "1,60308E+15"
    rows[6][9] = "lama sekali"
    rows[7][12] = crossing(rows[7][12])
    return written([HEADINGS, *rows])


def crossing(shape):
    """Two corners in each other's place."""
    corners = shape.split(";")
    corners[1], corners[2] = corners[2], corners[1]
    return ";".join(corners)


def written(rows, separator=","):
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode()


def upload(page, register, content, name="kobo.csv"):
    page.goto(f"{KOPI}/{register}/impor")
    page.set_input_files("[name=berkas]", {
        "name": name, "mimeType": "text/csv", "buffer": content})
    press(page, "Lanjutkan")


def counted(page):
    """New, there, faulty: what the dry run says."""
    return tuple(int(number) for number in re.search(
        r"(\d+) baris baru, (\d+) sudah ada di register, (\d+) keliru", main(page)).groups())


def bring(page, count):
    press(page, f"Bawa masuk {count} baris")
    assert f"{count} catatan sudah masuk register." in main(page)


def test_growers_and_plots_come_from_a_form_program_and_go_again(site, visitors, looks):
    zainal = sign_in(site, visitors, "zainal")
    zainal.goto(f"{KOPI}/petani/impor")
    looks(zainal, "impor")
    press(zainal, "Lanjutkan")
    assert "Pilih dulu berkasnya" in main(zainal)
    file = kobo()
    upload(zainal, "petani", file)
    # The way that came with the blueprint is chosen by itself.
    assert zainal.locator("[name=cara]").input_value() == "kobo-petani"
    assert "Isi pertamanya: " in main(zainal)
    looks(zainal, "cocokkan-petani")
    press(zainal, "Periksa dulu")
    assert counted(zainal) == (297, 0, 3)
    for told in ("NIK harus 16 angka", 'desa "Desa Entah" tidak ditemukan', "angkanya hilang"):
        assert told in main(zainal)
    looks(zainal, "periksa-petani")
    bring(zainal, 297)
    looks(zainal, "hasil-petani")
    mended(zainal)
    plots_of(zainal, file, looks)
    scale = sign_in(site, visitors, "weni")
    found_at_the_scale(scale, zainal)


def mended(page):
    """The faulty rows come down with what is wrong, and come in once they are right."""
    with page.expect_download() as download:
        page.goto(page.url.replace("/hasil", "/periksa"))
        page.get_by_role("link", name="Unduh baris keliru (CSV)").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text), delimiter=";")
    assert head == [*HEADINGS, "masalah"] and len(rows) == 3
    assert all(row[-1] for row in rows)
    for number, row in enumerate(rows):
        row[1], row[3] = f"160308450592{number + 1000:04}", "Penindaian"
    upload(page, "petani", written([head, *rows], ";"))
    press(page, "Periksa dulu")
    assert counted(page) == (3, 0, 0)
    bring(page, 3)


def plots_of(page, file, looks):
    """The same file once more, for the plots: its axes are told and changed by a button."""
    upload(page, "kebun", file)
    assert "Lintang dan bujur tampaknya tertukar di 300 baris" in main(page)
    looks(page, "cocokkan-kebun")
    press(page, "Periksa dulu")
    assert counted(page) == (0, 0, 300)
    page.get_by_role("link", name="Cocokkan kolom").click()
    press(page, "Tukar lintang dan bujur")
    assert "sudah ditukar" in main(page)
    press(page, "Periksa dulu")
    assert counted(page) == (295, 0, 5)
    assert "Tahun tanam: Tulis tahun tanam" in main(page)
    looks(page, "periksa-kebun")
    bring(page, 295)
    batch = page.url
    upload(page, "kebun", file)
    press(page, "Tukar lintang dan bujur")
    press(page, "Periksa dulu")
    # What is there is not brought again, and nothing offers to.
    assert counted(page) == (0, 295, 5)
    assert page.get_by_role("button", name=re.compile("^Bawa masuk")).count() == 0
    page.goto(batch)


def found_at_the_scale(scale, page):
    """A grower of the file stands at the scale, and the plot by their number, until it is undone."""
    batch = page.url
    scale.goto("/timbang")
    scale.fill("[name=cari]", "1603084505911010")
    press(scale, "Cari petani")
    scale.locator("main a", has_text="Petani C").first.click()
    assert "Petani Cka" in main(scale)
    assert "Talang Contoh 10" in plots_by_nik(page) and "diakhiri" not in plots_by_nik(page)
    page.goto(batch)
    press(page, "Batalkan bawaan ini")
    assert "295 catatan diakhiri, 0 tetap ada" in main(page)
    assert "diakhiri" in plots_by_nik(page)


def plots_by_nik(page):
    """The plots that name a grower by their number."""
    page.goto(f"{KOPI}/kebun")
    page.fill("[name=cari]", "1603084505911010")
    press(page, "Cari")
    return main(page)


def test_undoing_leaves_alone_what_somebody_has_touched(site, visitors, looks):
    zainal = sign_in(site, visitors, "zainal")
    rows = [["Nama kelompok", "Desa", "Nama ketua", "Ketua HP"]]
    rows += [[f"Poktan Contoh {n}", "Penindaian", "Rohani Contoh", ""] for n in range(25)]
    upload(zainal, "kelompok", written(rows, ";"), "kelompok.csv")
    looks(zainal, "cocokkan-kelompok")
    # What no column says can be the same in every row.
    zainal.select_option("[name=k-anggota]", "tetap")
    press(zainal, "Periksa dulu")
    assert "isi untuk setiap baris" in main(zainal)
    looks(zainal, "isi-tetap")
    zainal.fill("[name=t-anggota]", "12")
    press(zainal, "Periksa dulu")
    assert counted(zainal) == (25, 0, 0)
    bring(zainal, 25)
    batch = zainal.url
    zainal.goto(f"{KOPI}/kelompok")
    zainal.get_by_role("link", name="Poktan Contoh 7", exact=True).click()
    assert "12" in main(zainal)
    zainal.get_by_role("link", name="Betulkan catatan").click()
    zainal.fill("[name=ketua]", "Zaleha Contoh")
    press(zainal, "Simpan pembetulan")
    zainal.goto(batch)
    looks(zainal, "hasil-kelompok")
    assert zainal.locator("main li a").all_inner_texts() == ["Poktan Contoh 7"]
    press(zainal, "Batalkan bawaan ini")
    assert "24 catatan diakhiri, 1 tetap ada" in main(zainal)
    looks(zainal, "dibatalkan")
    zainal.goto(f"{KOPI}/kelompok")
    assert "Poktan Contoh 7" in main(zainal) and "Poktan Contoh 8" not in main(zainal)


@pytest.mark.parametrize("name,content,heading", [
    ("kebun.geojson", GEOJSON, "nama_kebun"), ("kebun.kml", KML, "name"),
    ("kebun.gpx", GPX, "name"), ("kebun.zip", zipped_shapefile(), "NAMA"),
])
def test_a_plot_comes_from_a_map(site, desk, name, content, heading):
    page = desk("zainal")
    upload(page, "kebun", content, name)
    page.select_option("[name=k-nama_kebun]", label=heading)
    assert page.locator("[name=k-batas]").input_value() == "peta"
    assert page.locator("[name=k-luas]").input_value() == "peta"
    for field, value in (("jenis_kopi", "=robusta"), ("pemilik", "=sendiri"),
                         ("surat_tanah", "=belum"), ("kawasan", "=tidak_tahu")):
        page.select_option(f"[name=k-{field}]", value)
    same = {"desa": "Penindaian", "tahun_tanam": "2015", "jumlah_batang": "800"}
    if name == "kebun.gpx":  # A track says nothing of whose it is.
        same["pendaftar"] = "1603084505900903"
    for field in same:
        page.select_option(f"[name=k-{field}]", "tetap")
    press(page, "Periksa dulu")
    for field, value in same.items():
        page.fill(f"[name=t-{field}]", value)
    press(page, "Periksa dulu")
    assert counted(page) == (1, 0, 0)
    bring(page, 1)
    page.goto(f"{KOPI}/kebun")
    page.get_by_role("link", name="Talang Peta", exact=True).last.click()
    # What a second program measures on the ellipsoid is 4.9 hectares.
    assert re.search(r"4,9\d* ha", main(page))


def test_a_sheet_counts_days_and_takes_numbers_for_quantities(site, desk):
    page = desk("yuli")
    rows = [
        ["Lembaga", "Nama", "NIK", "Role", "Sejak", "Tampil"],
        ["MPIG Contoh", "Rohani Contoh", 1603084505900001, "Petani", 46353, "ya"],
        ["MPIG Contoh", "Zaleha Contoh", "1.603084505900002E15", "Pengolah", 46354, 0],
    ]
    upload(page, "anggota-ig", xlsx(rows), "anggota.xlsx")
    page.select_option("[name=k-tampil_nama]", label="Tampil")
    press(page, "Periksa dulu")
    assert counted(page) == (2, 0, 0)
    bring(page, 2)
    page.goto(f"{KOPI}/anggota-ig")
    page.fill("[name=cari]", "1603084505900002")
    press(page, "Cari")
    page.locator("table a").first.click()
    assert "28 November 2026" in main(page) and "Pengolah" in main(page)
    assert "bersama satu berkas" in main(page)


def test_a_way_that_was_worked_out_comes_down_as_a_file(site, visitors):
    zainal = sign_in(site, visitors, "zainal")
    rows = [["Petani", "KTP", "Telp"], ["Rohani Contoh", "1603084505900888", "081200000888"]]
    upload(zainal, "petani", written(rows), "petani.csv")
    zainal.select_option("[name=k-nama]", label="Petani")
    press(zainal, "Periksa dulu")
    assert counted(zainal) == (1, 0, 0)
    zainal.go_back()
    with zainal.expect_download() as download:
        zainal.get_by_role("link", name=re.compile("^Unduh cara ini")).click()
    text = download.value.path().read_text(encoding="utf-8")
    assert "into: petani" in text and "nama: Petani" in text and "nik: KTP" in text


@pytest.mark.parametrize("content,told", [
    (b"", "Pilih dulu berkasnya"), (b"nama;nik\n", "tidak berisi baris"),
    (b"PK\x03\x04" + b"0" * 200, "rusak"),
    (b"nama;nik\n" + b"a;1\n" * 5001, "paling banyak 5000 baris"),
    (b"n" * 8_000_001, "paling besar 8 MB"),
])
def test_what_is_no_file_of_records_is_told(site, desk, content, told):
    page = desk("zainal")
    upload(page, "petani", content)
    assert told in main(page)
    assert page.url.endswith("/impor")
