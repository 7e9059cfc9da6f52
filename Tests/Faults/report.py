"""Writes the table of results into docs/reliability.md from the rounds that were written down."""
from disk import ROOT

START, END = "<!-- results -->", "<!-- end of results -->"


def write_table(rounds):
    sums = {}
    for line in rounds.read_text().splitlines():
        seed, kind, _, result, met, seconds = line.split("\t")
        row = sums.setdefault(kind, [set(), 0, 0, 0, 0.0])
        row[0].add(seed)
        row[1] += 1
        row[2] += int(met)
        row[3] += result != "passed"
        row[4] += float(seconds)
    table = ["| Kind | Seeds | Rounds | Faults met | Rounds failed | Seconds |", "|---|---|---|---|---|---|"]
    for kind, (seeds, many, met, failed, seconds) in sums.items():
        table.append(f"| `{kind}` | {', '.join(sorted(seeds))} | {many} | {met} | {failed} "
                     f"| {seconds:.0f} |")
    path = ROOT / "docs/reliability.md"
    before, _, rest = path.read_text().partition(START)
    _, _, after = rest.partition(END)
    path.write_text(f"{before}{START}\n\n" + "\n".join(table) + f"\n\n{END}{after}")
    return 0
