/** How soon to get help, from the least urgent to the most. */
export type Urgency = "self-care" | "routine" | "within-days" | "same-day" | "emergency";

export interface Ask {
  id: string;
  kind: "one" | "many" | "yes-no";
  text: string;
  /** What the words of the question mean, or empty. */
  help: string;
  options: { id: string; text: string }[];
}

/** `"yes"`, `"no"`, `"unsure"`, one option, or every option that is so. `"unsure"` in a list: the rest is not known. */
export type AnswerValue = string | string[];

/** A finding, and the level that this value of this question would set. */
export interface Sign {
  id: string;
  title: string;
  question: string;
  value: string;
  level: Urgency;
}

/** An answer, and the addresses of the passages that say what it means, relative to the site. */
export interface Reason {
  id: string;
  title: string;
  receipts: string[];
}

export interface Step {
  from: string;
  relation: string;
  to: string;
  receipts: string[];
}

export interface Assessment {
  urgency: Urgency;
  red_flags: {
    id: string;
    level: Urgency;
    title: string;
    family: string;
    card: string;
    address: string;
  }[];
  not_cleared: Sign[];
  fits: {
    id: string;
    title: string;
    family: string;
    fit: "little" | "partly" | "well";
    for: Reason[];
    against: Reason[];
    unknown: { id: string; title: string }[];
  }[];
  chains: Step[][];
  /** What to do today. `avoid` holds what it is to be left out with, as far as nobody asked about it. */
  plan: {
    id: string;
    kind: "exercise" | "habit";
    title: string;
    minutes: number;
    because: Step[];
    avoid: Step[];
  }[];
  see: { id: string; title: string }[];
  /** Every single answer that would raise the level, and no other. */
  would_raise: Sign[];
  /** Whether the order of what fits was sampled. The urgency never is. */
  approximate: boolean;
}
