"""A catalogue of more than 180 days from a stick: one manager asks, another one agrees."""

import os
import subprocess

import pytest
from checks import walk
from conftest import new_site, run
from people import press
from test_everybody_can_use_it import inspector  # noqa: F401
from test_exchange import Origin, hand_in
from test_workshop import colleague  # noqa: F401

#: The clock that is turned is the program's; on PostgreSQL that of the database counts.
ENGINE = "sqlite"

PARTNER = "/kelola/cetak-biru/mitra/16.03"

#: For one process, what asks for the time is told another.
TURNED = """
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
int clock_gettime(clockid_t id, struct timespec *now) {
    long result = syscall(SYS_clock_gettime, id, now);
    const char *shift = getenv("TURNED_BY");
    if (result == 0 && shift && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE))
        now->tv_sec += atol(shift);
    return (int)result;
}
int gettimeofday(struct timeval *now, void *zone) {
    struct timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    now->tv_sec = exact.tv_sec;
    now->tv_usec = exact.tv_nsec / 1000;
    return 0;
}
"""


@pytest.fixture(scope="module")
def stick(tmp_path_factory):
    """What a publisher signed 200 days ago, and its twelve words."""
    home = tmp_path_factory.mktemp("lama")
    (home / "jam.c").write_text(TURNED)
    subprocess.run(["clang", "-shared", "-fPIC", "-o", "jam.so", "jam.c"], cwd=home, check=True)
    old = {"LD_PRELOAD": str(home / "jam.so"), "TURNED_BY": str(-200 * 86_400)}
    os.environ.update(old)
    try:
        origin = Origin(home)
        folder, package = origin.release("1.0.0")
    finally:
        for name in old:
            del os.environ[name]
    return folder, package, origin.words


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    def make(folder):
        run("init", str(folder), "--name", "Kabupaten Tapanuli Selatan", "--code", "12.03",
            "--demo", "--empty")
    yield from new_site(tmp_path_factory.mktemp("tapsel") / "kab", make=make)


def test_an_old_catalogue_waits_for_another_manager(site, stick, desk, colleague,  # noqa: F811
                                                    inspector):  # noqa: F811
    folder, package, words = stick
    tono, bayu = desk("tono"), colleague("Bayu Pratama", "bayu")
    hand_in(tono, package, folder, words)
    text = tono.inner_text("main")
    assert "Belum boleh dipasang" in text and "Orang kedua harus menyetujui" in text
    assert tono.get_by_role("button", name="Pasang sebagai konsep").count() == 0
    inspector.look(tono, "a package under an old catalogue")
    tono.get_by_role("link", name="Katalog 16.03").click()
    text = tono.inner_text("main")
    assert "Anda yang meminta" in text
    assert tono.get_by_role("button", name="Setujui pemakaiannya").count() == 0
    inspector.look(tono, "one's own request")

    # The one who asked is not the second one, by no way.
    key = tono.locator("main input[name=kunci]").first.input_value()
    bayu.goto("/kelola/cetak-biru")
    assert "menunggu persetujuan orang kedua" in bayu.inner_text("main")
    inspector.look(bayu, "a request that waits")
    bayu.get_by_role("link", name="Katalog 16.03").first.click()
    digest = bayu.locator("input[name=katalog]").first.get_attribute("value")
    answer = tono.request.post(PARTNER, form={"kunci": key, "katalog": digest, "setuju": "ya"},
                               headers={"origin": site.base})
    assert answer.status == 409 and "Anda yang meminta" in answer.text()
    assert "Tono" in bayu.inner_text("main")
    inspector.look(bayu, "another's request")
    assert not walk(bayu), walk(bayu)

    # Declined, asked again, agreed.
    press(bayu, "Tolak")
    assert bayu.get_by_role("button", name="Setujui pemakaiannya").count() == 0
    hand_in(tono, package, folder)
    assert "Belum boleh dipasang" in tono.inner_text("main")
    bayu.goto(PARTNER)
    press(bayu, "Setujui pemakaiannya")
    assert "menunggu" not in bayu.inner_text("main")
    tono.reload()
    text = tono.inner_text("main")
    assert "180 hari" in text and "Belum boleh dipasang" not in text
    press(tono, "Pasang sebagai konsep")
    tono.goto("/kelola/cetak-biru")
    assert "16.03/umkm" in tono.inner_text("main")
    inspector.has_nothing_to_say()
