// The three people, told the same by the headless class.

import assert from "node:assert/strict";
import test from "node:test";

import { checker, journey } from "./checker.mjs";

for (const name of ["numb-saddle", "morning-stiffness", "tired-runner"]) {
  test(name, async () => {
    const { answers, told } = await journey(name);
    const reader = checker();
    let last = Infinity;
    for (let ask = reader.next(); ask !== null; ask = reader.next()) {
      assert.ok(reader.atMost() < last, "at most rises");
      last = reader.atMost();
      reader.answer(ask.id, answers[ask.id] ?? "unsure");
    }
    const assessment = reader.assessment();
    const ids = (list) => list.map((item) => item.id);
    assert.equal(assessment.urgency, told.urgency);
    assert.deepEqual(ids(assessment.red_flags), told.red_flags);
    assert.deepEqual(ids(assessment.fits).slice(0, told.fits.length), told.fits);
    assert.equal(assessment.plan.length > 0, told.has_plan);
  });
}

test("an answer that is none is refused with a code", () => {
  const reader = checker();
  assert.throws(() => reader.answer("nothing", "yes"), /answer-unknown-question/);
  assert.throws(() => reader.answer("age", "age-999"), /answer-unknown-option/);
  assert.throws(() => reader.answer("age", 7), /answer-malformed/);
});
