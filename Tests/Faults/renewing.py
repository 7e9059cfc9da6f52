"""publish, rebuild, restore: a command killed at its k-th write; the old or the new, never between."""
import shutil
import oracle
from served import SERVICE, command

OLD, NEW = "Surat keterangan penelitian", "Surat keterangan meneliti"
BLUEPRINT = f"blueprints/16.03/penelitian/services/{SERVICE}.yaml"


def run(harness, words, at=0):
    harness.disk.arm("kill" if at else None, at)
    done = command(*words.split(" "), harness.trial, env=harness.disk.env)
    return done, harness.disk["met"], harness.disk.all


def step(harness, words, round, prepare):
    """The k-th write of a command that a clean run has measured; False beyond its last."""
    if words not in harness.found_of:
        prepare()
        done, _, count = run(harness, words)
        assert done.returncode == 0, done.stderr
        harness.found_of[words] = count
    at = 1 + (round - 1) * max(1, harness.found_of[words] // harness.count)
    harness.where = f"k={at} of {harness.found_of[words]}"
    prepare()
    done, met, _ = run(harness, words, at)
    harness.broken += met
    assert met or done.returncode == 0, done.stderr
    return met > 0


def publish(harness, round):
    def prepare():
        path = harness.fresh() / BLUEPRINT
        text = path.read_text()
        assert OLD in text
        path.write_text(text.replace(OLD, NEW))
        manifest = path.parents[1] / "blueprint.yaml"
        manifest.write_text(manifest.read_text().replace("1.0.0", "1.1.0"))
    met = step(harness, "publish", round, prepare)
    oracle.whole(harness.trial / "data")
    site = harness.serve()
    assert site.port, "the program does not start"
    page = site.ask("GET", f"/layanan/{SERVICE}")
    title = page[3].split("<title>")[1].split("</title>")[0]
    assert page[0] == 200 and (OLD in title) != (NEW in title), title
    site.kill()
    done = command("publish", harness.trial)
    assert done.returncode == 0, done.stderr
    site = harness.serve()
    page = site.ask("GET", f"/layanan/{SERVICE}")[3]
    assert NEW in page.split("</title>")[0], "what was published again is not served"
    site.kill()
    oracle.whole(harness.trial / "data")
    return met


def rebuild(harness, round):
    acknowledged = {}
    def prepare():
        harness.fresh()
        site = harness.serve()
        for draft in harness.drafts: acknowledged[draft] = site.send(draft)
        site.kill()
    met = step(harness, "rebuild", round, prepare)
    harness.after(acknowledged)
    return met


def restore(harness, round):
    """Killed on its way, a restore leaves no folder that could be taken for whole; again, it is."""
    target, source, acknowledged = harness.work / "cadangan", harness.work / "asal", {}
    if not target.exists():
        harness.fresh()
        site = harness.serve()
        harness.backed_up = {draft: site.send(draft) for draft in harness.drafts}
        site.kill()
        target.mkdir()
        done = command("backup", harness.trial, target)
        assert done.returncode == 0, done.stderr
        shutil.rmtree(source, ignore_errors=True)
        shutil.copytree(harness.trial, source)
    acknowledged = harness.backed_up
    beside = harness.trial.with_name(harness.trial.name + ".pemulihan")

    def prepare():
        for folder in (harness.trial, beside): shutil.rmtree(folder, ignore_errors=True)
    words = f"restore --key-from {source} {target}"
    met = step(harness, words, round, prepare)
    if harness.trial.exists():
        oracle.whole(harness.trial / "data")
    else:
        assert met, "nothing was restored"
        refused = command("serve", beside, "--port", "0")
        assert refused.returncode != 0, "a folder that is half restored is served"
        done = command(*words.split(" "), harness.trial)
        assert done.returncode == 0, done.stderr
    assert not beside.exists(), "something half restored is left"
    harness.after(acknowledged)
    return met
