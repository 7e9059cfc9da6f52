"""Fifty invented growers and their plots, and an extension worker with one phone among them."""

import math
import random

from papers import JPEG
from people import comes_true

#: Metres in a degree, near enough where these plots lie.
TALL, WIDE = 110_580, 111_070

SERVICE = "daftar-kebun-kopi"
FORM = f"/luring/isi/{SERVICE}"

#: What every question of a form is answered with that a grower says nothing of.
FILL = """answers => {
const form = document.querySelector('form[data-aksi=borang-luring]');
const tell = (e, kind) => e.dispatchEvent(new Event(kind, {bubbles: true}));
const put = (e, value) => { e.value = value; tell(e, 'input') };
for (let round = 0; round < 3; round++)
  for (const asked of form.querySelectorAll('[data-aksi=tanya]:not([hidden])')) {
    const needs = JSON.parse(asked.dataset.isi), said = answers[needs.n];
    const boxes = [...asked.querySelectorAll('input:not([type=hidden]),textarea,select')];
    const search = boxes.find(e => /-cari$/.test(e.name));
    if (search) {
      if (search.value) continue;
      put(search, said ?? 'Penindaian');
      const first = asked.querySelector('input[type=radio]');
      if (first) { first.checked = true; tell(first, 'input') }
      continue;
    }
    if (boxes.some(e => e.type === 'file') || boxes.some(e => /-(sudut|lintang|bujur)$/.test(e.name)))
      continue;
    if (!needs.w && said === undefined) continue;
    const picks = boxes.filter(e => e.type === 'radio' || e.type === 'checkbox');
    if (picks.length) {
      if (picks.some(e => e.checked)) continue;
      const pick = picks.find(e => e.value === said) ?? picks[0];
      pick.checked = true; tell(pick, 'input');
    } else for (const box of boxes)
      if (!box.value) put(box, said ?? (box.inputMode === 'numeric' ? '2012' : 'Contoh'));
  } }"""


