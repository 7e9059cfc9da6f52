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
    own, _ = _sent(phone, "Warung Papan", "Warung Tik")
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
    # The first row may be somebody else's to do, where this key rightly does nothing.
    rina.goto("/kerja/kotak?tampilan=unit")
    rina.locator(f"tr:has-text('{own}') a").first.focus()
    rina.keyboard.press("Enter")
    rina.wait_for_url(f"**/kerja/perkara/{digits(own)}")
    rina.locator(".langkah-kini a[href$='/tunda']").wait_for()
    rina.keyboard.press("t")
    rina.wait_for_url("**/tunda")
    rina.goto("/kerja/pintasan")
    press(rina, "Matikan pintasan")
    inspector.has_nothing_to_say()


def test_words_and_filters_narrow_one_list(phone, desk, inspector):  # noqa: F811
    """Search, then filter, then search again: neither forgets the other, on a phone as well."""
    shown = _sent(phone, "Warung Saring", "Warung Cari")
    rina = desk("rina")
    rina.goto("/kerja/kotak?tampilan=unit")
    rina.get_by_text("Saring", exact=True).click()
    rina.select_option("#layanan", "surat-keterangan-usaha")
    rina.select_option("#desa", label="Kelurahan Pasar II Muara Enim")
    press(rina, "Terapkan")
    assert "desa=16.03.02" in rina.url and "Saring (2 aktif)" in rina.inner_text("main")
    inspector.look(rina, "inbox of a village")
    rina.fill("#cari", "siti aminah")
    rina.keyboard.press("Enter")
    rina.wait_for_url("**cari=siti+aminah*")
    assert "layanan=surat-keterangan-usaha" in rina.url and "wilayah=16.03.02" in rina.url
    main = rina.inner_text("main")
    assert "permohonan cocok" in main and all(one in main for one in shown)
    assert rina.input_value("#cari") == "siti aminah"
    inspector.look(rina, "found among the filtered")
    rina.get_by_text("Saring (2 aktif)").click()
    rina.select_option("#langkah", label="Tanda tangani surat")
    press(rina, "Terapkan")
    assert "cari=siti" in rina.url and "langkah=" in rina.url
    assert shown[0] not in rina.inner_text("main")
    inspector.look(rina, "found nothing")
    rina.get_by_role("link", name="Cari tanpa saringan").click()
    assert shown[0] in rina.inner_text("main")
    rina.get_by_role("link", name="Hapus pencarian").click()
    assert "cari=" not in rina.url
    rina.set_viewport_size({"width": 360, "height": 640})
    rina.goto("/kerja/kotak?cari=siti+aminah&layanan=surat-keterangan-usaha")
    overlaps = rina.evaluate("""[...document.querySelectorAll('.daftar-kerja tbody tr')].filter(row => {
        const [a, b] = [row.querySelector('th a'), row.querySelector('.tanda')]
            .map(e => e.getBoundingClientRect());
        return a.right > b.left && a.bottom > b.top && b.bottom > a.top }).length""")
    assert overlaps == 0, "the tag lies beside the number, not over it"
    inspector.has_nothing_to_say()


def test_a_unit_finds_what_it_is_asked_and_answers_it(phone, desk, inspector):  # noqa: F811
    [shown] = _sent(phone, "Warung Pendapat")
    rina, sari = desk("rina"), desk("sari")
    rina.goto(f"/kerja/perkara/{digits(shown)}/pendapat")
    rina.fill("[name=catatan]", "Apakah usaha ini binaan dinas?")
    send_on(rina)
    sari.goto("/kerja/kotak")
    sari.get_by_role("link", name="Diminta pendapat (1)").click()
    inspector.look(sari, "asked for an opinion")
    sari.get_by_role("link", name=shown).click()
    inspector.look(sari, "case of another unit")
    main = sari.inner_text("main")
    assert "Apakah usaha ini binaan dinas?" in main and "Warung Pendapat" in main
    assert "0812" not in main and "••" not in main
    sari.get_by_role("link", name="Jawab permintaan pendapat").click()
    assert "Apakah usaha ini binaan dinas?" in sari.inner_text("main")
    inspector.look(sari, "give an opinion")
    sari.fill("[name=catatan]", "Ya, sejak 2019.")
    send_on(sari)
    assert "Pendapat Anda tersimpan" in sari.inner_text("main")
    assert "Diminta pendapat (0)" in sari.inner_text("main")
    inspector.look(sari, "nobody asks any more")
    open_case(sari, shown)
    assert "ditangani kantor lain" in sari.inner_text("main")
    open_case(rina, shown)
    assert "Ya, sejak 2019." in rina.inner_text("main")
    inspector.has_nothing_to_say()


def test_a_link_that_was_a_mistake_is_undone(phone, desk, inspector):  # noqa: F811
    one, other = _sent(phone, "Warung Taut Satu", "Warung Taut Dua")
    rina = desk("rina")
    rina.goto(f"/kerja/perkara/{digits(one)}/tautkan")
    rina.fill("[name=nomor]", other)
    send_on(rina)
    assert "Tertaut (1)" in rina.inner_text("main")
    inspector.look(rina, "linked case")
    rina.get_by_role("link", name="Batalkan tautan").click()
    assert digits(rina.input_value("[name=nomor]")) == digits(other)
    inspector.look(rina, "undo a link")
    send_on(rina)
    assert rina.title().startswith("Perlu diperbaiki:")
    inspector.look(rina, "undo a link without a reason")
    rina.fill("[name=alasan]", "Salah orang.")
    send_on(rina)
    main = rina.inner_text("main")
    assert "Tertaut (" not in main and "Salah orang." in main
    inspector.has_nothing_to_say()
