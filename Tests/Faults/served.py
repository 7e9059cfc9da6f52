"""A site under test: started, filled in, sent to and asked as people's phones do it."""
import csv, http.client, io, os, re, subprocess, tempfile, urllib.parse
from disk import ROOT

BINARY = os.environ.get("SERASAN_BINARY", str(ROOT / ".build/release/serasan"))
SHARE = {"SERASAN_SHARE": os.environ.get("SERASAN_SHARE", str(ROOT))}
SERVICE = "surat-keterangan-penelitian"
PAPER = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
FIELDS = {
    "nama": "Ahmad Fauzi", "nik": "1203041708850002", "hp": "081200000002", "kabar": "wa",
    "lembaga": "Universitas Contoh", "jenjang": "skripsi", "surel": "ahmad@contoh.example",
    "judul": "Pendapatan petani kopi", "bidang": "pertanian", "lokasi": "16.03.08.2001",
    "mulai-tanggal": "1", "mulai-bulan": "12", "mulai-tahun": "2027",
    "akhir-tanggal": "28", "akhir-bulan": "2", "akhir-tahun": "2028",
    "responden": "ya", "jumlah_responden": "60",
}
# Of each application its own, to compare with what was kept.
OWN = ("nama", "hp", "lembaga", "judul", "jumlah_responden")
SAME = {"nik": FIELDS["nik"], "surel": FIELDS["surel"], "bidang": "pertanian", "kabar": "wa",
        "jenjang": "skripsi", "mulai": "2027-12-01", "akhir": "2028-02-28", "responden": "ya"}
# The words that the site ships for the two ways of a 503 (WordsOfOutcomes.swift).
UNKNOWN = "Kirim sekali lagi. Kami tidak akan mencatatnya dua kali."
NO_ROOM = "Tempat penyimpanan kami penuh"
DAMAGED = "Ini tidak bisa ditampilkan"
DISTURBANCE = "Gangguan ini di sistem kami"


def own_of(turn):
    """What application `turn` says of its own."""
    return dict(zip(OWN, (f"Warga Contoh {chr(65 + turn % 26)}", f"0812000{turn:05d}",
                          f"Universitas Contoh {turn}", f"Pendapatan petani kopi {turn}",
                          str(10 + turn))))


class Filled:
    """A filled draft on one phone."""

    def __init__(self, draft, cookie, token, own):
        self.draft, self.cookie, self.token, self.own = draft, cookie, token, own


