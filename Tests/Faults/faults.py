"""Injects faults under a running site and compares what it acknowledged with what it kept.

Usage: faults.py [--count N] [--hours H] [--seed S] [--only KIND] [--report] [--anew]
                 [--sample]

Finished rounds stand in .build/faults/rounds.tsv: the same seed goes on where it stopped.
"""
import argparse, random, shutil, sys, time
import ageing, breaking, copying, flipping, hours, losing, renewing, room, turning, wire
from harness import KEPT, Harness
from report import write_table

KINDS = {"proof": losing.proof, "kill": breaking.kill, "walk": breaking.walk,
         "eio": breaking.eio, "full": breaking.full, "power": losing.power,
         "again": losing.again, "flip": flipping.flip, "twice": wire.twice, "cut": wire.cut,
         "lost": wire.lost, "gone": wire.gone, "clock": hours.clock,
         "publish": renewing.publish, "rebuild": renewing.rebuild,
         "restore": renewing.restore, "upgrade": ageing.upgrade, "renew": ageing.renew,
         "view": turning.view, "page": turning.page, "copy": copying.copy, "room": room.room}
ROUNDS = KEPT / "rounds.tsv"


def finished(seed):
    if not ROUNDS.exists(): return set()
    lines = (line.split("\t") for line in ROUNDS.read_text().splitlines())
    return {(line[1], int(line[2])) for line in lines if line[0] == str(seed)
            and line[3] == "passed"}


def write_down(*words):
    ROUNDS.parent.mkdir(parents=True, exist_ok=True)
    with open(ROUNDS, "a") as file: print(*words, sep="\t", file=file)


def played(harness, kind, round):
    """Whether it passed, and whether there are more of its kind."""
    begun, harness.broken, harness.where, more, fault = time.monotonic(), 0, "", True, None
    harness.begin(kind, round)
    try:
        more = KINDS[kind](harness, round) is not False
    except Exception as thrown:
        fault = thrown
        print(f"FAILED {kind} seed {harness.seed} round {round} {harness.where}: "
              f"{thrown!r}"[:1500], flush=True)
        for site in harness.sites:
            said = site.complaints()
            if said: print(said)
        print(f"kept: {harness.keep(kind, round)}", flush=True)
    finally:
        harness.end()
    if not harness.sample:
        write_down(harness.seed, kind, round, "failed" if fault else "passed", harness.broken,
                   f"{time.monotonic() - begun:.2f}")
    return fault is None, more


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--count", type=int, default=3)
    words.add_argument("--hours", type=float)
    words.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    words.add_argument("--only", choices=list(KINDS))
    words.add_argument("--report", action="store_true", help="write the table of results")
    words.add_argument("--anew", action="store_true", help="forget the rounds of earlier runs")
    words.add_argument("--sample", action="store_true", help="neither read nor write the rounds")
    asked = words.parse_args()
    if asked.report: return write_table(ROUNDS)
    if asked.anew: ROUNDS.unlink(missing_ok=True)
    begun, passed, failed = time.monotonic(), 0, 0
    print(f"seed {asked.seed}", flush=True)
    done, harness = finished(asked.seed), Harness(asked.seed)
    harness.count, harness.walks, harness.found_of = asked.count, False, {}
    harness.sample = asked.sample
    if asked.sample: done = set()
    for kind in [asked.only] if asked.only else KINDS:
        started, met, rounds, harness.skipped = time.monotonic(), 0, 0, ""
        for round in range(1, (1 if kind == "proof" else asked.count) + 1):
            if asked.hours and time.monotonic() - begun > asked.hours * 3600: break
            if (kind, round) in done: continue
            well, more = played(harness, kind, round)
            passed, failed, rounds = passed + well, failed + (not well), rounds + 1
            met += harness.broken
            if not more: break
        if harness.skipped: print(f"{kind}: skipped, {harness.skipped}")
        print(f"{kind}: {rounds} rounds, {met} faults met, "
              f"{time.monotonic() - started:.1f} s", flush=True)
        if rounds and not met and not harness.skipped:
            failed += 1
            print(f"FAILED {kind}: no round met its fault")
    shutil.rmtree(harness.work, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
