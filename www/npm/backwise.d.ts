import type { Urgency } from "./headless.js";

/** What all three tags can do. They are defined when the module is imported, in a browser only. */
export interface BackwiseElement extends HTMLElement {
  /** Forgets all answers and shows the first screen. */
  reset(): void;
  /** Puts the focus on the heading of the screen. */
  focus(options?: FocusOptions): void;
}

/** What may stand on any of the tags, as in `EMBEDDING.md`. */
export interface BackwiseAttributes {
  /** Where the pages are that results link to. A bundler moves the files, so say it. */
  base?: string;
  /** What the reader's system prefers unless given. */
  theme?: "light" | "dark";
  /** `tap`: nothing is loaded until what is inside the tag is pressed. */
  start?: "tap";
}

/** Of `<backwise-check>`. */
export interface BackwiseCheckAttributes extends BackwiseAttributes {
  /** The id of an article of the site: what it is about is ticked beforehand, never among warning signs. */
  topic?: string;
  /** The ISO 3166-1 code of a country, such as `GB`: its emergency number comes first. */
  region?: string;
  /** `other`: most readers come for somebody else, and to start so is the first button. */
  for?: "other";
  /** `urgency`: `backwise:done` says how soon to get help, and the reader is told that it does. */
  tells?: "urgency";
}

/** Of `<backwise-routine>`. */
export interface BackwiseRoutineAttributes extends BackwiseAttributes {
  /** Ids of exercises, with blanks between. */
  exercises?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "backwise-check": BackwiseElement;
    "backwise-wall-test": BackwiseElement;
    "backwise-routine": BackwiseElement;
  }

  /** They bubble, cross shadow roots, and carry no answers. */
  interface HTMLElementEventMap {
    /** The first screen is drawn. */
    "backwise:ready": CustomEvent<null>;
    /** Another screen is shown. */
    "backwise:step": CustomEvent<null>;
    /** That screen is the result; its urgency where the tag has `tells="urgency"`. */
    "backwise:done": CustomEvent<Urgency | null>;
  }
}
