"""flip: one byte turned in an event, a sealed payload or a file, while pages are opened."""
import json, re
import oracle
from served import DAMAGED, command

FLIPS = 100
GUARDS = ("events_no_update", "payloads_no_update", "content_no_update")


def main_of(answer):
    status, _, _, page = answer
    found = re.search(r"<main.*</main>", page, re.S)
    return status, found[0] if found else page


def flip(harness, round):
    harness.fresh()
    site = harness.serve()
    data, receipts = harness.trial / "data", {}
    for draft in harness.drafts:
        cookie = site.receipt(draft)
        receipts[site.number(cookie).replace("-", "")] = cookie
    officer = site.log_in(harness.trial, "lina")
    base = oracle.opened(data)
    for guard in GUARDS: base.execute(f"DROP TRIGGER {guard}")
    base.commit()
    stories = []
    for seq, body in base.execute("SELECT seq, bytes FROM events WHERE stream_kind = 'case'"):
        told = json.loads(body)
        if told["tracking"] in receipts: stories.append((seq, told))
    assert len(stories) == len(harness.drafts) and not oracle.wrong(base)
    try:
        for turn in range(FLIPS):
            seq, told = harness.dice.choice(stories)
            kind = harness.dice.choice(("event", "payload", "file"))
            number = told["tracking"]
            pages = [("/permohonan", receipts[number]), (f"/lacak/{number}", "")]
            if kind == "file":
                name = harness.dice.choice(told["files"])
                pages = [(f"/kerja/perkara/{number}/berkas/{name}", officer)]
            good = [main_of(site.ask("GET", *page)) for page in pages]
            assert all(status == 200 for status, _ in good), [status for status, _ in good]
            restore = turned(harness, kind, base, data, seq, told, name if kind == "file" else "")
            try:
                # The oracle has no keys: it cannot see whether a file is whole.
                if kind != "file": assert oracle.wrong(base), f"{harness.where} is not noticed"
                # A process of its own each time: a sample asks it now and then.
                if not harness.sample or turn % 5 == 0: reported(harness, kind, seq)
                for page, right in zip(pages, good):
                    status, shown = main_of(site.ask("GET", *page))
                    assert status in (200, 500), f"{page[0]} answers {status}"
                    assert status == 200 or DAMAGED in shown, f"{page[0]} says {shown[:300]}"
                    if status != 200 or (shown == right[1] and kind != "file"): continue
                    raise AssertionError(f"{page[0]} shows wrong bytes after {harness.where}")
            finally:
                restore()
            harness.broken += 1
        assert not oracle.wrong(base)
    finally:
        base.close()


def reported(harness, kind, seq):
    """The program's own reading finds it, and names the event."""
    done = command("ledger", "verify", harness.trial)
    where = {"event": f"peristiwa {seq} ", "payload": "isian ", "file": "berkas unggahan "}[kind]
    assert done.returncode == 1 and any(
        line.startswith("TIDAK COCOK") and where in line for line in done.stdout.splitlines()
    ), f"verify does not report {harness.where}: {done.stdout} {done.stderr}"


def turned(harness, kind, base, data, seq, told, name):
    """Turns one bit of one byte; gives what turns it back."""
    if kind == "file":
        path = data / "berkas" / name
        body, store = path.read_bytes(), path.write_bytes
    else:
        table, column, key, of = ("events", "bytes", "seq", seq) if kind == "event" else \
            ("payloads", "sealed", "id", bytes.fromhex(told["answers"]["id"]))
        body = base.execute(f"SELECT {column} FROM {table} WHERE {key} = ?", (of,)).fetchone()[0]

        def store(bytes):
            base.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (bytes, of))
            base.commit()
    at, bit = harness.dice.randrange(len(body)), 1 << harness.dice.randrange(8)
    harness.where = f"{kind} byte {at} of {len(body)} xor {bit} near {body[max(0, at - 30):at + 9]}"
    store(body[:at] + bytes([body[at] ^ bit]) + body[at + 1:])
    return lambda: store(body)
