"""The coffee of one regency, replicated and adapted to wet-hulled arabica in another."""

import re
import shutil
import subprocess

import pytest
from conftest import ROOT, _binary, _surroundings, run, said

NAME = "16.03/kopi"
OVERLAY = ROOT / "share/demo-two/kopi.yaml"


class Publisher:
    """Muara Enim with its keys: publishes versions on sticks."""

    def __init__(self, home):
        self.home, self.folder = home, home / "muara-enim"
        run("init", str(self.folder), "--name", "Kabupaten Muara Enim", "--code", "16.03", "--demo")
        run("publish", str(self.folder))
        sticks = [home / "usb" / str(number) for number in range(3)]
        for stick in [*sticks, home / "katalog", home / "kerja"]:
            stick.mkdir(parents=True)
        run("keys", "working", str(home / "katalog"))
        run("keys", "working", str(home / "kerja"), "--evidence")
        self.key = next(file for file in (home / "katalog").iterdir() if file.is_file())
        working = next(file for file in (home / "kerja").iterdir() if file.is_file()).read_text()
        self.public = re.search(r"umum: ([0-9a-f]{64})", working)[1]
        root = said("keys", "root", *map(str, sticks), "--dir", str(self.folder),
                    "--catalogue-key", str(self.key))
        self.words = " ".join(re.findall(r"\d+\. ([a-z]{4})\b", root))

    def release(self, version, changes=()):
        """A version on a stick of its own: where it is, and its package."""
        base = self.folder / "blueprints" / NAME
        about = base / "blueprint.yaml"
        about.write_text(re.sub(r"(?m)^version: .*", f"version: {version}", about.read_text()))
        service = base / "services/uji-mutu-kopi.yaml"
        for old, new in changes:
            assert old in service.read_text()
            service.write_text(service.read_text().replace(old, new))
        package, stick = self.home / f"{version}.paket", self.home / f"tongkat-{version}"
        here = ["--dir", str(self.folder)]
        run("pack", NAME, "--out", str(package), *here)
        run("catalogue", "add", str(package), *here)
        run("catalogue", "sign", "--key", str(self.key), "--working-key", self.public, *here)
        run("catalogue", "export", "--out", str(stick), *here)
        return stick, stick / f"paket/16.03.kopi-{version}.paket"


@pytest.fixture(scope="module")
def publisher(tmp_path_factory):
    return Publisher(tmp_path_factory.mktemp("kopi"))


@pytest.fixture(scope="module")
def partner(publisher):
    """Tapanuli Selatan, where the first version is installed and adapted."""
    folder = publisher.home / "tapanuli-selatan"
    run("init", str(folder), "--name", "Kabupaten Tapanuli Selatan", "--code", "12.03",
        "--demo", "--empty")
    run("publish", str(folder))
    stick, package = publisher.release("1.1.0")
    where = ["--from", str(stick), "--dir", str(folder), "--by", "tono"]
    run("trust", "pin", "16.03", "--root", publisher.words, *where)
    run("trust", "take", "16.03", *where)
    run("replicate", str(package), "--into", str(folder))
    shutil.copy(OVERLAY, folder / "blueprints" / NAME / "overlay.yaml")
    return folder


def test_the_adapted_coffee_is_clean_and_its_examples_fit(partner):
    """No hole is open, no translation stale: it could be published as it is."""
    assert said("check", str(partner)).strip().endswith("0 errors, 0 warnings")
    assert " 0 failed" in said("test", str(partner))
    run("publish", str(partner))


def test_the_ratio_of_wet_hulling_stays_ours_through_an_upgrade(publisher, partner):
    """What nobody adapted follows the publisher; what both changed is asked."""
    stick, package = publisher.release("1.2.0", [
        ("Bahan apa yang diolah menjadi kopi ini?", "Bahan apa yang diolah?"),
    ])
    run("trust", "take", "16.03", "--from", str(stick), "--dir", str(partner), "--by", "tono")
    run("upgrade", str(partner), str(package))
    about = (partner / "blueprints" / NAME / "blueprint.yaml").read_text()
    assert "version: 1.2.0" in about
    overlay = (partner / "blueprints" / NAME / "overlay.yaml").read_text()
    assert "0.76" in overlay and "Gabah giling basah" in overlay
    assert said("check", str(partner)).strip().endswith("0 errors, 0 warnings")
    stick, package = publisher.release("1.3.0", [
        ("giling_basah: Giling basah", "giling_basah: Giling waktu basah"),
    ])
    run("trust", "take", "16.03", "--from", str(stick), "--dir", str(partner), "--by", "tono")
    asked = subprocess.run(
        [_binary(), "upgrade", str(partner), str(package), "--dry-run"], check=False,
        env=_surroundings(), stdout=subprocess.PIPE, text=True).stdout
    assert "Perlu diputuskan (1)" in asked
    assert "cara_olah/label/giling_basah" in asked
