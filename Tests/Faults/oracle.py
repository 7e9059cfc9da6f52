"""Reads the record by other means than the program, and says what in it is not whole."""
import hashlib, sqlite3


def opened(data):
    return sqlite3.connect(data / "catatan.sqlite")


def wrong(base):
    """Every fault in the log and in what is sealed, as sentences; none for a whole record."""
    found = []
    size, frontier = base.execute("SELECT size, frontier FROM log_head").fetchone()
    nodes, place = [], 0
    for place, (seq, body) in enumerate(
            base.execute("SELECT seq, bytes FROM events ORDER BY seq"), 1):
        if seq != place: found.append(f"event {place} is missing")
        node, carry = hashlib.sha256(b"\0" + body).digest(), place
        while carry % 2 == 0:
            node, carry = hashlib.sha256(b"\1" + nodes.pop() + node).digest(), carry // 2
        nodes.append(node)
    if place != size or b"".join(nodes) != frontier:
        found.append("the head is not that of the events")
    for row, sealed, checksum in base.execute("SELECT rowid, sealed, checksum FROM payloads"):
        if hashlib.sha256(sealed).digest() != checksum: found.append(f"payload {row} is damaged")
    for digest, body in base.execute("SELECT digest, bytes FROM content"):
        if hashlib.sha256(body).digest() != digest: found.append("content is damaged")
    return found


def whole(data):
    base = opened(data)
    try:
        assert base.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "the file is damaged"
        found = wrong(base)
        assert not found, found
        # A sealed file is longer than what is in it by its nonce and its tag.
        for name, size in base.execute("SELECT lower(hex(id)), size FROM files"):
            kept = data / "berkas" / name
            assert kept.exists() and kept.stat().st_size == size + 28, f"file {name} is not whole"
    finally:
        base.close()


def cases(data):
    """The numbers of all cases, from the events themselves."""
    base = opened(data)
    try:
        return numbers(base)
    finally:
        base.close()


def numbers(base):
    import json
    return [json.loads(body)["tracking"] for (body,) in base.execute(
        "SELECT bytes FROM events WHERE stream_kind = 'case' AND version = 1 ORDER BY seq")]