class Site:
    def __init__(self, folder, disk=None, **more):
        env = {**os.environ, **SHARE, **(disk.env if disk else {}), **more}
        for _ in range(3):
            self.start(folder, env)
            # A port that the system called free can be taken before the program takes it.
            if self.port or "Address already in use" not in self.complaints(): break

    def start(self, folder, env):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([BINARY, "serve", str(folder), "--port", "0"], env=env,
                                        stdout=subprocess.PIPE, stderr=self.errors, text=True)
        found = re.search(r"http://127[0-9.]*:(\d+)", self.process.stdout.readline())
        self.port = int(found[1]) if found else None

    def ask(self, method, path, cookie="", body=None, kind="application/x-www-form-urlencoded",
            port=None):
        wire = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=10)
        # Through a proxy too the phone asks for the site, not for the proxy.
        head = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin",
                "Host": f"127.0.0.1:{self.port}", "Origin": f"http://127.0.0.1:{self.port}"}
        if body is not None: head["Content-Type"] = kind
        try:
            wire.request(method, path, body, head)
            reply = wire.getresponse()
            cookies = [c.split(";")[0] for n, c in reply.getheaders() if n.lower() == "set-cookie"]
            text = reply.read().decode(errors="replace")
            return reply.status, reply.getheader("Location", ""), cookies, text
        finally:
            wire.close()

    def form(self, path, cookie, fields, port=None):
        return self.ask("POST", path, cookie, urllib.parse.urlencode(fields), port=port)

    def fill(self, turn):
        """Fills in application `turn`; a failure on the way is a Refused."""
        own = own_of(turn)
        _, _, cookies, page = self.ask("GET", f"/layanan/{SERVICE}")
        cookie, token = cookies[0], re.search(r'name="?kunci"? value="?([0-9a-f]+)', page)[1]
        status, at, _, page = self.form(f"/layanan/{SERVICE}/mulai", cookie, [("kunci", token)])
        if status != 303: raise Refused(status, page)
        draft = at.split("/")[-1]
        at = self.ask("GET", f"/isi/{draft}", cookie)[1]
        for _ in range(40):
            slug = at.split("/")[-1]
            if slug == "periksa": return Filled(draft, cookie, token, own)
            if slug in ("pengantar", "proposal"):
                body = (b'--x\r\nContent-Disposition: form-data; name="kunci"\r\n\r\n'
                        + token.encode() + b'\r\n--x\r\nContent-Disposition: form-data; name="'
                        + slug.encode() + b'"; filename="a.pdf"\r\nContent-Type: application/pdf'
                        b"\r\n\r\n" + PAPER + b"\r\n--x--\r\n")
                status, to, _, page = self.ask("POST", at, cookie, body,
                                               "multipart/form-data; boundary=x")
            else:
                status, to, _, page = self.form(at, cookie, {"kunci": token, **FIELDS, **own})
            if status != 303: raise Refused(status, page)
            at = to
        raise AssertionError("the form has no end")

    def post(self, filled, port=None):
        return self.form(f"/kirim/{filled.draft}", filled.cookie,
                         [("kunci", filled.token), ("benar", "ya")], port=port)

    def receipt(self, filled):
        """The cookie that opens the receipt of what was sent."""
        status, _, cookies, page = self.post(filled)
        if status != 303: raise Refused(status, page)
        return cookies[0]

    def number(self, cookie):
        return re.search(r"\d{4}-\d{4}-\d{4}", self.ask("GET", "/selesai", cookie)[3])[0]

    def send(self, filled):
        """The number under which it was acknowledged, or Refused."""
        return self.number(self.receipt(filled))

    def log_in(self, folder, name):
        words = next(line.split("\t")[1] for line in open(folder / "data/petugas-contoh.txt")
                     if line.startswith(name + "\t"))
        cookie = self.ask("GET", "/masuk")[2][0]
        page = self.ask("GET", "/petugas/masuk", cookie)[3]
        token = re.search(r'name="?kunci"? value="?([0-9a-f]+)', page)[1]
        status, to, cookies, _ = self.form("/petugas/masuk", cookie, [
            ("kunci", token), ("nama", name), ("sandi", words)])
        assert status == 303 and to.startswith("/kerja"), (status, to)
        return next(c for c in cookies if "sesi" in c)

    def log_out(self, cookie):
        _, _, cookies, page = self.ask("GET", "/keluar", cookie)
        token = re.search(r'name="?kunci"? value="?([0-9a-f]+)', page)[1]
        return self.form("/keluar", "; ".join([cookie, *cookies]), [("kunci", token)])[0]

    def complaints(self):
        """The last that it wrote to its standard error."""
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")[-1500:]

    def kill(self):
        self.process.kill()
        self.end()

    def stop(self):
        """Asks it to end, as a service manager does."""
        self.process.terminate()
        self.process.wait(30)
        self.end()

    def end(self):
        self.process.wait()
        self.process.stdout.close()


class Refused(Exception):
    """An answer that promises nothing."""

    def __init__(self, status, page):
        super().__init__(status, re.sub(r"<[^>]+>", " ", page)[-300:])
        self.status, self.page = status, page


def command(*words, env=None):
    return subprocess.run([BINARY, *map(str, words)], env={**os.environ, **SHARE, **(env or {})},
                          capture_output=True, text=True, errors="replace")


def exported(folder):
    """What `serasan export` gives, by number."""
    done = command("export", folder, "--csv", "--service", SERVICE, "--personal", "--reason",
                   "uji gangguan")
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout.lstrip("\ufeff")), delimiter=";"))
