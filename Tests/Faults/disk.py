"""The disk and the clock under the program: the shim, its control file, images of a power loss."""
import mmap, os, shutil, struct, subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The same places as `struct control` in disk.c.
NAMES = ["kind", "at", "stays", "seen", "writes", "syncs", "met", "lies", "offset",
         "moves"]
KINDS = {None: 0, "kill": 1, "eio": 2, "full": 3}


def compiled(work):
    shim = work / "disk.so"
    # clang comes with Swift; a bare machine has no other compiler.
    subprocess.run([shutil.which("clang") or "cc", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", shim, ROOT / "Tests/Faults/disk.c",
                    "-ldl", "-lpthread"], check=True)
    return shim


class Disk:
    """What the shim is told and what it counted; `env` goes to the program."""

    def __init__(self, shim, work):
        self.path = work / "kendali"
        self.path.write_bytes(bytes(8 * len(NAMES)))
        with open(self.path, "r+b") as file: self.map = mmap.mmap(file.fileno(), 8 * len(NAMES))
        self.env = {"LD_PRELOAD": str(shim), "FAULT_CONTROL": str(self.path)}

    def __getitem__(self, name):
        return struct.unpack_from("<q", self.map, 8 * NAMES.index(name))[0]

    def __setitem__(self, name, value):
        struct.pack_into("<q", self.map, 8 * NAMES.index(name), int(value))

    def clear(self):
        self.map[:] = bytes(8 * len(NAMES))

    def arm(self, kind, at, stays=False):
        self.clear()
        self["at"], self["stays"], self["kind"] = at, stays, KINDS[kind]

    @property
    def all(self):
        """Everything that a kill may come before."""
        return self["writes"] + self["syncs"] + self["moves"]

    def mend(self):
        self["kind"] = 0


BASE, LOG = 1, 2
FILES = {BASE: "catatan.sqlite", LOG: "catatan.sqlite-wal"}


def contents(data):
    return {file: (data / name).read_bytes() if (data / name).exists() else b""
            for file, name in FILES.items()}


def put(image, place, data):
    """One write, or a cut where there is no data."""
    if data is None:
        del image[place:]
        return
    if len(image) < place + len(data): image.extend(bytes(place + len(data) - len(image)))
    image[place:place + len(data)] = data


class Loss:
    """Walks a journal of writes and syncs and says what a disk could hold at a place in it."""

    def __init__(self, before, journal):
        self.sure = {file: bytearray(data) for file, data in before.items()}
        self.loose, self.journal, self.at = {BASE: [], LOG: []}, journal, 0

    def step(self):
        """Takes one entry in; False at the end."""
        if self.at + 18 > len(self.journal): return False
        what, file, place, size = struct.unpack_from("<cBqq", self.journal, self.at)
        self.at += 18
        if what == b"w":
            self.loose[file].append((place, self.journal[self.at:self.at + size]))
            self.at += size
        elif what == b"t": self.loose[file].append((place, None))
        else:
            for write in self.loose[file]: put(self.sure[file], *write)
            self.loose[file] = []
        return True

    def image(self, dice):
        """Everything synced; of the later writes each kept, dropped or torn at 512 bytes."""
        images = {file: bytearray(data) for file, data in self.sure.items()}
        for file, writes in self.loose.items():
            for place, data in writes:
                luck = dice.random()
                if luck < 0.4: continue
                if data and luck < 0.7: data = data[:512 * dice.randrange(len(data) // 512 + 1)]
                put(images[file], place, data)
        return images


def lay(images, data):
    """Puts an image where the program will find it."""
    for file, name in FILES.items(): (data / name).write_bytes(images[file])
    (data / "catatan.sqlite-shm").unlink(missing_ok=True)
