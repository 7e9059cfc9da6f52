"""copy: a bit turned in a file of a backup; whoever reads it refuses, and nothing is restored."""
import shutil
from served import command

FLIPS = 10


def copy(harness, round):
    harness.fresh()
    site = harness.serve()
    for draft in harness.drafts: site.send(draft)
    site.kill()
    target, place = harness.work / "cadangan-putar", harness.work / "pulih"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    done = command("backup", harness.trial, target)
    assert done.returncode == 0, done.stderr
    key = ("--key-from", harness.trial)
    assert command("backup", "verify", target, *key).returncode == 0, "a good backup is refused"
    files = sorted(path for path in target.rglob("*") if path.is_file())
    assert len(files) > 3, files
    for turn in range(5 if harness.sample else FLIPS):
        file = harness.dice.choice(files)
        body = file.read_bytes()
        at, bit = harness.dice.randrange(len(body)), 1 << harness.dice.randrange(8)
        harness.where = f"{file.relative_to(target)} byte {at} of {len(body)} xor {bit}"
        file.write_bytes(body[:at] + bytes([body[at] ^ bit]) + body[at + 1:])
        shutil.rmtree(place, ignore_errors=True)
        verified = command("backup", "verify", target, *key)
        assert verified.returncode != 0, f"a turned byte is not noticed: {verified.stdout}"
        restored = command("restore", target, place, *key)
        assert restored.returncode != 0 and not place.exists(), "it is restored all the same"
        file.write_bytes(body)
        harness.broken += 1
    assert command("backup", "verify", target, *key).returncode == 0
    shutil.rmtree(target)
