"""Breaks a cluster while its nodes append, and compares what they were told with what is left.

Usage: cluster.py [--seconds 120] [--failovers 3] [--seed S] [--nodes 4] [--callers 8]
                  [--only KIND] [--sample] [--proof]

SERASAN_BENCH is the program whose `node-appends` are the nodes.
"""
import argparse, json, os, random, shutil, signal, statistics, subprocess, sys, tempfile, time
import traceback
from pathlib import Path
import oracle
from cluster_servers import SCHEMA, Servers, settled
from disk import ROOT
from judge import QUOTA, Event, Judgement, self_check
from silent_line import Exchange
from troubling import KINDS, Troubles
from watching import Node, Watch

BENCH = os.environ.get("SERASAN_BENCH", str(ROOT / ".build/release/serasan-bench"))
PLACES = 500
# The numbers of a node's operations begin with a multiple of this.
NUMBERS = 1_000_000_000
# Writes are back after a failover within this; a node waits as long for what it was not sure of.
BACK_WITHIN, ENDS_WITHIN = 60, 180
ALL = "count(*), max(seq), md5(string_agg(md5(bytes), '' ORDER BY seq))"


class Cluster:
    """Two servers, the nodes, and `lines`: of each node, one to each server."""

    def __init__(self, folder, asked):
        exchange = Exchange()
        self.servers = Servers(folder, exchange, waits=not asked.proof)
        self.folder, self.nodes = folder, []
        self.lines = [[exchange.line(port) for port in self.servers.ports]
                      for _ in range(asked.nodes)]

    def begin(self, asked):
        keys = self.folder / "kunci"
        self.servers.begin()
        made = subprocess.run([BENCH, "node-appends-prepare", self.address(0), keys],
                              capture_output=True, text=True, timeout=120)
        assert made.returncode == 0, f"the nodes cannot begin: {made.stderr[-1500:]}"
        for place in range(asked.nodes): self.another(place, asked.seconds, asked)

    def another(self, place, seconds, asked):
        """A node on the lines of a place, where none was or one has died."""
        number = len(self.nodes) + 1
        self.nodes.append(Node(number, BENCH, [self.address(place), self.folder / "kunci", asked.seed,
                                               number, seconds, asked.callers],
                               self.folder, place))

    @property
    def living(self):
        return [node for node in self.nodes if not node.was_killed]

    def address(self, place):
        hosts = ",".join(f"127.0.0.1:{line.here}" for line in self.lines[place])
        return (f"postgres://serasan@{hosts}/serasan?target_session_attrs=read-write"
                f"&options=-csearch_path%3D{SCHEMA}")

    def ended(self):
        """Those that did not come to their end."""
        end = time.monotonic() + ENDS_WITHIN
        for node in self.living:
            try: node.process.wait(max(0, end - time.monotonic()))
            except subprocess.TimeoutExpired: pass
        return [f"node {node.number}: {node.process.poll()} {node.errors.read_text()[:500]}"
                for node in self.living if node.process.poll() != 0]

    def stop(self):
        for node in self.nodes:
            if node.process.poll() is None: node.process.kill()
            node.process.wait()
        self.servers.stop()

    def events(self):
        rows = []
        for line in self.servers.sql("SELECT seq, stream_kind || '/' || encode(stream_id, 'hex'), "
                                     "version, convert_from(bytes, 'UTF8') FROM events ORDER BY 1"):
            seq, stream, version, body = line.split("\t")
            rows.append(Event(int(seq), stream, int(version), json.loads(body)["count"]))
        return rows

    def same(self):
        """Both servers have the same, once the standby has everything."""
        servers = self.servers
        def both(): return [servers.sql(f"SELECT {ALL} FROM events", number) for number in (0, 1)]
        try: settled(lambda: both()[0] == both()[1], 30, "the standby has what the primary has")
        except AssertionError as fault: return [f"{fault}: {both()}"]
        return []


class Base:
    """The primary as the oracle of SQLite's files reads it."""

    def __init__(self, servers):
        self.servers = servers

    def execute(self, sql):
        lines = self.servers.sql(sql.replace("rowid", "ctid"))
        return Rows([value(word) for word in line.split("\t")] for line in lines)


class Rows(list):
    def fetchone(self):
        return self[0]


def value(word):
    if word.startswith("\\x"): return bytes.fromhex(word[2:])
    return int(word) if word.isdigit() else word


