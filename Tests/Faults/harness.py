"""What all kinds share: a sample regency, a fresh copy of it, and what must hold afterwards."""
import http.client, random, shutil, tempfile, time
from pathlib import Path
import oracle
from disk import Disk, ROOT, compiled
from served import OWN, SAME, Refused, Site, command, exported

BROKEN = (OSError, http.client.HTTPException)
KEPT = ROOT / ".build/faults"


class Harness:
    def __init__(self, seed):
        self.seed, self.sites, self.broken = seed, [], 0
        self.work = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        self.folder, self.trial = self.work / "kabupaten", self.work / "coba"
        made = command("init", self.folder, "--name", "Kabupaten Contoh", "--code", "16.03",
                       "--demo")
        assert made.returncode == 0, made.stderr
        self.disk, self.dice, self.found = Disk(compiled(self.work), self.work), None, {}
        site = Site(self.folder)
        self.drafts = [site.fill(turn) for turn in range(3)]
        site.kill()
        oracle.whole(self.folder / "data")

    def begin(self, kind, round):
        """A round of its own: it replays without those before it."""
        self.dice = random.Random(f"{self.seed} {kind} {round}")
        self.disk.clear()
        self.sites = []

    def fresh(self):
        shutil.rmtree(self.trial, ignore_errors=True)
        shutil.copytree(self.folder, self.trial)
        return self.trial

    def serve(self, faulty=False, **more):
        site = Site(self.trial, self.disk if faulty else None, **more)
        self.sites.append(site)
        return site

    def end(self):
        for site in self.sites:
            if site.process.returncode is None: site.kill()

    def keep(self, kind, round):
        """The folder of a round that failed, for whoever looks into it."""
        kept = KEPT / f"{kind}-{self.seed}-{round}"
        shutil.rmtree(kept, ignore_errors=True)
        kept.parent.mkdir(parents=True, exist_ok=True)
        if self.trial.exists(): shutil.copytree(self.trial, kept)
        return kept

    def measured(self, what):
        """How many writes and syncs a run has that meets nothing."""
        if not self.found:
            self.disk.clear()
            self.fresh()
            site = self.serve(faulty=True)
            for filled in self.drafts: site.send(filled)
            site.send(site.fill(3))
            site.kill()
            writes, syncs = self.disk["writes"], self.disk["syncs"]
            self.found = {"full": writes, "eio": syncs, "kill": self.disk.all}
            self.disk.clear()
        return self.found[what]

    def after(self, acknowledged, certain=(), perhaps=()):
        """Starts again on what is left: everything acknowledged is there once, as it was sent.

        `certain` are drafts whose every step was acknowledged, `perhaps` those that were still
        being filled in.
        """
        begun = time.monotonic()
        site = self.serve()
        try:
            assert site.port, "the program does not start"
            assert '"status":"ok"' in site.ask("GET", "/healthz")[3], "not healthy"
            assert time.monotonic() - begun < 10, "ready only after 10 s"
            self.holds(site, acknowledged, certain, perhaps)
        finally:
            site.kill()

    def holds(self, site, acknowledged, certain=(), perhaps=()):
        data, numbers = self.trial / "data", {}
        oracle.whole(data)
        kept = oracle.cases(data)
        for filled, number in acknowledged.items():
            assert kept.count(number.replace("-", "")) == 1, f"{number} is lost"
            status, page = site.ask("GET", f"/lacak/{number.replace('-', '')}")[::3]
            assert status == 200 and number in page, f"{number} is lost from its page"
            assert site.send(filled) == number, f"{number} is another case now"
            numbers[number] = filled
        assert oracle.cases(data) == kept, "a repeated request made a second case"
        for filled in [*self.drafts, *certain]:
            if filled not in acknowledged: numbers[site.send(filled)] = filled
        for filled in perhaps:
            if filled in acknowledged: continue
            try: numbers[site.send(filled)] = filled
            except Refused as refused: assert refused.status in (404, 422), refused
        assert len(oracle.cases(data)) == len(numbers), "not one case for each draft"
        same(exported(self.trial), numbers)
        oracle.whole(data)


def same(rows, numbers):
    """What is exported is what was sent, each once."""
    assert sorted(row["nomor"] for row in rows) == sorted(numbers), "other cases are exported"
    for row in rows:
        own = numbers[row["nomor"]].own
        for name, value in [*((name, own[name]) for name in OWN), *SAME.items()]:
            assert row[name] == value, f"{row['nomor']}: {name} is {row[name]}, sent was {value}"
