"""publish, rebuild: a command killed at its k-th write; the old or the new, never between."""
import oracle
from disk import LOG
from served import SERVICE, command

OLD, NEW = "Surat keterangan penelitian", "Surat keterangan meneliti"
BLUEPRINT = f"blueprints/16.03/penelitian/services/{SERVICE}.yaml"


def run(harness, words, at=0):
    harness.disk.arm("kill" if at else None, at)
    done = command(words, harness.trial, env=harness.disk.env)
    return done, harness.disk["met"], harness.disk["writes"] + harness.disk["syncs"]


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
