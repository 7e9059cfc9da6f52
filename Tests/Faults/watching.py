"""The nodes as processes, and what they write down, read while they write it."""
import itertools, signal, subprocess, threading, time


class Node:
    """One that appends, on the lines of its place.

    `told` are its lines and `turns` when they were read, `heard` when which event was acknowledged.
    """

    def __init__(self, number, binary, words, folder, place):
        self.number, self.told, self.turns, self.heard = number, [], [], []
        self.line, self.was_killed = place, False
        self.out, self.errors = folder / f"node-{number}.txt", folder / f"node-{number}.log"
        self.process = subprocess.Popen(
            [binary, "node-appends", *map(str, words), self.out], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=open(self.errors, "wb"))
        self.place, self.part = 0, ""

    def read(self, turn):
        """Takes what came since; it makes the file itself, when it begins."""
        if not self.out.exists(): return
        with open(self.out) as file:
            file.seek(self.place)
            self.part += file.read()
            self.place = file.tell()
        lines = self.part.split("\n")
        self.part, now = lines.pop(), time.monotonic()
        for line in lines:
            words = line.split()
            if words[0] in ("ok", "resolved"): self.heard.append((now, int(words[2])))
        self.told += lines
        self.turns += [turn] * len(lines)

    def stop(self):
        self.process.send_signal(signal.SIGSTOP)

    def kill(self):
        self.was_killed = True
        self.process.kill()
        self.process.wait()

    def goes_on(self):
        self.process.send_signal(signal.SIGCONT)


class Watch:
    """Reads along, so that it is known when which answer came."""

    def __init__(self, nodes):
        self.nodes, self.ends = nodes, threading.Event()
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()

    def read(self):
        for turn in itertools.count():
            ends = self.ends.wait(0.05)
            for node in list(self.nodes): node.read(turn)
            if ends: return

    def end(self):
        self.ends.set()
        self.thread.join()

    def writes_after(self, moment, size):
        """Seconds from a moment to the first acknowledged event beyond those that were there."""
        later = [heard for node in self.nodes for heard, seq in list(node.heard)
                 if seq > size and heard > moment]
        return min(later) - moment if later else None
