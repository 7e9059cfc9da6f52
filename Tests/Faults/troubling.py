"""What is done to a cluster while its nodes append, drawn from a seed."""
import random, threading, time
from silent_line import BACK, BOTH, THERE

# Patience is 20 s and a transaction of a node that says nothing is given up after 10.
LONG = (5, 40)
LAGS = (5, 25)
WAYS = (BOTH, (THERE,), (BACK,))
WAITING = "pid FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND pid <> pg_backend_pid()"
OF_SERVERS = ("failover", "standby", "cancel", "ended")
OF_NODES = ("stop", "silent", "cut", "die")
KINDS = (*OF_SERVERS, *OF_NODES)


class Troubles:
    """Two at once: one goes on about the servers, one about the nodes and their lines."""

    def __init__(self, cluster, asked):
        self.cluster, self.asked, self.begun = cluster, asked, time.monotonic()
        self.done, self.failovers, self.fault = {kind: 0 for kind in KINDS}, [], None
        # How often at least; of the other kinds come as many as fit.
        self.least = {"failover": asked.failovers} if self.wanted("failover") else {}
        if asked.only and not self.least: self.least = {asked.only: 1}
        if asked.sample and not asked.only: self.least |= {"stop": 1, "silent": 1}
        plans = [self.plan_of_servers, self.plan_of_nodes]
        self.threads = [threading.Thread(target=self.follow, args=(plan,), daemon=True)
                        for plan in plans]

    def run(self):
        for thread in self.threads: thread.start()
        for thread in self.threads: thread.join()
        if self.fault: raise self.fault

    @property
    def missing(self):
        return [kind for kind, many in self.least.items() if self.done[kind] < many]

    @property
    def left(self):
        return self.asked.seconds - (time.monotonic() - self.begun)

    def follow(self, plan):
        try:
            for kind, dice, most in plan():
                begun = time.monotonic() - self.begun
                words = getattr(self, kind)(dice, most)
                self.done[kind] += 1
                print(f"{begun:6.1f} s  {kind}: {words}", flush=True)
        except Exception as fault:
            self.fault = self.fault or fault
            print(f"trouble ended: {fault!r}"[:1000], flush=True)

    def plan_of_servers(self):
        """Failovers at even distances, and between them whatever fits."""
        dice = random.Random(f"{self.asked.seed} servers")
        kinds = [kind for kind in OF_SERVERS[1:] if self.wanted(kind)]
        count = self.least.get("failover", 0)
        for number in range(count + 1):
            due = self.asked.seconds * (1 - (number + 0.5) / (count + 0.5))
            if number == count: due = 8
            while kinds and not self.asked.sample and self.left - due > 8:
                time.sleep(dice.uniform(1, 3))
                yield dice.choice(kinds), dice, self.left - due
            time.sleep(max(1, self.left - due))
            if number < count and self.left > 5: yield "failover", dice, None

    def plan_of_nodes(self):
        dice = random.Random(f"{self.asked.seed} nodes")
        kinds = [kind for kind in OF_NODES if self.wanted(kind)]
        for kind in (("stop", "silent") if self.asked.sample else ()):
            time.sleep(2)
            if kind in kinds: yield kind, dice, 13
        while kinds and not self.asked.sample and self.left > 12:
            time.sleep(dice.uniform(1, 4))
            yield dice.choice(kinds), dice, self.left - 6

    def wanted(self, kind):
        return self.asked.only in (None, kind)

    def failover(self, dice, _):
        """By kill -9 or an immediate stop; sometimes its standby has lagged behind for a while."""
        servers = self.cluster.servers
        at_once, strict, lags = (dice.random() < 0.5 for _ in range(3))
        line, lags = servers.copying, self.asked.proof or lags and not self.asked.sample
        returns = dice.random() < 0.4 and servers.waits and not self.asked.sample
        # Commits wait, and whoever waits is unsure when the primary dies; some were cancelled
        # before, and what they wrote was seen by all and then is gone.
        if lags:
            line.silent(*(BOTH if self.asked.proof else dice.choice(WAYS)))
            self.unwait(dice, dice.uniform(1, 6), cancels=dice.random() < 0.5)
        moment, size = servers.fail_over(at_once, strict)
        line.speaks()
        self.failovers.append((moment, size))
        promoted = time.monotonic() - moment
        # It takes itself for the primary still; who reaches it must not be told anything.
        if returns: servers.returned(dice.uniform(3, 12))
        servers.copy()
        return (f"{'kill -9' if at_once else 'immediate stop'}{', standby lagged' if lags else ''}"
                f"{', the old one came back' if returns else ''}"
                f"{', strict' if strict else ''}, promoted after {promoted:.1f} s, "
                f"a new standby after {time.monotonic() - moment:.1f} s")

    def standby(self, dice, most):
        return self.lagging(dice, most, cancels=False)

    def cancel(self, dice, most):
        return self.lagging(dice, most, cancels=True)

    def lagging(self, dice, most, cancels):
        line, ways = self.cluster.servers.copying, dice.choice(WAYS)
        seconds = min(dice.uniform(*LAGS), most)
        line.silent(*ways)
        try: many = self.unwait(dice, seconds, cancels)
        finally: line.speaks()
        return f"{told(ways)} silent for {seconds:.0f} s" + (f", {many} gave up" if cancels else "")

    def unwait(self, dice, seconds, cancels):
        """What must never be done to a commit that waits for its standby."""
        end, many, servers = time.monotonic() + seconds, 0, self.cluster.servers
        while time.monotonic() < end:
            time.sleep(min(0.5, max(0, end - time.monotonic())))
            if not cancels: continue
            how = dice.choice(("pg_cancel_backend", "pg_terminate_backend"))
            many += sum(map(int, servers.sql(
                f"SELECT count(*) FROM (SELECT {how}(pid) AS done, {WAITING}) w WHERE done")))
        return many

    def ended(self, dice, _):
        which = dice.choice(("'client backend'", "'client backend', 'walsender'"))
        many = self.cluster.servers.sql(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            f"WHERE backend_type IN ({which}) AND pid <> pg_backend_pid()")[0]
        return f"{many} sessions of {which}"

    def stop(self, dice, most):
        node, seconds = dice.choice(self.cluster.living), min(dice.uniform(*LONG), most)
        if self.asked.sample: seconds = most
        node.stop()
        try: time.sleep(seconds)
        finally: node.goes_on()
        return f"node {node.number} for {seconds:.0f} s"

    def silent(self, dice, most):
        node, ways = dice.randrange(len(self.cluster.lines)), dice.choice(WAYS)
        line = self.cluster.lines[node][self.cluster.servers.primary]
        seconds = min(dice.uniform(*LONG), most)
        line.silent(*ways)
        try: time.sleep(seconds)
        finally:
            # Either all of it arrives, too late, or none.
            forgets = dice.random() < 0.3
            if forgets: line.cut()
            line.speaks()
        return (f"line {node + 1} to the primary, {told(ways)}, for {seconds:.0f} s"
                f"{', then cut' if forgets else ''}")

    def cut(self, dice, _):
        node = dice.randrange(len(self.cluster.lines))
        many = self.cluster.lines[node][self.cluster.servers.primary].cut()
        return f"{many} of line {node + 1}"

    def die(self, dice, most):
        """Killed in the middle of its work; another begins in its place."""
        node, seconds = dice.choice(self.cluster.living), max(15, int(self.left))
        node.kill()
        self.cluster.another(node.line, seconds, self.asked)
        return f"node {node.number}, and another in its place"


def told(ways):
    return {BOTH: "both ways", (THERE,): "there", (BACK,): "back"}[tuple(ways)]
