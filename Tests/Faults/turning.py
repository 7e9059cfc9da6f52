"""view, page: a bit turned in a row of a view, or anywhere in the file of the database."""
import sqlite3
import oracle
from flipping import main_of
from served import command

VIEW_FLIPS, PAGE_FLIPS = 10, 25
LOG = {"events", "log_head", "payloads", "content", "keyring", "subtrees", "checkpoints"}
# What is read of these; the rest is for people who look into the database, and harms nothing:
# payloads are opened by a seal of their own.
READ = {"keyring": "dossier, wrapped, erased", "payloads": "id, dossier, commitment, sealed",
        "checkpoints": "size, note"}
VIEWS = {"cases", "case_units", "case_links", "case_search", "case_search_kept", "officials",
         "holdings", "editions", "in_force", "services_off", "letters", "records", "activity",
         "news", "news_words", "news_corrections", "news_pictures", "portfolio_cases",
         "portfolio_counts", "portfolio_spans", "portfolio_fresh", "portfolio_signing",
         "survey_answers", "survey_cases", "survey_reports", "survey_populations", "survey_sums"}


def filled(harness):
    """A record with cases, that nobody serves and whose log went back into its file."""
    harness.fresh()
    site = harness.serve()
    receipts = {}
    for draft in harness.drafts:
        cookie = site.receipt(draft)
        receipts[site.number(cookie).replace("-", "")] = cookie
    # The late views are there when the export of them is.
    for _ in range(200):
        if '"behind":0' in site.ask("GET", "/healthz")[3]: break
    site.stop()
    base = oracle.opened(harness.trial / "data")
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.close()
    return receipts


def view(harness, round):
    filled(harness)
    done = command("views", "verify", harness.trial)
    assert done.returncode == 0, f"a whole view differs: {done.stdout}"
    base = oracle.opened(harness.trial / "data")
    tables = [table for table in sorted(VIEWS)
              if base.execute(f"SELECT count(*) FROM {table}").fetchone()[0]]
    assert len(tables) > 8, tables
    turned = 0
    flips = 5 if harness.sample else VIEW_FLIPS
    while turned < flips:
        restore = flipped(harness, base, harness.dice.choice(tables))
        if not restore: continue
        turned += 1
        done = command("views", "verify", harness.trial)
        assert done.returncode == 1 and "BERBEDA: pandangan " in done.stdout, \
            f"{harness.where} is not noticed: {done.stdout} {done.stderr}"
        harness.broken += 1
        if turned < flips: restore()
    # The last one is mended as the command says.
    base.close()
    names = done.stdout.splitlines()[-1].split("--only ")[1:]
    done = command("rebuild", harness.trial, *(w for n in names for w in ("--only", n.strip())))
    assert done.returncode == 0, done.stderr
    done = command("views", "verify", harness.trial)
    assert done.returncode == 0, f"not mended: {done.stdout}"


def flipped(harness, base, table):
    """Turns one bit of one value; gives what puts it back, or nothing where it cannot stand."""
    columns = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
    keys = [row[1] for row in base.execute(f"PRAGMA table_info({table})") if row[5]]
    rows = base.execute(f"SELECT * FROM {table} ORDER BY {', '.join(keys)}").fetchall()
    row = dict(zip(columns, harness.dice.choice(rows)))
    column = harness.dice.choice([name for name in columns if row[name] not in (None, "", b"")])
    value, bit = row[column], 1 << harness.dice.randrange(8)
    if isinstance(value, int): turned = value ^ bit
    elif isinstance(value, bytes):
        at = harness.dice.randrange(len(value))
        turned = value[:at] + bytes([value[at] ^ bit]) + value[at + 1:]
    else:
        # Within seven bits, so that it is still a text.
        at = harness.dice.randrange(len(value))
        letter = ord(value[at]) ^ (bit & 0x5F or 1)
        if not 32 <= letter < 127: return None
        turned = value[:at] + chr(letter) + value[at + 1:]
    harness.where = f"{table}.{column}: {value!r} is {turned!r}"[:300]
    where = " AND ".join(f"{key} IS ?" for key in keys)

    def put(value, keyed):
        base.execute(f"UPDATE {table} SET {column} = ? WHERE {where}",
                     [value, *(keyed[key] for key in keys)])
        base.commit()
    try:
        put(turned, row)
    except sqlite3.IntegrityError:
        return None
    return lambda: put(value, {**row, column: turned})


def content(data):
    """Everything in the tables, one after the other; None for what cannot be read."""
    found = {}
    try:
        base = oracle.opened(data)
        base.text_factory = bytes
        names = [row[0].decode() for row in base.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        schema = base.execute("SELECT * FROM sqlite_master ORDER BY name").fetchall()
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return None
    for name in names:
        try:
            # By rows, not by an index: what a page shows may come by either.
            columns = READ.get(name, "*")
            found[name] = sorted(map(repr, base.execute(
                f"SELECT {columns} FROM {name} NOT INDEXED")))
        except sqlite3.DatabaseError:
            found[name] = None
    base.close()
    found["schema"] = schema
    return found


def page(harness, round):
    """25 times a bit anywhere in the file, while nobody serves; then it is served and read."""
    receipts = filled(harness)
    data = harness.trial / "data"
    path, whole = data / "catatan.sqlite", content(data)
    body = path.read_bytes()
    site = harness.serve()
    pages = [page for number, cookie in receipts.items()
             for page in ((("/permohonan", cookie)), (f"/lacak/{number}", ""))]
    good = [main_of(site.ask("GET", *page)) for page in pages]
    assert all(status == 200 for status, _ in good)
    site.stop()
    path.write_bytes(body)
    # Processes of their own each time: a sample has fewer.
    for turn in range(5 if harness.sample else PAGE_FLIPS):
        at, bit = harness.dice.randrange(len(body)), 1 << harness.dice.randrange(8)
        harness.where = f"byte {at} of {len(body)} xor {bit}"
        for name in ("catatan.sqlite-wal", "catatan.sqlite-shm"):
            (data / name).unlink(missing_ok=True)
        path.write_bytes(body[:at] + bytes([body[at] ^ bit]) + body[at + 1:])
        now = content(data)
        touched = {"file"} if now is None else \
            {name for name in whole | now if whole.get(name) != now.get(name)}
        told = [command(*words, harness.trial).returncode
                for words in (("ledger", "verify"), ("views", "verify"))]
        harness.where += f", touches {sorted(touched) or 'nothing'}, told {told}"
        if touched & (LOG | {"file"}): assert told[0] != 0, "ledger verify does not report it"
        elif touched & VIEWS: assert any(told), "views verify does not report it"
        site = harness.serve()
        if site.port:
            for page, right in zip(pages, good):
                try: status, shown = main_of(site.ask("GET", *page))
                except OSError: continue
                # A turned row of a view is shown until the night; the log and the vault never.
                if status != 200 or shown == right[1]: continue
                assert touched & VIEWS and told[1] != 0, f"{page[0]} shows something wrong"
                harness.where += ", shown"
        site.kill()
        harness.broken += 1
    for name in ("catatan.sqlite-wal", "catatan.sqlite-shm"):
        (data / name).unlink(missing_ok=True)
    path.write_bytes(body)
