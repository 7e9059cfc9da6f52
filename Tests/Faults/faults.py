"""Injects faults under a running site and compares what it acknowledged with what it kept.

Usage: faults.py [--count N] [--seed S] [--only kill|eio|full|power|twice|proof]
"""
import argparse, hashlib, http.client, os, random, re, shutil, sqlite3, struct, subprocess, sys
import tempfile, threading, time, urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("SERASAN_BINARY", str(ROOT / ".build/release/serasan"))
SERVICE = "surat-keterangan-penelitian"
PAPER = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
FIELDS = [
    ("nama", "Ahmad Fauzi"), ("nik", "1203041708850002"), ("hp", "081200000002"),
    ("kabar", "wa"), ("lembaga", "Universitas Contoh"), ("jenjang", "skripsi"),
    ("surel", "ahmad@contoh.example"), ("anggota-banyak", "1"),
    ("anggota-1-nama_anggota", "Dewi Lestari"), ("anggota-1-peran", "Pengumpul data"),
    ("judul", "Pendapatan petani kopi"), ("bidang", "pertanian"), ("lokasi", "16.03.08.2001"),
    ("mulai-tanggal", "1"), ("mulai-bulan", "12"), ("mulai-tahun", "2026"),
    ("akhir-tanggal", "28"), ("akhir-bulan", "2"), ("akhir-tahun", "2027"),
    ("responden", "ya"), ("jumlah_responden", "60"),
]


class Site:
    def __init__(self, folder, shim=None, **faults):
        env = {**os.environ, "SERASAN_SHARE": os.environ.get("SERASAN_SHARE", str(ROOT))}
        if shim: env.update(LD_PRELOAD=str(shim), **faults)
        self.process = subprocess.Popen([BINARY, "serve", str(folder), "--port", "0"], env=env,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        found = re.search(r"http://127[0-9.]*:(\d+)", self.process.stdout.readline())
        self.port = int(found[1]) if found else None

    def ask(self, method, path, cookie="", body=None, kind="application/x-www-form-urlencoded"):
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        head = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin",
                "Origin": f"http://127.0.0.1:{self.port}"}
        if body is not None: head["Content-Type"] = kind
        try:
            wire.request(method, path, body, head)
            reply = wire.getresponse()
            cookies = [c.split(";")[0] for n, c in reply.getheaders() if n.lower() == "set-cookie"]
            return reply.status, reply.getheader("Location", ""), cookies, reply.read().decode()
        finally:
            wire.close()

    def form(self, path, cookie, fields):
        return self.ask("POST", path, cookie, urllib.parse.urlencode(fields))

    def fill(self):
        """A filled draft: its id, cookie and token."""
        _, _, cookies, page = self.ask("GET", f"/layanan/{SERVICE}")
        cookie, token = cookies[0], re.search(r'name="?kunci"? value="?([0-9a-f]+)', page)[1]
        at = self.form(f"/layanan/{SERVICE}/mulai", cookie, [("kunci", token)])[1]
        draft = at.split("/")[-1]
        at = self.ask("GET", f"/isi/{draft}", cookie)[1]
        for _ in range(40):
            slug = at.split("/")[-1]
            if slug == "periksa": return draft, cookie, token
            if slug in ("pengantar", "proposal"):
                body = (b'--x\r\nContent-Disposition: form-data; name="kunci"\r\n\r\n'
                        + token.encode() + b'\r\n--x\r\nContent-Disposition: form-data; name="'
                        + slug.encode() + b'"; filename="a.pdf"\r\nContent-Type: application/pdf'
                        b"\r\n\r\n" + PAPER + b"\r\n--x--\r\n")
                status, to, _, page = self.ask("POST", at, cookie, body,
                                               "multipart/form-data; boundary=x")
            else:
                status, to, _, page = self.form(at, cookie, [("kunci", token), *FIELDS])
            assert status == 303, (at, status, page[-400:])
            at = to
        raise AssertionError("the form has no end")

    def send(self, filled):
        """Status, and the number where it was acknowledged."""
        draft, cookie, token = filled
        status, _, cookies, _ = self.form(f"/kirim/{draft}", cookie,
                                          [("kunci", token), ("benar", "ya")])
        if status != 303: return status, None
        page = self.ask("GET", "/selesai", cookies[0])[3]
        return status, re.search(r"\d{4}-\d{4}-\d{4}", page)[0]

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


