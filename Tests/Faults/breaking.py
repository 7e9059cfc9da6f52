"""kill, walk, eio, full: the k-th write or sync, while people send."""
from harness import BROKEN
from served import DISTURBANCE, NO_ROOM, UNKNOWN, Refused


def sends(harness, site, acknowledged, filled):
    """Sends everything; gives what was refused. A dead program ends it."""
    refused, turn = [], 3
    try:
        for draft in harness.drafts: sent(site, draft, acknowledged, refused)
        # One is filled in on the way, so that drafts and uploads meet the fault too; more where it
        # was not met yet, for no two runs have quite the same writes.
        while turn == 3 or (harness.disk["at"] and not harness.disk["met"] and turn < 9
                            and not harness.walks):
            try:
                filled.append(site.fill(turn))
                sent(site, filled[-1], acknowledged, refused)
            except Refused as answer:
                refused.append(answer)
            turn += 1
    except BROKEN:
        assert site.process.wait(5) is not None
    return refused


def sent(site, draft, acknowledged, refused):
    try:
        cookie = site.receipt(draft)
    except Refused as answer:
        refused.append(answer)
        return
    acknowledged[draft] = site.number(cookie)


def kill(harness, round):
    broken(harness, "kill", harness.dice.randrange(1, harness.measured("kill") + 1))


def walk(harness, round):
    """k = 1, 2, … until a run meets nothing; gives False there. A sample takes wider steps."""
    total = harness.measured("kill")
    harness.walks = True
    try:
        return broken(harness, "kill", 1 + (round - 1) * max(1, total // harness.count))
    finally:
        harness.walks = False


def eio(harness, round):
    broken(harness, "eio", harness.dice.randrange(1, harness.measured("eio") + 1))


def full(harness, round):
    broken(harness, "full", harness.dice.randrange(1, harness.measured("full") + 1))


def broken(harness, kind, at):
    harness.fresh()
    stays = kind != "kill" and harness.dice.random() < 0.5
    harness.where = f"k={at}{' and after' if stays else ''}"
    harness.disk.arm(kind, at, stays)
    site, acknowledged, filled = harness.serve(faulty=True), {}, []
    if site.port:
        refused = sends(harness, site, acknowledged, filled)
        if kind != "kill": endures(harness, site, kind, stays, acknowledged, refused, filled)
    met = harness.disk["met"]
    if site.process.returncode is None: site.kill()
    harness.after(acknowledged, filled)
    harness.broken += min(met, 1)
    assert met or harness.walks, "the fault was never met"
    return met > 0


def endures(harness, site, kind, stays, acknowledged, refused, filled):
    """The program lives through it: says what it knows, goes on reading, and writes again."""
    assert site.process.poll() is None, "a failing disk ended the program"
    for answer in refused:
        assert answer.status == 503, f"a failure was answered {answer}"
        # A disk that is full only when the group is committed leaves it uncertain, and it says so.
        words = (NO_ROOM, UNKNOWN) if kind == "full" else (UNKNOWN, DISTURBANCE)
        assert any(word in answer.page for word in words), f"it says {answer}"
    assert site.ask("GET", "/layanan")[0] == 200, "a public page is gone"
    for number in list(acknowledged.values())[:1]:
        status, page = site.ask("GET", f"/lacak/{number.replace('-', '')}")[::3]
        assert status == 200 and number in page, f"{number} cannot be followed: {status}"
    harness.disk.mend()
    for draft in [*harness.drafts, *filled]:
        if draft not in acknowledged: acknowledged[draft] = site.send(draft)