def judged(cluster, watch, troubles):
    """Every property with what breaks it, and the lines that say how much was tried."""
    servers = cluster.servers
    judge = Judgement([node.told for node in cluster.nodes], cluster.events(),
                      int(servers.sql("SELECT size FROM log_head")[0]), PLACES,
                      [node.turns for node in cluster.nodes])
    back = [watch.writes_after(*failover) for failover in troubles.failovers]
    claims = int(servers.sql("SELECT count(*) FROM claims WHERE space = 'quota'")[0])
    # Who was killed hears no more: what it had sent is there or not, both are right.
    killed = {node.number for node in cluster.nodes if node.was_killed}
    open_ = [number for number, one in judge.done.items()
             if one.answer in (None, "unknown") and int(number) // NUMBERS not in killed]
    verdicts = judge.verdicts | {
        "the frontier is that of the events, nothing is damaged": oracle.wrong(Base(servers)),
        "each taken place has its claim": [] if claims == len(judge.taken) else [claims],
        "both servers have the same": cluster.same(),
        "every node was acknowledged something": [
            node.number for node in cluster.living if not node.heard],
        "whoever was unsure was answered in the end": open_[:20],
        f"it is written again within {BACK_WITHIN} s of each failover":
            [back] if any(one is None or one > BACK_WITHIN for one in back) else [],
        "everything was done that was asked for": troubles.missing,
    }
    many = {what: sum(one.answer == what for one in judge.done.values())
            for what in ("ok", "resolved", "conflict", "full", "failed")}
    unsure = sum(one.was_unknown for one in judge.done.values())
    quota = sum(one.stream == QUOTA for one in judge.done.values())
    figures = [f"{len(judge.done)} operations, {len(judge.acknowledged)} acknowledged, {unsure} "
               f"unknown at first, {many['resolved']} of them resolved, {len(open_)} still open, "
               f"{len(judge.lost)} lost",
               f"{many['conflict']} conflicts, {many['failed']} failed, {quota} asked for a place, "
               f"{many['full']} were told that it is taken, {len(judge.taken)} of {PLACES} are"]
    if any(back):
        known = [one for one in back if one is not None]
        figures.append(f"{len(back)} failovers, written again after {max(known):.1f} s at most, "
                       f"{statistics.median(known):.1f} s in the middle")
    return verdicts, figures


def lived(folder, asked):
    cluster = Cluster(folder, asked)
    try:
        cluster.begin(asked)
        watch, troubles = Watch(cluster.nodes), Troubles(cluster, asked)
        try:
            troubles.run()
            stuck = cluster.ended()
        finally:
            watch.end()
        verdicts, figures = judged(cluster, watch, troubles)
        verdicts["every node comes to its end"] = stuck
        print(", ".join(f"{many} {kind}" for kind, many in troubles.done.items()))
        for line in figures: print(line)
        return verdicts
    finally:
        cluster.stop()


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--seconds", type=int, default=120)
    words.add_argument("--failovers", type=int, default=3)
    words.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    words.add_argument("--nodes", type=int, default=4)
    words.add_argument("--callers", type=int, default=8, help="of each node at once")
    words.add_argument("--only", choices=KINDS)
    words.add_argument("--sample", action="store_true", help="a minute with one of the main kinds")
    words.add_argument("--proof", action="store_true",
                       help="commits do not wait for the standby: a loss must be found")
    asked = words.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if asked.sample: asked.seconds, asked.failovers = 40, 1
    if asked.proof: asked.seconds, asked.failovers, asked.only = 40, 2, "failover"
    self_check()
    print(f"seed {asked.seed}", flush=True)
    folder, failed = Path(tempfile.mkdtemp(prefix="serasan-cluster-")), 1
    try:
        verdicts = lived(folder, asked)
        if asked.proof:
            verdicts = {"a loss is found": [] if verdicts[Judgement.kept.__doc__] else ["none"]}
        for name, found in verdicts.items():
            if found: print(f"FAILED {name}: {found}"[:2000])
        failed = sum(map(bool, verdicts.values()))
    except Exception as fault:
        traceback.print_exc(file=sys.stdout)
        verdicts = {f"{fault!r}": ["thrown"]}
    finally:
        if failed: print(f"seed {asked.seed}, kept: {folder}", flush=True)
        else: shutil.rmtree(folder)
    print(f"{len(verdicts) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
