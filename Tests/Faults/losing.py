"""power, again, proof: images that a disk could hold when the power went."""
import shutil, sqlite3
import oracle
from disk import Loss, contents, lay
from breaking import sends

IMAGES, BY_PROGRAM = 25, 2


def recorded(harness, lies=False):
    """A run and its journal: what was there before, the journal, what was acknowledged when."""
    folder, journal = harness.fresh(), harness.work / "jurnal"
    journal.unlink(missing_ok=True)
    before, acknowledged, filled = contents(folder / "data"), Watched(journal), []
    harness.disk["lies"] = lies
    site = harness.serve(faulty=True, FAULT_JOURNAL=str(journal))
    refused = sends(harness, site, acknowledged, filled)
    assert not refused and acknowledged, "nothing was acknowledged"
    # Ending in order writes the log back into the database, which a loss may meet too.
    if harness.dice.random() < 0.5: site.stop()
    else: site.kill()
    return before, journal.read_bytes(), acknowledged, filled


class Watched(dict):
    """Acknowledged requests, with how long the journal was at that moment."""

    def __init__(self, journal):
        super().__init__()
        self.journal, self.when = journal, {}

    def __setitem__(self, filled, number):
        self.when[filled] = self.journal.stat().st_size
        super().__setitem__(filled, number)

    def at(self, place):
        return {filled: number for filled, number in self.items() if self.when[filled] <= place}


def images(harness, run, many):
    """`many` images of one run at places drawn from it: image, acknowledged until then."""
    before, journal, acknowledged, _ = run
    ends, walk = [], Loss(before, journal)
    while walk.step(): ends.append(walk.at)
    chosen = sorted(harness.dice.choices(ends, k=many))
    walk = Loss(before, journal)
    for place in chosen:
        while walk.at < place: walk.step()
        yield walk.image(harness.dice), acknowledged.at(place)


def power(harness, round, lies=False):
    run = recorded(harness, lies)
    data = harness.trial / "data"
    for turn, (image, acknowledged) in enumerate(images(harness, run, IMAGES)):
        harness.where = f"image {turn}, {len(acknowledged)} acknowledged"
        lay(image, data)
        oracle.whole(data)
        kept = oracle.cases(data)
        for number in acknowledged.values():
            assert kept.count(number.replace("-", "")) == 1, f"{number} is lost"
        harness.broken += 1
        if turn % (IMAGES // BY_PROGRAM) == 0:
            lay(image, data)
            harness.after(acknowledged, perhaps=run[3])


def again(harness, round):
    """A loss of power, and a kill at the k-th write of the start after it."""
    run = recorded(harness)
    data = harness.trial / "data"
    for image, acknowledged in images(harness, run, 3):
        lay(image, data)
        # How much this start writes is known only by starting.
        harness.disk.clear()
        site = harness.serve(faulty=True)
        assert site.port, "the program does not start"
        site.kill()
        most = harness.disk.all
        at = harness.dice.randrange(1, most + 1) if most else 0
        harness.where = f"k={at} of {most} writes of the start"
        lay(image, data)
        harness.disk.arm("kill", at)
        site = harness.serve(faulty=True)
        site.kill()
        harness.broken += min(harness.disk["met"], 1)
        harness.disk.clear()
        harness.after(acknowledged, perhaps=run[3])


def proof(harness, round):
    """On a disk that never syncs the harness has to find a loss."""
    for _ in range(10):
        try: power(harness, round, lies=True)
        except AssertionError as fault:
            harness.disk.clear()
            if any(word in str(fault) for word in ("lost", "start", "damaged", "missing")):
                harness.broken += 1
                return
            raise
        except sqlite3.DatabaseError:
            harness.broken += 1
            return
    raise AssertionError("a disk that forgets everything was not noticed")
