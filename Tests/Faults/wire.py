"""twice, cut, lost, gone: what a bad line does between a phone and the site."""
import socket, struct, threading
import oracle
from harness import BROKEN


class Proxy:
    """Stands between phone and site for one request, and breaks as told."""

    def __init__(self, port, mode, at):
        self.port, self.mode, self.at, self.answered = port, mode, at, threading.Event()
        self.ears = socket.create_server(("127.0.0.1", 0))
        self.here = self.ears.getsockname()[1]
        self.thread = threading.Thread(target=self.carry, daemon=True)
        self.thread.start()

    def carry(self):
        phone, _ = self.ears.accept()
        site = socket.create_connection(("127.0.0.1", self.port))
        try:
            asked = self.request(phone)
            if self.mode == "cut-request":
                site.sendall(asked[:self.at % len(asked)])
                return
            site.sendall(asked)
            if self.mode == "gone": return
            reply = site.recv(65536)
            if reply.startswith(b"HTTP/1.1 303"): self.answered.set()
            if self.mode == "cut-reply": phone.sendall(reply[:self.at % len(reply)])
        finally:
            for end in (phone, site):
                # Resets instead of a polite end: the line is gone.
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                end.close()
            self.ears.close()

    @staticmethod
    def request(phone):
        """One whole request as the phone sends it."""
        asked = b""
        while True:
            asked += phone.recv(65536)
            head, end, body = asked.partition(b"\r\n\r\n")
            if not end: continue
            length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n")
                          if line.lower().startswith(b"content-length"))
            if len(body) >= length: return asked


def cut(harness, round):
    broken(harness, harness.dice.choice(("cut-request", "cut-reply")))


def lost(harness, round):
    broken(harness, "lost")


def gone(harness, round):
    broken(harness, "gone")


def broken(harness, mode):
    harness.fresh()
    site, acknowledged, data = harness.serve(), {}, harness.trial / "data"
    at = harness.dice.randrange(1, 1 << 16)
    harness.where = f"{mode} at {at}"
    proxy, filled = Proxy(site.port, mode, at), harness.drafts[0]
    # Others send at the same time: what happens to one request must not undo theirs.
    others = [threading.Thread(target=lambda draft=draft: acknowledged.update(
        {draft: site.send(draft)})) for draft in harness.drafts[1:]]
    for other in others: other.start()
    try:
        site.post(filled, port=proxy.here)
        raise AssertionError("the answer came through a broken line")
    except BROKEN:
        harness.broken += 1
    proxy.thread.join(10)
    for other in others: other.join(10)
    assert len(acknowledged) == len(others), "another's request was undone"
    if mode in ("lost", "cut-reply"):
        assert proxy.answered.is_set(), "not acknowledged"
        assert len(oracle.cases(data)) == len(harness.drafts), "answered before it was kept"
    acknowledged[filled] = site.send(filled)
    harness.holds(site, acknowledged)
    site.kill()
    harness.after(acknowledged)


def twice(harness, round):
    """One draft, sent 50 times at once."""
    harness.fresh()
    site, numbers, filled = harness.serve(), [], harness.drafts[0]
    threads = [threading.Thread(target=lambda: numbers.append(site.send(filled)))
               for _ in range(50)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    assert len(numbers) == 50 and len(set(numbers)) == 1, set(numbers)
    assert len(oracle.cases(harness.trial / "data")) == 1
    harness.broken += 50
    site.kill()
    harness.after({filled: numbers[0]})
