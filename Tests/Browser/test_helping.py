"""An old woman is helped by a village official, on the one phone of 360 px that they have."""

from checks import walk
from people import WARUNG, digits, fill_until, number, press
from test_everybody_can_use_it import Inspector

NENEK = {**WARUNG, "nama": "Maimunah Rohani", "nik": "1603084505410005", "kabar": "tidak",
         "desa_usaha": "Penindaian"}


def _agree(phone, inspector):
    phone.goto("/bantu")
    inspector.look(phone, "nobody helped yet")
    phone.get_by_role("link", name="Bantu warga").last.click()
    assert "Bacakan kepada warga" in phone.inner_text("main")
    press(phone, "Lanjutkan")
    assert "Centang kotak ini kalau warga hadir dan setuju" in phone.inner_text(".galat")
    inspector.look(phone, "consent with a mistake")
    assert walk(phone) == []
    phone.fill("[name=nama]", NENEK["nama"])
    phone.check("[name=sapaan][value=Ibu]")
    phone.check("[name='tanpa-hp']")
    phone.check("[name=setuju]")
    press(phone, "Lanjutkan")


def test_a_woman_without_a_phone_is_helped(site, visitors):
    phone, inspector = visitors(), Inspector()
    site.officials["mulyadi"].sign_in(phone)
    _agree(phone, inspector)
    inspector.look(phone, "which service")
    phone.get_by_role("link", name="Surat keterangan usaha").click()
    press(phone, "Mulai mengisi")
    seen = []

    def look(page):
        seen.append(page.inner_text("main").split("\n")[0])
        if len(seen) == 1:
            inspector.look(page, "first screen")

    fill_until(phone, "/periksa", NENEK, look)
    assert len(seen) >= 8
    assert all(line.startswith("Anda mengisi untuk Ibu Maimunah R.") for line in seen), seen
    assert "Bacakan kepada warga" in phone.inner_text("main")
    inspector.look(phone, "check")
    assert walk(phone) == []
    phone.check("[name=benar]")
    press(phone, "Kirim permohonan")
    assert "kalau warga hadir dan setuju" in phone.inner_text(".galat")
    phone.check("[name=benar]")
    phone.check("[name=hadir]")
    press(phone, "Kirim permohonan")
    assert "/bantu/terkirim/" in phone.url, phone.inner_text("main")
    inspector.look(phone, "sent for her")
    shown, pin = number(phone), phone.locator("main dl dd").first.inner_text()
    assert len(digits(pin.replace(" ", ""))) == 6

    phone.goto("/permohonan")
    assert NENEK["nama"] not in phone.content(), "nothing stays on the phone"
    names = [cookie["name"] for cookie in phone.context.cookies()]
    assert not any("permohonan" in name or "draf" in name for name in names), names
    phone.goto("/bantu")
    assert "Ibu Maimunah R." in phone.inner_text("main")
    inspector.look(phone, "helped today")
    phone.goto(f"/kerja/perkara/{digits(shown)}")
    assert NENEK["nama"] not in phone.content()

    yanto = visitors(1280, 800)
    site.officials["yanto"].sign_in(yanto)
    yanto.goto(f"/kerja/perkara/{digits(shown)}")
    assert "dibantu Kadus II" in yanto.inner_text("main")
    inspector.has_nothing_to_say()
