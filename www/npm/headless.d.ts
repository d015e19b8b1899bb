import { Checker } from "./checker.js";

export type {
  AnswerValue,
  Ask,
  Assessment,
  Checker,
  Reason,
  Sign,
  Step,
  Urgency,
} from "./checker.js";

/**
 * Begins one reader's way through the questions. The first call reads three files, the others none.
 * Fails when one of them cannot be read, or with a code of `EMBEDDING.md` when they do not belong together.
 */
export function begin(): Promise<Checker>;
