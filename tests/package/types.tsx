// Compiles when the types of the tags in React say what is so, and only then.

import { useRef } from "react";
import type { BackwiseElement } from "backwise";
import type {} from "backwise/react";

export function Tags() {
  const tag = useRef<BackwiseElement>(null);
  return (
    <>
      <backwise-check ref={tag} base="https://backwise.example/" topic="lower-back-pain" theme="dark" region="GB" className="wide">
        <button onClick={() => tag.current?.reset()}>Again</button>
      </backwise-check>
      <backwise-wall-test start="tap" />
      <backwise-routine exercises="chin-tuck row" />
      {/* @ts-expect-error There are two themes, and this is none. */}
      <backwise-check theme="sepia" />
      {/* @ts-expect-error A wall test has no topic. */}
      <backwise-wall-test topic="lower-back-pain" />
    </>
  );
}
