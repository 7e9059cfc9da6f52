"""upgrade, renew: the program killed while it changes tables or keys at its start."""
import os, shutil, sqlite3, time
from pathlib import Path
import oracle
from disk import ROOT
from served import SHARE, command

RELEASED = Path(SHARE["SERASAN_SHARE"]) / "Tests/LedgerTests/Released"
DAY = 86400


def started(harness, at=0):
    """One start under the shim; gives the site, dead where it was killed on the way."""
    harness.disk.arm("kill" if at else None, at)
    site = harness.serve(faulty=True)
    return site


def counted(harness, name, prepare):
    """How many writes such a start has until it answers."""
    if name not in harness.found_of:
        prepare()
        site = started(harness)
        assert site.port, site.complaints()
        site.kill()
        harness.found_of[name] = harness.disk.all
    return harness.found_of[name]


def drawn(harness, turn, kinds, most):
    """The place of the kill: the turns of one kind walk over all its writes."""
    return 1 + (turn - 1) * max(1, most // max(1, harness.count // kinds))


def killed(harness, name, turn, kinds, prepare):
    """A start that is killed at its k-th write, and half the times the next start too."""
    most = counted(harness, name, prepare)
    at = drawn(harness, turn, kinds, most)
    harness.where = f"{name}: k={at} of {most}"
    prepare()
    site = started(harness, at)
    met = harness.disk["met"]
    site.kill()
    if met and harness.dice.random() < 0.5:
        again = harness.dice.randrange(1, most + 1)
        harness.where += f", then k={again}"
        started(harness, again).kill()
        harness.broken += harness.disk["met"]
    harness.disk.clear()
    harness.broken += met
    return met > 0


def verified(harness, *more):
    done = command("ledger", "verify", harness.trial, *more)
    assert done.returncode == 0, f"{done.stdout} {done.stderr}"


def upgrade(harness, round):
    """From a record as an earlier program left it: one in use, a released one, a long one."""
    kinds = ("in use", "released") if harness.sample else ("in use", "released", "long")
    kind, turn = kinds[(round - 1) % len(kinds)], (round - 1) // len(kinds) + 1
    acknowledged, number = {}, 1 + turn % 2

    def prepare():
        if kind == "long": lay_long(harness)
        else: harness.fresh()
        if kind == "released": lay_released(harness, number)
        elif kind == "in use":
            site = harness.serve()
            for draft in harness.drafts: acknowledged[draft] = site.send(draft)
            site.stop()
        if kind != "released": without_marks(harness.trial / "data")
    name = f"upgrade of a record {kind}" + (f", {number}" if kind == "released" else "")
    met = killed(harness, name, turn, len(kinds), prepare)
    if kind == "in use":
        harness.after(acknowledged)
    else:
        site = harness.serve()
        assert site.port, f"the program does not start: {site.complaints()}"
        assert '"status":"ok"' in site.ask("GET", "/healthz")[3], "not healthy"
        site.kill()
        oracle.whole(harness.trial / "data")
    # The letters of the long one have no scans: it would take minutes to make them.
    verified(harness, *(["--without-files"] if kind == "long" else []))
    base = oracle.opened(harness.trial / "data")
    bare = base.execute("SELECT count(*) FROM events WHERE mark IS NULL").fetchone()[0]
    base.close()
    assert bare == 0, f"{bare} events have no mark"
    return met or None


def lay_long(harness):
    """A record whose marks are written in several pieces, and which is made once."""
    long = harness.work / "panjang"
    if not long.exists():
        for words in (("init", long, "--name", "Kabupaten Contoh", "--code", "16.03", "--demo"),
                      ("publish", long), ("seed", long, "--cases", "4000", "--no-scans")):
            done = command(*words)
            assert done.returncode == 0, done.stderr
    shutil.rmtree(harness.trial, ignore_errors=True)
    shutil.copytree(long, harness.trial)


def lay_released(harness, number):
    data = harness.trial / "data"
    shutil.rmtree(data)
    shutil.copytree(RELEASED / str(number) / "kunci", data / "kunci")
    for path in (data, data / "kunci"): path.chmod(0o700)
    for key in (data / "kunci").iterdir(): key.chmod(0o600)
    base = oracle.opened(data)
    base.executescript((RELEASED / str(number) / "catatan.sql").read_text())
    base.close()


def without_marks(data):
    """The record as the program before the third migration would have it."""
    base = oracle.opened(data)
    base.executescript("""
        DROP TRIGGER events_marked; DROP TRIGGER events_no_update;
        ALTER TABLE events DROP COLUMN mark;
        ALTER TABLE drafts DROP COLUMN turn; DROP INDEX keyring_erased; DROP TABLE installation;
        DELETE FROM migrations WHERE number > 2;
        CREATE TRIGGER events_no_update BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events is never changed by UPDATE'); END;
    """)
    base.close()


def renew(harness, round):
    """The key-encryption key is a week old: two starts renew it; a kill may come in both."""
    acknowledged, keys = {}, harness.trial / "data/kunci"

    def prepare():
        harness.fresh()
        site = harness.serve()
        for draft in harness.drafts: acknowledged[draft] = site.send(draft)
        site.stop()
        for key in keys.glob("wrapping-*.key"):
            os.utime(key, (time.time() - 8 * DAY,) * 2)
        # Odd rounds meet the first step, even ones the second, in which the old key goes.
        if round % 2 == 0:
            site = harness.serve()
            settled(lambda: len(list(keys.glob("wrapping-*.key"))) == 2)
            site.stop()
    before = prepare
    name = "renewal, first step" if round % 2 else "renewal, second step"
    most = counted_renewal(harness, name, before)
    at = drawn(harness, (round + 1) // 2, 2, most)
    harness.where = f"{name}: k={at} of {most}"
    before()
    site = started(harness, at)
    if site.port: settled(lambda: harness.disk["met"] or harness.disk.all >= most, 1)
    met = harness.disk["met"]
    site.kill()
    harness.disk.clear()
    harness.broken += met
    # Everything is still opened: by the old key, the new one, or both.
    verified(harness)
    harness.after(acknowledged)
    # Two more starts, and there is one key, which opens everything.
    for _ in range(3):
        if len(list(keys.glob("wrapping-*.key"))) == 1 and not old(keys): break
        had, site = len(list(keys.glob("wrapping-*.key"))), harness.serve()
        settled(lambda: len(list(keys.glob("wrapping-*.key"))) != had, 2)
        site.stop()
    assert len(list(keys.glob("wrapping-*.key"))) == 1 and not old(keys), "the old key stays"
    verified(harness)
    return bool(met) or None


def old(keys):
    return any(time.time() - key.stat().st_mtime > 7 * DAY for key in keys.glob("wrapping-*.key"))


def counted_renewal(harness, name, prepare):
    if name not in harness.found_of:
        prepare()
        keys = harness.trial / "data/kunci"
        wanted = 2 if "first" in name else 1
        site = started(harness)
        settled(lambda: len(list(keys.glob("wrapping-*.key"))) == wanted)
        time.sleep(0.3)
        harness.found_of[name] = harness.disk.all
        site.kill()
    return harness.found_of[name]


def settled(is_so, seconds=10):
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end: time.sleep(0.02)
