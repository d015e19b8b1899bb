#!/usr/bin/env python3
"""The posteriors of the fixture's networks, by us, by pyAgrum and by bayesjs: `engine.py PROGRAMS`.

Medians over the networks, each of several runs; every one of the three on one thread. Where a peer comes to no end,
or to other numbers than the fixture has, the network is left out for it, and that is counted.
"""

import json
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
BENCH = ["cargo", "bench", "--quiet", "--package", "backwise-checker", "--bench", "belief", "--", "fixture"]


def times(command):
    out = subprocess.run(command, cwd=HERE.parents[1], stdout=subprocess.PIPE, check=True).stdout
    return json.loads(out)


def main():
    programs = json.loads(Path(sys.argv[1]).read_text())
    all_times = {"backwise": times(BENCH)}
    if programs.get("pyagrum"):
        all_times["pyagrum"] = times([programs["pyagrum"], HERE / "pyagrum_times.py"])
    if programs.get("bayesjs"):
        all_times["bayesjs"] = times(["node", HERE / "bayesjs_times.mjs", programs["bayesjs"]])
    cases = json.loads((HERE.parent / "oracle/fixture.json").read_text())["cases"]
    large = [len(case["priors"]) == 60 for case in cases]
    for name, wanted in ("mixed", False), ("60 causes x 120 answers", True):
        at = [n for n, is_large in enumerate(large) if is_large == wanted]
        print(f"\nposteriors, {name}: median of {len(at)} networks")
        for peer, theirs in all_times.items():
            done = [n for n in at if theirs[n] is not None]
            if not done:
                print(f"{peer:10} none of them in ten seconds, or with other numbers")
                continue
            mine = statistics.median(all_times["backwise"][n] for n in done)
            its = statistics.median(theirs[n] for n in done)
            beside = "" if peer == "backwise" else f", ours {its / mine:,.0f} times faster, on {len(done)} of them"
            print(f"{peer:10} {its:10.4f} ms{beside}", flush=True)


if __name__ == "__main__":
    main()
