"""The workbench in a real browser: narrowing, selecting, setting aside, keeping, keys."""

from datetime import date, timedelta

from people import WARUNG, digits, open_case, press, send, send_on
from test_everybody_can_use_it import inspector  # noqa: F401 (a fixture of the suite)


def _sent(phone, *names):
    shown = []
    for index, name in enumerate(names):
        phone.context.clear_cookies()
        shown.append(send(phone, {**WARUNG, "nama_usaha": name,
                                  "nik": f"16030845059000{20 + index}",
                                  "hp": f"0812-0000-00{20 + index}"}))
    return shown


def test_a_day_at_the_workbench(phone, desk, inspector, tmp_path):  # noqa: F811
    """Filter, select with the mouse, set aside, keep the view, take a file along."""
    shown = _sent(phone, "Warung Satu", "Warung Dua", "Warung Tiga")
    rina = desk("rina")
    rina.goto("/kerja/kotak?tampilan=unit")
    rina.get_by_text("Saring", exact=True).click()
    rina.select_option("#layanan", "surat-keterangan-usaha")
    press(rina, "Terapkan")
    assert "Saring (1 aktif)" in rina.inner_text("main")
    assert "layanan=surat-keterangan-usaha" in rina.url
    inspector.look(rina, "inbox with filters")

    # How many are selected is said beside the buttons.
    for one in shown[:2]:
        rina.locator(f"tr:has-text('{one}') .pilih label").click()
    assert "2 dipilih:" in rina.inner_text(".pita-aksi")
    press(rina, "Tunda")
    inspector.look(rina, "set several aside")
    send_on(rina)
    assert rina.title().startswith("Perlu diperbaiki:")
    inspector.look(rina, "set several aside, with errors")
    rina.fill("[name=alasan]", "Menunggu ketua RT.")
    day = date.today() + timedelta(days=3)
    for part, number in (("tanggal", day.day), ("bulan", day.month), ("tahun", day.year)):
        rina.fill(f"[name=sampai-{part}]", str(number))
    send_on(rina)
    assert "Ditunda: 2 dari 2" in rina.inner_text("h1")
    inspector.look(rina, "what became of them")
    rina.goto("/kerja/kotak?tampilan=unit")
    assert shown[0] not in rina.inner_text("main")
    rina.goto("/kerja/kotak?tampilan=ditunda")
    assert shown[0] in rina.inner_text("main")
    inspector.look(rina, "inbox set aside")
    open_case(rina, shown[0])
    assert "Ditunda sampai" in rina.inner_text("main")
    inspector.look(rina, "case set aside")

    # Nothing selected is told, not an error of the machine.
    rina.goto("/kerja/kotak?tampilan=unit")
    press(rina, "Teruskan")
    assert "Belum ada yang dipilih" in rina.inner_text("main")
    inspector.look(rina, "nothing selected")

    rina.goto("/kerja/kotak?tampilan=lewat&layanan=surat-keterangan-usaha")
    rina.get_by_role("link", name="Simpan tampilan ini").click()
    inspector.look(rina, "keep a view")
    send_on(rina)
    assert rina.get_by_role("link", name="Lewat waktu · Surat keterangan usaha").count()
    rina.goto("/kerja/tampilan")
    inspector.look(rina, "kept views")
    press(rina, "Hapus tampilan")
    assert "Belum ada tampilan tersimpan" in rina.inner_text("main")
    inspector.look(rina, "no kept views")

    rina.goto("/kerja/kotak/unduh?tampilan=unit")
    inspector.look(rina, "download")
    with rina.expect_download() as took:
        send_on(rina)
    file = tmp_path / "kotak.csv"
    took.value.save_as(file)
    text = file.read_text(encoding="utf-8-sig")
    assert text.startswith("Nomor;Layanan;Wilayah") and shown[2] in text
    assert "Siti" not in text
    inspector.has_nothing_to_say()


def test_a_ready_sentence_fills_the_field_and_may_be_changed(phone, desk, inspector):  # noqa: F811
    [shown] = _sent(phone, "Warung Kalimat")
    rina = desk("rina")
    rina.goto(f"/kerja/perkara/{digits(shown)}/kembali")
    rina.get_by_text("Kalimat siap pakai").click()
    inspector.look(rina, "ready sentences")
    rina.get_by_role("link", name="Foto KTP tidak terbaca").click()
    assert rina.input_value("[name=catatan-warga]").startswith("Foto KTP tidak terbaca.")
    rina.locator("[name=catatan-warga]").press_sequentially(" Terima kasih.")
    send_on(rina)
    assert "Terima kasih." in rina.inner_text("main")
    inspector.has_nothing_to_say()


def test_keys_work_only_where_they_were_switched_on(phone, desk, inspector):  # noqa: F811
    _sent(phone, "Warung Papan", "Warung Tik")
    rina = desk("rina")
    rina.goto("/kerja/kotak?tampilan=unit")
    rina.keyboard.press("j")
    assert rina.evaluate("document.activeElement.tagName") == "BODY"
    rina.goto("/kerja/pintasan")
    inspector.look(rina, "keys off")
    press(rina, "Nyalakan pintasan")
    inspector.look(rina, "keys on")
    rina.goto("/kerja/kotak?tampilan=unit")
    rina.keyboard.press("j")
    first = rina.evaluate("document.activeElement.textContent")
    rina.keyboard.press("x")
    assert "1 dipilih:" in rina.inner_text(".pita-aksi")
    rina.keyboard.press("j")
    assert rina.evaluate("document.activeElement.textContent") != first
    rina.keyboard.press("k")
    assert rina.evaluate("document.activeElement.textContent") == first
    rina.keyboard.press("/")
    assert rina.evaluate("document.activeElement.id") == "cari"
    rina.keyboard.type("jx?")
    assert rina.input_value("#cari") == "jx?", "letters that are typed stay letters"
    rina.evaluate("document.activeElement.blur()")
    rina.keyboard.press("t")
    rina.wait_for_url("**/kerja/kotak/tunda*")
    rina.goto("/kerja/kotak?tampilan=unit")
    rina.keyboard.press("j")
    rina.keyboard.press("Enter")
    rina.wait_for_url("**/kerja/perkara/*")
    rina.keyboard.press("t")
    rina.wait_for_url("**/tunda")
    rina.goto("/kerja/pintasan")
    press(rina, "Matikan pintasan")
    inspector.has_nothing_to_say()