def grower(number, random=random):
    """One of them: who it is, and the corners as they are walked, with a phone's jitter."""
    # Along a river, none on another.
    latitude, longitude = -4.05 - 0.004 * (number // 10), 103.60 + 0.004 * (number % 10)
    tall, wide = 220 + 3 * number, 230 + 2 * number
    square = [(0, 0), (0, wide), (tall, wide + 5), (tall + 7, 0)]
    corners = [
        (round(latitude + (y + random.uniform(-3, 3)) / TALL, 6),
         round(longitude + (x + random.uniform(-3, 3)) / (WIDE * math.cos(math.radians(latitude))), 6))
        for y, x in square
    ]
    answers = {
        "bantu.nama": f"Petani C{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}", "bantu.sapaan": "Bapak",
        "nik": f"160308450590{number + 1000:04}", "hp": f"0812-0000-{number:04}", "kabar": "tidak",
        "sudah_terdaftar": "ya", "luas_kebun": "5,2", "nama_kebun": f"Talang Contoh {number}",
        "tahun_tanam": "2012", "jumlah_batang": "900", "pemilik": "sendiri",
        "penggarap": "sendiri", "jenis_kopi": "robusta", "surat_tanah": "belum",
        "kawasan": "luar", "benar": "ya", "hadir": "ya",
    }
    return answers, corners


def hectares(corners):
    """The area of corners in degrees, worked out in another way than the phone does it: on the
    sphere of equal area of the ellipsoid."""
    radius, squared = 6_378_137.0, 0.00669437999014

    def authalic(latitude):
        sine, eccentricity = math.sin(math.radians(latitude)), math.sqrt(squared)
        return (1 - squared) * (
            sine / (1 - squared * sine * sine)
            - math.log((1 - eccentricity * sine) / (1 + eccentricity * sine)) / (2 * eccentricity))

    total = 0.0
    for (y1, x1), (y2, x2) in zip(corners, corners[1:] + corners[:1]):
        total += math.radians(x2 - x1) * (authalic(y1) + authalic(y2)) / 2
    return abs(total) * radius * radius / 2 / 10_000


#: That so many of the five readings of a corner were taken.
READ = """([n, corner]) => [...document.querySelectorAll('.jalan p')].some(p =>
    p.textContent === `Titik ${corner} tersimpan`
    || (/Membaca (\\d) dari 5/.exec(p.textContent) ?? [])[1] >= n)"""


#: Walks from corner to corner with five readings at each, as fast as the page takes them in.
HURRY = """async corners => {
const button = [...document.querySelectorAll('.jalan button')].find(b =>
    b.textContent === 'Catat titik di sini');
let number = 0;
for (const [north, east] of corners) {
  button.click(); number++;
  for (const off of [-2e-6, 2e-6, -1e-6, 1e-6, 0])
    read({coords: {latitude: north + off, longitude: east - off, accuracy: 6}});
  const kept = () => [...document.querySelectorAll('.jalan p')].some(p =>
    p.textContent === `Titik ${number} tersimpan`);
  for (let tries = 0; tries < 1000 && !kept(); tries++) await new Promise(r => setTimeout(r, 5));
  if (!kept()) throw new Error(`point ${number} was not kept`);
} }"""


class Phone:
    """A page on the phone of a worker in the field."""

    hurries = False

    def __init__(self, page):
        self.page = page
        self.page.context.grant_permissions(["geolocation"])
        # Six times slower, it is waited for longer too.
        self.page.set_default_timeout(60000)
        self.slow()

    def slow(self, rate=6):
        """As slow as a cheap phone."""
        self.page.context.new_cdp_session(self.page).send(
            "Emulation.setCPUThrottlingRate", {"rate": rate})

    def hurry(self):
        """Hands readings straight to whoever watches: the browser's own way takes its time."""
        self.hurries = True
        self.page.evaluate("""() => { const g = navigator.geolocation; g.clearWatch = () => {};
            g.watchPosition = done => { window.read = done; return 7 } }""")

    def stand(self, corner, accuracy=6):
        self.page.context.set_geolocation(
            {"latitude": corner[0], "longitude": corner[1], "accuracy": accuracy})

    def note(self, corner, number, accuracy=6):
        """Stands still at a corner while the phone takes five readings around it."""
        self.press("Catat titik di sini")
        for reading, off in enumerate((-2, 2, -1, 1, 0), 1):
            self.stand((corner[0] + off * 1e-6, corner[1] - off * 1e-6), accuracy)
            if reading < 5:
                self.page.wait_for_function(READ, arg=[reading, number])
        self.page.wait_for_selector(f".jalan >> text=Titik {number} tersimpan")

    def corners(self):
        """What stands in the box of the boundary."""
        lines = self.page.input_value("textarea[name$='-sudut']").splitlines()
        return [tuple(float(part) for part in line.split()[:2]) for line in lines]

    def button(self, words):
        return self.page.get_by_role("button", name=words, exact=True)

    def press(self, words):
        if self.hurries:
            # Fifty growers' worth of waiting until a button stands still is no test of ours.
            self.button(words).first.evaluate("button => button.click()")
        else:
            self.button(words).first.click()

    def open(self, address=FORM):
        self.page.goto(address)
        self.page.wait_for_selector("[data-aksi=luring-daftar] button")

    def ready(self):
        """The form is kept on the phone and the worker behind it is at work."""
        comes_true(self.page, """async path => !!navigator.serviceWorker.controller
            && !!await (await caches.open('borang')).match(path)""", FORM)

    def walk(self, corners):
        self.press("Mulai mengukur")
        if self.hurries:
            self.page.evaluate(HURRY, corners)
        for number, corner in enumerate(() if self.hurries else corners, 1):
            self.note(corner, number)
        self.press("Selesai, tutup batas")
        self.page.wait_for_selector(".jalan >> text=Batas tersimpan")
        walked = self.corners()
        assert len(walked) == len(corners)
        for (y, x), (north, east) in zip(walked, corners):
            assert abs(y - north) < 3e-6 and abs(x - east) < 3e-6, "a corner is where it was noted"
        return walked

    def fill(self, answers):
        self.page.evaluate(FILL, answers)

    def photograph(self, question, photo=JPEG):
        self.page.set_input_files(f"[name={question}]", photo)
        self.page.wait_for_selector("text=Foto tersimpan di ponsel ini")

    def keep(self):
        self.press("Simpan, siap dikirim")
        self.page.wait_for_selector("text=Terkirim sendiri saat ada sinyal")

    def stored(self, shelf):
        """What the phone holds on one of its shelves."""
        return self.page.evaluate(
            """shelf => new Promise(done => { const r = indexedDB.open('serasan');
            r.onsuccess = () => { const g = r.result.transaction(shelf).objectStore(shelf).getAll();
            g.onsuccess = () => { r.result.close();
            done(g.result.map(x => ({...x, badan: undefined,
              berkas: Object.keys(x.berkas ?? {})}))) } } })""", shelf)
