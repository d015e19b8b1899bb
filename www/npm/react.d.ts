// The tags in JSX, as React 19 and later have them. It says what is so and brings no code:
//
//   import type {} from "backwise/react";

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type {
  BackwiseAttributes,
  BackwiseCheckAttributes,
  BackwiseElement,
  BackwiseRoutineAttributes,
} from "./backwise.js";

/** What may stand on a tag: its own attributes, and those of every element. */
type Tag<Attributes> = DetailedHTMLProps<HTMLAttributes<BackwiseElement>, BackwiseElement> & Attributes;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "backwise-check": Tag<BackwiseCheckAttributes>;
      "backwise-wall-test": Tag<BackwiseAttributes>;
      "backwise-routine": Tag<BackwiseRoutineAttributes>;
    }
  }
}
