"""room: a file system of few megabytes that is really full, where this user may mount one."""
import os, shutil, subprocess
from served import NO_ROOM, UNKNOWN, Refused


def room(harness, round):
    harness.fresh()
    # Mounted in a name space of its own would hide it from us: the program has to see it as we do.
    data = harness.trial / "data"
    kept = harness.work / "data"
    size = sum(path.stat().st_size for path in data.rglob("*") if path.is_file())
    shutil.rmtree(kept, ignore_errors=True)
    shutil.move(data, kept)
    data.mkdir(mode=0o700)
    # What is freed at the end, all but 40 pages of it, has to hold what is written then.
    more = (size >> 10) + harness.dice.randrange(1500, 5000)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={more}k,mode=700", "serasan-uji",
                              str(data)], capture_output=True, text=True)
    if mounted.returncode != 0:
        data.rmdir()
        shutil.move(kept, data)
        harness.skipped = f"no file system may be mounted here: {mounted.stderr.strip()}"
        return False
    try:
        shutil.copytree(kept, data, dirs_exist_ok=True)
        fills_up(harness, data, more)
        shutil.rmtree(kept)
        shutil.copytree(data, kept)
    finally:
        for site in harness.sites:
            if site.process.returncode is None: site.kill()
        subprocess.run(["umount", str(data)], check=True)
    data.rmdir()
    shutil.move(kept, data)
    harness.after(harness.acknowledged, perhaps=harness.perhaps)


def fills_up(harness, data, more):
    """People send until there is no room; reading goes on; with room again, so does writing."""
    site, harness.acknowledged, harness.perhaps = harness.serve(), {}, []
    assert site.port, "the program does not start"
    refused, turn, filler = [], 3, data / "isi"
    harness.acknowledged[harness.drafts[0]] = number = site.send(harness.drafts[0])
    free = os.statvfs(data)
    with open(filler, "wb") as file:
        try:
            # All but some pages, so that the fault comes at another write each time.
            left = free.f_bavail * free.f_frsize - 4096 * harness.dice.randrange(0, 40)
            file.write(bytes(max(0, left)))
        except OSError:
            pass
    for draft in harness.drafts[1:]:
        try: harness.acknowledged[draft] = site.send(draft)
        except Refused as answer: refused.append(answer)
    while not refused and turn < 40:
        try:
            draft = site.fill(turn)
            harness.perhaps.append(draft)
            harness.acknowledged[draft] = site.send(draft)
        except Refused as answer:
            refused.append(answer)
        turn += 1
    harness.where = f"{more} kB, {len(harness.acknowledged)} acknowledged"
    assert refused, "it never filled up"
    harness.broken += 1
    assert site.process.poll() is None, "a full disk ended the program"
    for answer in refused:
        assert answer.status == 503, f"a failure was answered {answer}"
        assert NO_ROOM in answer.page or UNKNOWN in answer.page, f"it says {answer}"
    assert site.ask("GET", "/layanan")[0] == 200, "a public page is gone"
    assert number in site.ask("GET", f"/lacak/{number.replace('-', '')}")[3]
    filler.unlink()
    for draft in harness.drafts:
        if draft not in harness.acknowledged: harness.acknowledged[draft] = site.send(draft)
    site.stop()
