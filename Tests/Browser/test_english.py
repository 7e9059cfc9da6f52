"""English whole: what is said in both languages differs, and what has no English says so.

Every page that a link leads to is opened in both languages, as anybody and as officials. Text that
an English page calls English and that the Indonesian page has too is Indonesian that nobody
translated, unless it is a name. One service is robbed of its English, so that all of its words
have to be marked one by one.
"""

import re

import pytest

from conftest import init_regency, run, start_server
from people import PENELITIAN, Official, WARUNG, fill_until, send, send_on, start
from site_under_test import SiteUnderTest

#: The service without English.
BARE = "surat-keterangan-penelitian"

#: What the eye or a screen reader meets, with the language that it is said to be in.
SAID = """() => {
const lang = e => e.closest('[lang]').lang, out = [];
const add = (e, text) => { text = text.replace(/\\s+/g, ' ').trim();
  if (text) out.push([lang(e), text]) };
const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) { const e = walk.currentNode.parentElement;
  if (!e.closest('script,style,code,textarea,title')) add(e, walk.currentNode.data) }
for (const e of document.querySelectorAll('[title],[aria-label],[alt],[placeholder],[data-judul]'))
  for (const name of ['title', 'aria-label', 'alt', 'placeholder', 'data-judul'])
    if (e.hasAttribute(name)) add(e, e.getAttribute(name));
const about = document.querySelector('meta[name=description]');
if (about) add(about, about.content);
return out }"""

LINKS = "() => [...document.querySelectorAll('a[href]')].map(a => a.href)"

#: Files, ways out and ways that lead round in circles.
NOT_PAGES = re.compile(
    r"\.(pdf|csv|json|ics|xml|jpg|svg)$|/keluar$|/tema$|/ganti\b|/berkas/|/petugas/masuk")

#: The same in both languages; the last are fingerprints of keys.
NEUTRAL = re.compile(
    r"\b(Menu|Indonesia|English|WhatsApp|Rupiah|NIK|NIP|NIB|PIN|IKM|KTP|KK|Unit|Data|Email"
    r"|Robusta|PDF|JPG|PNG|KB|MB|CSV|JSON|QR|Atom|SMS|plt|plh|[0-9a-f]{4}(?: [0-9a-f]{4}){3})\b", re.IGNORECASE)


