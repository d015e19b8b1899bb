// Compiles when the types of the package say what is so, and only then.

import "backwise";
import { begin, type Assessment, type Urgency } from "backwise/headless";

const check = document.createElement("backwise-check");
check.addEventListener("backwise:done", () => check.reset());
check.addEventListener("backwise:done", ({ detail }) => detail satisfies Urgency | null);
check.focus({ preventScroll: true });

const checker = await begin();
for (let ask = checker.next(); ask; ask = checker.next()) {
  checker.answer(ask.id, ask.kind === "many" ? [] : "unsure");
}
const told: Assessment = checker.assessment();
export const urgency: Urgency = told.urgency;

// @ts-expect-error There are five levels, and this is none.
export const level: Urgency = "soon";
// @ts-expect-error Without the attribute there is none.
check.addEventListener("backwise:done", ({ detail }) => detail satisfies Urgency);
// @ts-expect-error An answer is a text or a list of texts.
checker.answer("age", 7);
