"""clock: the machine's clock is set while the site runs."""
import re
from datetime import datetime
import oracle
from served import exported

HOUR, YEAR = 3600, 365 * 86400
WAYS = [("an hour on", HOUR), ("an hour back", -HOUR), ("a year on", YEAR), ("a year back", -YEAR),
        ("an hour on, then two back", HOUR, -HOUR)]


def promise(site, number):
    page = site.ask("GET", f"/lacak/{number.replace('-', '')}")[3]
    return re.search(r"Paling lambat selesai</dt><dd>([^<]*)", page)[1]


def is_in(site, cookie):
    return site.ask("GET", "/kerja/kotak", cookie)[0] == 200


def clock(harness, round):
    harness.fresh()
    drafts = list(harness.drafts)
    name, *offsets = WAYS[(round - 1) % len(WAYS)]
    harness.where = name
    site = harness.serve(faulty=True)
    numbers = [site.send(harness.drafts[0])]
    promised = promise(site, numbers[0])
    officer, left = (site.log_in(harness.trial, "lina") for _ in range(2))
    assert is_in(site, left) and site.log_out(left) == 303
    assert is_in(site, officer) and not is_in(site, left), "leaving ends no session"
    ended = False
    for draft, offset in zip(harness.drafts[1:], offsets):
        harness.disk["offset"] = offset
        harness.broken += 1
        # The program sees the other clock; else this round would show nothing.
        behind = "clock_behind" in site.ask("GET", "/healthz")[3]
        assert behind == (offset < 0), "the program does not see that the clock was set"
        assert not is_in(site, left), "a session that was ended opens again"
        if offset >= YEAR: ended = not is_in(site, officer)
        if offset >= YEAR: assert ended, "a session a year old still opens"
        # A draft of a year ago is no more; whoever comes then begins anew.
        if offset >= YEAR: drafts[len(numbers)] = draft = site.fill(len(numbers))
        numbers.append(site.send(draft))
        assert promise(site, numbers[0]) == promised, "an earlier promise moved"
    harness.disk["offset"] = 0
    assert not is_in(site, left), "a session that was ended opens again"
    if ended: assert not is_in(site, officer), "a session that ran out opens again"
    oracle.whole(harness.trial / "data")
    assert oracle.cases(harness.trial / "data") == [n.replace("-", "") for n in numbers]
    rows = {row["nomor"]: row for row in exported(harness.trial)}
    told = [rows[number] for number in numbers]
    for row in told: assert row["diterima"] < row["tenggat"], "promised before it was received"
    if offsets[0] > 0:
        first, second = (datetime.strptime(row["dicatat"], "%Y-%m-%d %H:%M") for row in told[:2])
        assert (second - first).total_seconds() > offsets[0] - 120, "the clock was not set"
    for one, next_one in zip(told, told[1:]):
        assert one["dicatat"] <= next_one["dicatat"], "the record went back in time"
    site.kill()
    # After a new start the ended ones stay ended, whatever the clock says now.
    site = harness.serve()
    assert site.port, "the program does not start"
    assert not is_in(site, left) and not (ended and is_in(site, officer)), "a right was revived"
    assert promise(site, numbers[0]) == promised, "an earlier promise moved"
    for draft, number in zip(drafts, numbers):
        assert site.send(draft) == number, f"{number} is another case now"
