#!/usr/bin/env python3
"""Holds what the checker makes of the shipped graph against arithmetic that shares nothing with it.

    cargo xtask oracle

Python alone, in decimal numbers of 60 digits, by Heckerman's Quickscore (UAI 1989): the chance of several
yeses in a noisy-OR network is a sum with changing signs over every subset of them. The checker never
sums so; it sweeps a table over one answer after the other, in floating point. What each number of the
graph means is written down here a second time:

- A cause has a prior. A risk that is so, or is not, multiplies its odds.
- A cause shows a finding with strength / 255; a finding is so without any cause by its leak.
- Of options that exclude each other only the chosen one says anything, and it changes odds only where the
  share of visitors is known for every option of the list.
- Not sure, and not asked, say nothing.

It fails where a posterior is off by more than 1e-10, and where it would not notice a changed strength.
"""

import json
import sys
from decimal import Decimal, getcontext
from pathlib import Path

getcontext().prec = 60
LIMIT = Decimal("1e-10")
ONE = Decimal(1)


class Oracle:
    def __init__(self, graph):
        self.priors = [Decimal(prior) for prior in graph["priors"]]
        self.findings = graph["findings"]
        self.choices = graph["choices"]

    def exclusive(self):
        return {option for options in self.choices for option in options}

    def factors(self, yes, no):
        """What the answers multiply the odds of each cause by."""
        found = [ONE] * len(self.priors)
        silent = {
            option
            for options in self.choices
            if any(self.findings[option]["share"] <= 0 for option in options)
            for option in options
        }
        told = [(at, 1) for at in yes if at not in silent]
        told += [(at, 2) for at in no if at not in self.exclusive()]
        for at, column in told:
            for row in self.findings[at]["factors"]:
                found[row[0]] *= Decimal(row[column])
        return found

    def without(self, at):
        """For each cause that shows a finding, the chance that it does not."""
        return {cause: ONE - Decimal(k) / 255 for cause, k in self.findings[at]["links"]}

    def posteriors(self, yes, no):
        present = [p * f for p, f in zip(self.priors, self.factors(yes, no))]
        absent = [ONE - p for p in self.priors]
        for at in no:
            if at not in self.exclusive():
                for cause, chance in self.without(at).items():
                    present[cause] *= chance
        shown = [at for at in yes if self.findings[at]["links"]]
        touched = sorted({cause for at in shown for cause, _ in self.findings[at]["links"]})
        with_cause, total = self.sums(shown, touched, present, absent)
        posteriors = [w / (w + b) for w, b in zip(present, absent)]
        for cause in touched:
            posteriors[cause] = with_cause[cause] / total
        return posteriors

    def sums(self, shown, touched, present, absent):
        """The signed sums over all subsets of the yeses: with each cause present, and with any."""
        without = [self.without(at) for at in shown]
        leaks = [ONE - Decimal(self.findings[at]["leak"]) for at in shown]
        with_cause, total = dict.fromkeys(touched, Decimal(0)), Decimal(0)
        for subset in range(1 << len(shown)):
            inside = [at for at in range(len(shown)) if subset >> at & 1]
            weight = ONE if len(inside) % 2 == 0 else -ONE
            kept = {cause: present[cause] for cause in touched}
            for at in inside:
                weight *= leaks[at]
                for cause, chance in without[at].items():
                    kept[cause] *= chance
            for cause in touched:
                weight *= kept[cause] + absent[cause]
            total += weight
            for cause in touched:
                with_cause[cause] += weight * kept[cause] / (kept[cause] + absent[cause])
        return with_cause, total


def difference(oracle, case):
    found = oracle.posteriors(case["yes"], case["no"])
    return max(abs(ours - Decimal(theirs)) for ours, theirs in zip(found, case["posteriors"]))


def main():
    graph = json.loads(Path(sys.argv[1]).read_text())
    oracle, sets = Oracle(graph), graph["sets"]
    worst = max(difference(oracle, case) for case in sets)
    yes = sorted(len(case["yes"]) for case in sets)
    print(f"{len(sets)} sets of answers, {yes[0]} to {yes[-1]} yes; {len(graph['priors'])} causes, "
          f"{len(graph['findings'])} findings; largest difference {worst:.1e}, limit {LIMIT}")

    case = next(case for case in sets if any(graph["findings"][at]["links"] for at in case["yes"]))
    at = next(at for at in case["yes"] if graph["findings"][at]["links"])
    graph["findings"][at]["links"][0][1] ^= 1
    noticed = difference(oracle, case) > LIMIT
    print(f"one strength changed by 1/255: {'noticed' if noticed else 'NOT noticed'}")
    sys.exit(0 if worst <= LIMIT and noticed else 1)


if __name__ == "__main__":
    main()
