#!/usr/bin/env python3
"""Writes fixture.json: networks, answers, and the posteriors that pyAgrum finds for them.

    python3 -m venv target/oracle-venv
    target/oracle-venv/bin/pip install pyagrum==3.3.1
    target/oracle-venv/bin/python tests/oracle/make_fixture.py

The tests read the file without Python. Links are whole numbers k, meaning k/255, the form in
which strengths ship, so both sides compute with the same numbers.

Two traps. pyAgrum's plain addNoisyOR is the compound form, whose weights contain the leak; the
form meant here is addNoisyORNet with the leak as external weight. And only answered nodes go in:
the others cannot matter, and their tables cost memory.
"""

import json
import math
import random
import statistics
import time
from pathlib import Path

import pyagrum as gum

TIMED_RUNS = 5

# A no costs pyAgrum as much as a yes: with 20 beside 6 yes it takes 19 s on 60 x 120.
N_NO = 4


def log_uniform(dice, low, high):
    return math.exp(dice.uniform(math.log(low), math.log(high)))


def mixed(seed):
    """A small or middling network, from nearly a tree to rather dense."""
    dice = random.Random(seed)
    n, m = dice.randint(2, 20), dice.randint(2, 25)
    density = min(0.6, dice.uniform(1.0, 3.5) / n)
    rows = [[c for c in range(n) if dice.random() < density] for _ in range(m)]
    answers = dice.sample(range(m), dice.randint(m // 2, m))
    split = dice.randint(0, len(answers))
    priors = [log_uniform(dice, 0.001, 0.5) for _ in range(n)]
    return network(dice, priors, rows, answers[:split], answers[split:])


def large(seed, n_yes):
    """60 causes in eight clusters, the first three of them hubs, and 120 answers."""
    dice = random.Random(seed)
    n, m = 60, 120
    rows = [[] for _ in range(m)]
    for cause in range(n):
        home = list(range(cause % 8, m, 8))
        wanted = round(7 * dice.uniform(0.6, 1.4) * (3 if cause < 3 else 1))
        inside = dice.sample(home, min(round(0.65 * wanted), len(home)))
        outside = dice.sample([j for j in range(m) if j % 8 != cause % 8], wanted - len(inside))
        for answer in inside + outside:
            rows[answer].append(cause)
    priors = [log_uniform(dice, *((0.15, 0.35) if c < 3 else (0.003, 0.15))) for c in range(n)]
    answers = dice.sample(range(m), n_yes + N_NO)
    return network(dice, priors, rows, answers[:n_yes], answers[n_yes:])


def network(dice, priors, rows, yes, no):
    answers = [
        {"leak": log_uniform(dice, 0.005, 0.1), "links": [[c, dice.randint(13, 230)] for c in row]}
        for row in rows
    ]
    return {"priors": priors, "answers": answers, "yes": sorted(yes), "no": sorted(no)}


def build(case):
    net = gum.BayesNet()
    for cause, prior in enumerate(case["priors"]):
        net.add(gum.LabelizedVariable(f"d{cause}", "", 2))
        net.cpt(f"d{cause}").fillWith([1.0 - prior, prior])
    for at in case["yes"] + case["no"]:
        answer = case["answers"][at]
        net.addNoisyORNet(gum.LabelizedVariable(f"f{at}", "", 2), answer["leak"])
        for cause, k in answer["links"]:
            net.addWeightedArc(f"d{cause}", f"f{at}", k / 255)
    return net


def solve(case):
    """Posteriors of every cause, and the median milliseconds for all of them."""
    net = build(case)
    evidence = {f"f{at}": 1 for at in case["yes"]} | {f"f{at}": 0 for at in case["no"]}
    times = []
    for _ in range(TIMED_RUNS):
        start = time.perf_counter()
        engine = gum.LazyPropagation(net)
        engine.setEvidence(evidence)
        engine.makeInference()
        posteriors = [engine.posterior(f"d{c}")[1] for c in range(len(case["priors"]))]
        times.append(1e3 * (time.perf_counter() - start))
    return posteriors, statistics.median(times)


def main():
    gum.setNumberOfThreads(1)
    cases = [mixed(seed) for seed in range(40)]
    cases += [large(100 + at, n_yes) for at, n_yes in enumerate([6, 7, 8, 10, 12, 14, 16, 18])]
    for case in cases:
        case["posteriors"], case["pyagrum_ms"] = solve(case)
    for name, group in ("mixed", cases[:40]), ("60 x 120", cases[40:]):
        times = [case["pyagrum_ms"] for case in group]
        print(f"{name}: median {statistics.median(times):.2f} ms a set of posteriors, "
              f"{min(times):.2f} to {max(times):.2f}")
    text = json.dumps({"pyagrum": gum.__version__, "cases": cases}, separators=(",", ":"))
    Path(__file__).with_name("fixture.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
