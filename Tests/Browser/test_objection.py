"""A refusal is objected to, the case is handed to a colleague, and the office answers."""

from people import open_case, press, send, send_on

REASON = "Foto itu diambil di depan warung saya."


def _refuse(desk, shown):
    open_case(desk, shown)
    desk.locator("section.langkah-kini").get_by_role("link", name="Tolak", exact=True).click()
    desk.fill("[name=alasan]", "Foto tidak menunjukkan tempat usaha.")
    send_on(desk)


def _object(phone):
    phone.goto("/permohonan")
    assert "Belum puas dengan keputusan ini?" in phone.inner_text("main")
    phone.get_by_role("link", name="Ajukan keberatan").click()
    send_on(phone)
    assert "Tulis kenapa Anda keberatan" in phone.inner_text("main")
    phone.fill("[name=alasan]", REASON)
    send_on(phone)
    assert "Keberatan belum terkirim." in phone.inner_text("main")
    assert REASON in phone.inner_text("main")
    press(phone, "Ubah")
    assert phone.input_value("[name=alasan]") == REASON
    send_on(phone)
    press(phone, "Kirim keberatan")
    assert "Keberatan Anda kami terima" in phone.inner_text("main")


def test_an_objection_is_handed_in_seen_and_answered(phone, desk):
    """From the refused request to the answer that the citizen reads."""
    shown = send(phone)
    rina = desk("rina")
    _refuse(rina, shown)
    _object(phone)

    rina.goto("/kerja/kotak?tampilan=keberatan")
    rina.get_by_role("link", name=shown).click()
    assert "Warga mengajukan keberatan" in rina.inner_text("main")
    assert REASON in rina.inner_text("main")
    rina.get_by_role("link", name="Jawab keberatan").click()
    rina.fill("[name=alasan]", "Papan nama tidak tampak pada foto itu.")
    send_on(rina)
    assert "keputusan tetap" in rina.inner_text("main")
    phone.goto("/permohonan")
    assert "Papan nama tidak tampak pada foto itu." in phone.inner_text("main")


def test_a_case_is_handed_to_a_colleague(phone, desk, site):
    """Only colleagues who hold the step's duty are offered; without one the page says so."""
    shown = send(phone)
    rina = desk("rina")
    open_case(rina, shown)
    rina.get_by_role("link", name="Tugaskan kepada rekan").click()
    assert "Tidak ada rekan lain" in rina.inner_text("main"), "nobody else does this here"

    hendra = desk("hendra")
    open_case(hendra, shown)
    hendra.get_by_role("link", name="Tugaskan kepada rekan").click()
    send_on(hendra)
    assert "Pilih rekan yang mengerjakan" in hendra.inner_text("main")
    name = site.officials["rina"].full_name
    hendra.get_by_label(name).check()
    send_on(hendra)
    assert "tugas rekan Anda" in hendra.inner_text("main")
    assert f"menugaskan kepada {name}" in hendra.inner_text("main")
    rina.goto("/kerja/kotak?tampilan=saya")
    assert shown in rina.inner_text("main")
