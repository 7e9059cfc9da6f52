"""Which database a test's regency lies in: SQLite in its folder, or a schema of the PostgreSQL server
whose address stands in SERASAN_TEST_DATABASE (scripts/test starts one).

With a server the files of tests take turns, so that every run tries both engines with the journeys of
half the files; SERASAN_ENGINE=sqlite or postgres holds all of them to one. A file that looks into the
SQLite file itself says `ENGINE = "sqlite"`.
"""

import os
import subprocess
import uuid
from pathlib import Path

SERVER = os.environ.get("SERASAN_TEST_DATABASE", "")


class Now:
    """The engine of the test that is running."""

    engine = "sqlite"


def take(module):
    """From here on regencies are made for the tests of this module."""
    Now.engine = of(module)


def of(module):
    if not SERVER:
        return "sqlite"
    pinned = getattr(module, "ENGINE", None) or os.environ.get("SERASAN_ENGINE")
    if pinned:
        return pinned
    files = sorted(path.stem for path in Path(__file__).parent.glob("test_*.py"))
    return ("sqlite", "postgres")[files.index(module.__name__.split(".")[-1]) % 2]


def words_of(command):
    """The words of a command, with a database of its own for a regency that is made."""
    if command[0] != "init" or Now.engine == "sqlite" or "--database" in command:
        return command
    return (*command, "--database", new_schema())


def new_schema():
    """The address of a new schema on the server."""
    name = f"j_{uuid.uuid4().hex}"
    subprocess.run(["psql", "-q", SERVER, "-c", f"CREATE SCHEMA {name}"], check=True)
    return f"{SERVER}?options=-csearch_path%3D{name}"