def is_the_same_in_both(text, names):
    """Whether nothing but names, figures and words that both languages have is said."""
    for name in names:
        text = text.replace(name, " ")
    return not re.search(r"[^\W\d_]", NEUTRAL.sub(" ", text))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A regency in which one service has no English."""
    folder = tmp_path_factory.mktemp("inggris") / "contoh"
    init_regency(folder)
    (folder / "blueprints/16.03/penelitian/texts/en.yaml").unlink()
    run("publish", str(folder))
    server = start_server(folder)
    base = re.search(r"http://[^\s/]+", server.stdout.readline())[0]
    yield SiteUnderTest(base, Official.read(folder / "data/petugas-contoh.txt"), folder)
    server.terminate()
    server.wait(timeout=10)


@pytest.fixture(scope="module")
def names(site):
    """What is the same in every language: names of people and places, and what people typed."""
    regency = (site.folder / "regency.yaml").read_text(encoding="utf-8")
    found = set(re.findall(r"\b(?:name|title|address):\s*([^,}\n]+)", regency))
    found |= {line.split(",")[1] for line in
              (site.folder / "wilayah.csv").read_text(encoding="utf-8").splitlines() if "," in line}
    found |= {official.full_name for official in site.officials.values()}
    found |= set(site.officials) | {"Kelurahan", "Desa", "Kecamatan"}
    found |= {typed for form in (WARUNG, PENELITIAN) for typed in form.values()
              if isinstance(typed, str)}
    return sorted((name.strip() for name in found if len(name.strip()) > 2), key=len, reverse=True)


class Walker:
    """Opens pages in both languages and remembers what was said twice."""

    def __init__(self, site, names):
        self.site, self.names = site, names
        self.faults, self.done, self.marked = {}, set(), set()

    def pattern(self, path):
        """One of each kind of page: ids and numbers stand for all of their kind."""
        return re.sub(r"[0-9a-f]{24,}|\d[\d-]{3,}|[A-Za-z0-9_-]{22}(?=/|$)", "#", path)

    def visit(self, page, start, most):
        """From page to page along the links."""
        waiting = [start]
        while waiting and most:
            path = waiting.pop(0)
            key = self.pattern(path)
            if key in self.done:
                continue
            self.done.add(key)
            most -= 1
            for link in self.compare(page, path):
                if not link.startswith(self.site.base):
                    continue
                path = link.removeprefix(self.site.base).split("#")[0]
                if path.startswith("/en") or NOT_PAGES.search(path.split("?")[0]):
                    continue
                waiting.append(path or "/")

    def compare(self, page, path):
        answer = page.goto(path)
        if "html" not in answer.headers.get("content-type", ""):
            return []
        # A page that leads elsewhere is that other page.
        path = page.url.removeprefix(self.site.base)
        links, indonesian = page.evaluate(LINKS), page.evaluate(SAID)
        answer = page.goto("/en" + path)
        assert answer.status < 500, path
        self.alternates(page, path)
        self.judge(path, indonesian, page.evaluate(SAID))
        return links

    def mistakes(self, page, path):
        """The same screen, sent empty: what is to be fixed, in both languages."""
        said = []
        for start in ("", "/en"):
            page.goto(start + path)
            send_on(page)
            assert page.locator(".galat").count(), path
            said.append(page.evaluate(SAID))
        self.judge(path + ", sent empty", *said)

    def judge(self, path, indonesian, english):
        said = {text for _, text in indonesian}
        for lang, text in english:
            if lang == "id":
                self.marked.add(text)
            elif text in said and not is_the_same_in_both(text, self.names):
                self.faults.setdefault(text, path)

    def alternates(self, page, path):
        """Both languages, and what everybody gets who asked for neither."""
        links = page.evaluate(
            "Object.fromEntries([...document.querySelectorAll('link[rel=alternate][hreflang]')]"
            ".map(l => [l.hreflang, l.href]))")
        here, there = self.site.base + path, self.site.base + "/en" + path.removesuffix("/")
        plain = {lang: link.split("?")[0] for lang, link in links.items()}
        due = {"id": here.split("?")[0], "en": there.split("?")[0],
               "x-default": here.split("?")[0]}
        if plain != due:
            self.faults.setdefault(f"alternates {links}", path)


def test_the_walker_finds_what_nobody_translated(site):
    """A check that never finds anything would pass everywhere."""
    walker = Walker(site, ["Warung Mekar"])
    said = ["Kirim berkas", "Buka di Warung Mekar", "Warung Mekar", "PDF, 1 KB", "Biaya"]
    walker.judge("/x", [("id", text) for text in said],
                 [("en", text) for text in said] + [("en", "Fee"), ("id", "Gratis")])
    assert set(walker.faults) == {"Kirim berkas", "Buka di Warung Mekar", "Biaya"}
    assert walker.marked == {"Gratis"}


def test_nothing_indonesian_is_called_english(site, names, visitors, desk):
    """Public pages, a form, and the pages of every post."""
    walker = Walker(site, names)
    phone = visitors()
    send(phone)
    for path in ("/permohonan", "/selesai"):
        walker.compare(phone, path)
    for service, answers in (("surat-keterangan-usaha", WARUNG), (BARE, PENELITIAN)):
        start(phone, service)
        form = fill_until(phone, "/periksa", answers)
        for url in [*form, phone.url]:
            walker.compare(phone, url.removeprefix(site.base))
    for service in (BARE, "surat-keterangan-usaha"):
        start(phone, service)
        walker.mistakes(phone, phone.url.removeprefix(site.base))
    for path in ("/", f"/layanan/{BARE}", f"/layanan/{BARE}/standar", "/tentang", "/privasi",
                 "/aksesibilitas", "/bantuan", "/pengaduan", "/kinerja", "/data", "/berita",
                 "/cari?q=zebra", "/lacak?nomor=123", "/lanjut", "/tidak-ada", "/petugas/masuk"):
        walker.visit(phone, path, 60)
    assert any("meneliti" in text for text in walker.marked), "its words are marked as Indonesian"
    for name in site.officials:
        page = desk(name)
        walker.visit(page, "/kerja/kotak", 120)
    assert len(walker.done) > 80, sorted(walker.done)
    assert not walker.faults, "\n" + "\n".join(
        f"{path}: {text}" for text, path in sorted(walker.faults.items(), key=lambda f: f[1]))
