"""Milliseconds that pyAgrum takes for the posteriors of each network of the fixture, here and now."""

import json
import sys
from pathlib import Path

ORACLE = Path(__file__).resolve().parents[1] / "oracle"
sys.path.insert(0, str(ORACLE))

import make_fixture  # noqa: E402

make_fixture.gum.setNumberOfThreads(1)
cases = json.loads((ORACLE / "fixture.json").read_text())["cases"]
print(json.dumps([make_fixture.solve(case)[1] for case in cases]))