def whole(data):
    """Reads the log by other means than the program: dense, and the tree that the head says."""
    base = sqlite3.connect(data / "catatan.sqlite")
    try:
        assert base.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "the file is damaged"
        size, frontier = base.execute("SELECT size, frontier FROM log_head").fetchone()
        nodes = []
        for place, (seq, body) in enumerate(
                base.execute("SELECT seq, bytes FROM events ORDER BY seq"), 1):
            assert seq == place, f"event {place} is missing"
            node, carry = hashlib.sha256(b"\0" + body).digest(), place
            while carry % 2 == 0:
                node, carry = hashlib.sha256(b"\1" + nodes.pop() + node).digest(), carry // 2
            nodes.append(node)
        assert place == size and b"".join(nodes) == frontier, "the head is not that of the events"
    finally:
        base.close()


def cases(data):
    base = sqlite3.connect(data / "catatan.sqlite")
    try:
        return base.execute("SELECT count(*) FROM events WHERE stream_kind = 'case' "
                            "AND version = 1").fetchone()[0]
    finally:
        base.close()


class Harness:
    def __init__(self, seed):
        self.dice, self.work = random.Random(seed), Path(tempfile.mkdtemp())
        self.met = dict.fromkeys(("kill", "eio", "full"), 0)
        self.shim, self.folder = self.work / "disk.so", self.work / "kabupaten"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", self.shim,
                        ROOT / "Tests/Faults/disk.c", "-ldl", "-lpthread"], check=True)
        env = {**os.environ, "SERASAN_SHARE": os.environ.get("SERASAN_SHARE", str(ROOT))}
        subprocess.run([BINARY, "init", self.folder, "--name", "Kabupaten Contoh", "--code",
                        "16.03", "--demo"], check=True, env=env, stdout=subprocess.DEVNULL)
        site = Site(self.folder)
        self.drafts = [site.fill() for _ in range(4)]
        site.kill()
        whole(self.folder / "data")

    def fresh(self):
        copy = self.work / "coba"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.folder, copy)
        return copy

    def after(self, folder, acknowledged):
        """Starts again on what is left: everything acknowledged is there once."""
        begun = time.monotonic()
        site = Site(folder)
        try:
            assert site.port, "the program does not start"
            assert site.ask("GET", "/healthz")[0] == 200, "not healthy"
            assert time.monotonic() - begun < 10, "ready only after 10 s"
            whole(folder / "data")
            kept = cases(folder / "data")
            for filled, number in acknowledged.items():
                status, page = site.ask("GET", f"/lacak/{number.replace('-', '')}")[::3]
                assert status == 200 and number in page, f"{number} is lost"
                assert site.send(filled) == (303, number), f"{number} is another case now"
            assert cases(folder / "data") == kept, "a repeated request made a second case"
            for filled in set(self.drafts) - set(acknowledged):
                assert site.send(filled)[0] == 303, "an open draft cannot be sent again"
            assert cases(folder / "data") == len(self.drafts), "not one case for each draft"
            whole(folder / "data")
        finally:
            site.kill()

    def sent(self, site, acknowledged):
        for filled in self.drafts:
            try:
                status, number = site.send(filled)
            except (OSError, http.client.HTTPException):
                return
            if number: acknowledged[filled] = number
            else: assert status == 503, f"a failure was answered {status}"

    def disk(self, kind, at):
        folder, acknowledged, more = self.fresh(), {}, {}
        if self.dice.random() < 0.5: more["FAULT_STAYS"] = "1"
        site = Site(folder, self.shim, FAULT_KIND=kind, FAULT_AT=str(at), **more)
        try:
            if site.port: self.sent(site, acknowledged)
            # A round whose k lies beyond the last write met nothing; the report says how many did.
            died = site.process.poll() is not None
            if died or len(acknowledged) < len(self.drafts): self.met[kind] += 1
            assert kind == "kill" or not (died and site.port), "a failing disk ended the program"
        finally:
            site.kill()
        self.after(folder, acknowledged)

    def power(self, lies=False):
        folder, journal, acknowledged = self.fresh(), self.work / "journal", {}
        journal.unlink(missing_ok=True)
        before = {n: (folder / "data" / n).read_bytes() if (folder / "data" / n).exists() else b""
                  for n in ("catatan.sqlite", "catatan.sqlite-wal")}
        more = {"FAULT_LIES": "1"} if lies else {}
        site = Site(folder, self.shim, FAULT_JOURNAL=str(journal), **more)
        try:
            self.sent(site, acknowledged)
        finally:
            site.kill()
        assert acknowledged, "nothing was acknowledged"
        done, at = journal.read_bytes(), 0
        images = {1: bytearray(before["catatan.sqlite"]), 2: bytearray(before["catatan.sqlite-wal"])}
        loose = {1: [], 2: []}
        while at < len(done):
            what, file, place, size = struct.unpack_from("<cBqq", done, at)
            at += 18
            if what == b"w":
                loose[file].append((place, done[at:at + size]))
                at += size
            elif what == b"t": loose[file].append((place, None))
            else:
                for write in loose[file]: self.put(images[file], *write)
                loose[file] = []
        for file, writes in loose.items():
            for place, data in writes:
                luck = self.dice.random()
                if luck < 0.4: continue
                if data and luck < 0.7: data = data[:512 * self.dice.randrange(len(data) // 512 + 1)]
                self.put(images[file], place, data)
        (folder / "data/catatan.sqlite").write_bytes(images[1])
        (folder / "data/catatan.sqlite-wal").write_bytes(images[2])
        (folder / "data/catatan.sqlite-shm").unlink(missing_ok=True)
        self.after(folder, acknowledged)

    @staticmethod
    def put(image, place, data):
        if data is None:
            del image[place:]
            return
        if len(image) < place + len(data): image.extend(bytes(place + len(data) - len(image)))
        image[place:place + len(data)] = data

    def proof(self):
        """On a disk that never syncs the harness has to find a loss."""
        for _ in range(10):
            try: self.power(lies=True)
            except AssertionError as fault:
                if "lost" in str(fault) or "start" in str(fault) or "damaged" in str(fault): return
                raise
            except sqlite3.DatabaseError: return
        raise AssertionError("a disk that forgets everything was not noticed")

    def twice(self):
        folder, numbers = self.fresh(), []
        site = Site(folder)
        try:
            filled = self.drafts[0]
            threads = [threading.Thread(target=lambda: numbers.append(site.send(filled)))
                       for _ in range(50)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            assert len(numbers) == 50 and len(set(numbers)) == 1, set(numbers)
            assert numbers[0][0] == 303 and cases(folder / "data") == 1
        finally:
            site.kill()
        self.after(folder, {filled: numbers[0][1]})


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--count", type=int, default=3)
    words.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    words.add_argument("--only", choices=["kill", "eio", "full", "power", "proof", "twice"])
    asked = words.parse_args()
    passed = failed = 0
    print(f"seed {asked.seed}", flush=True)
    harness = Harness(asked.seed)
    for kind in [asked.only] if asked.only else ["proof", "kill", "eio", "full", "power", "twice"]:
        for round in range(1, (1 if kind == "proof" else asked.count) + 1):
            at = harness.dice.randrange(1, 60) if kind != "eio" else harness.dice.randrange(1, 12)
            try:
                if kind in ("kill", "eio", "full"): harness.disk(kind, at)
                else: getattr(harness, kind)()
                passed += 1
            except Exception as fault:
                failed += 1
                print(f"FAILED {kind} round {round} at {at}: {fault!r}"[:600], flush=True)
    shutil.rmtree(harness.work, ignore_errors=True)
    for kind, met in harness.met.items():
        if not asked.only or kind == asked.only:
            print(f"{kind}: {met} of {asked.count} rounds met their fault")
            if asked.count >= 10 and not met:
                failed += 1
                print(f"FAILED {kind}: no round met its fault")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
