"""A PostgreSQL primary and a synchronous standby, of which the primary dies again and again."""
import os, pwd, re, shutil, signal, socket, subprocess, time
from pathlib import Path

BIN = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name),
          default=None)
SCHEMA = "gangguan"
SYNC = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"


def as_server(*words, **more):
    """PostgreSQL refuses to run as root, so root runs it as the user that Debian made for it."""
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        more |= {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    done = subprocess.run([BIN / words[0], *map(str, words[1:])], cwd="/", text=True,
                          env={"HOME": "/", "PATH": os.environ["PATH"], "LC_ALL": "C"},
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=300, **more)
    assert done.returncode == 0, f"{words[0]}: {done.stdout[-1500:]}"


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def settled(is_so, seconds, what):
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, f"{what}: not within {seconds} s"
        time.sleep(0.1)


class Servers:
    """Numbers 0 and 1; each copies the other over a line, which can be told to be silent.

    `waits` says whether a commit waits for the standby; without that, acknowledged ones are lost.
    """

    def __init__(self, folder, exchange, waits):
        assert BIN, "no PostgreSQL here (apt install postgresql)"
        self.folder, self.primary, self.waits = folder, 0, waits
        self.ports = [free_port(), free_port()]
        self.lines = [exchange.line(port) for port in self.ports]

    def begin(self):
        folder = self.folder
        if os.geteuid() == 0: shutil.chown(folder, "postgres")
        folder.chmod(0o755)
        as_server("initdb", "-D", self.data(0), "-U", "serasan", "-A", "trust", "-E", "UTF8",
                  "--no-locale", "--data-checksums")
        self.start(0)
        as_server("createdb", "-h", "127.0.0.1", "-p", self.ports[0], "-U", "serasan", "serasan")
        self.sql(f"CREATE SCHEMA {SCHEMA}")
        self.copy()

    @property
    def standby(self):
        return 1 - self.primary

    @property
    def copying(self):
        """The line over which the standby copies the primary."""
        return self.lines[self.primary]

    def data(self, number):
        return self.folder / f"pg-{number}"

    def start(self, number):
        # `on`: what is answered is on both disks. It must stay so for a copy that is promoted.
        settings = {"listen_addresses": "127.0.0.1", "port": self.ports[number],
                    "unix_socket_directories": "", "cluster_name": "salinan",
                    "max_connections": 300, "fsync": "on", "synchronous_commit": "on",
                    "wal_sender_timeout": "10s", "wal_receiver_timeout": "10s",
                    "wal_retrieve_retry_interval": "500ms", "wal_keep_size": "1GB",
                    # A killed server leaves nothing of these behind.
                    "dynamic_shared_memory_type": "mmap"}
        as_server("pg_ctl", "-D", self.data(number), "-w", "-l", self.folder / f"pg-{number}.log",
                  "-o", " ".join(f"-c {name}={value}" for name, value in settings.items()), "start")

    def sql(self, text, number=None):
        """Past all lines; the rows as lines of text."""
        port = self.ports[self.primary if number is None else number]
        done = subprocess.run(
            [BIN / "psql", "-X", "-q", "-At", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-h",
             "127.0.0.1", "-p", str(port), "-U", "serasan", "-d", "serasan", "-c", text],
            env={"PGCONNECT_TIMEOUT": "5", "PGOPTIONS": f"-csearch_path={SCHEMA}",
                 "PATH": os.environ["PATH"]}, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, f"{text[:200]}: {done.stderr}"
        return done.stdout.splitlines()

    def set(self, number, name, value):
        self.sql(f"ALTER SYSTEM SET {name} = '{value}'", number)
        self.sql("SELECT pg_reload_conf()", number)

    def copy(self):
        """A new standby from the primary, without which no commit is told from then on."""
        other = self.standby
        shutil.rmtree(self.data(other), ignore_errors=True)
        as_server("pg_basebackup", "-h", "127.0.0.1", "-p", self.copying.here, "-U", "serasan",
                  "-D", self.data(other), "-c", "fast", "-R")
        self.start(other)
        if not self.waits: return
        self.set(self.primary, "synchronous_standby_names", "salinan")
        settled(lambda: self.sql(SYNC) == ["1"], 60, "a synchronous standby")
        # What was told before the name stood there is on the copy's disk too.
        place = self.sql("SELECT pg_current_wal_flush_lsn()")[0]
        settled(lambda: self.sql(f"SELECT 1 FROM pg_stat_replication WHERE flush_lsn >= '{place}'"),
                60, "a standby that has everything")

    def fail_over(self, at_once, strict):
        """Kills the primary and promotes its standby; gives when, and how much the new one has.

        A strict one tells no commit before it has a standby of its own.
        """
        old, new = self.primary, self.standby
        self.set(new, "synchronous_standby_names", "salinan" if strict and self.waits else "")
        moment = time.monotonic()
        self.kill(old) if at_once else as_server("pg_ctl", "-D", self.data(old), "-w", "-m",
                                                 "immediate", "stop")
        as_server("pg_ctl", "-D", self.data(new), "-w", "promote")
        self.primary = new
        return moment, int(self.sql("SELECT size FROM log_head")[0])

    def returned(self, seconds):
        """The one that died serves again for a while, and has not heard of the new primary."""
        self.start(self.standby)
        time.sleep(seconds)
        self.kill(self.standby)

    def kill(self, number):
        """All processes of a server, as a power cut ends them."""
        lines = (self.data(number) / "postmaster.pid").read_text().splitlines()
        first = int(lines[0])
        # First of all the one that would begin others.
        os.kill(first, signal.SIGSTOP)
        own = [first, *children(first)]
        for process in own:
            try: os.kill(process, signal.SIGKILL)
            except ProcessLookupError: pass
        settled(lambda: not any(alive(process) for process in own), 20, "dead processes")
        # As after a power cut: a number that another process has by then keeps nobody from a start.
        (self.data(number) / "postmaster.pid").unlink()
        # The one thing that outlives them: a little shared memory that says who used the folder.
        memory = re.search(r"\d+\s+(\d+)", lines[6]) if len(lines) > 6 else None
        if memory: subprocess.run(["ipcrm", "-m", memory[1]], capture_output=True)

    def stop(self):
        for number in (self.primary, self.standby):
            if (self.data(number) / "postmaster.pid").exists():
                as_server("pg_ctl", "-D", self.data(number), "-w", "-m", "immediate", "stop")


def children(process):
    numbers = [int(folder.name) for folder in Path("/proc").glob("[0-9]*")]
    return [number for number in numbers if state(number)[1:2] == [str(process)]]


def alive(process):
    words = state(process)
    return bool(words) and words[0] != "Z"


def state(process):
    """What the system says of a process after its name; nothing where there is none."""
    try: return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError: return []
