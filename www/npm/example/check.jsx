// The checker in React. What you write inside shows until it is ready, and stays where it cannot run.
//
//   <Check base="https://example.org/" region="GB" onDone={thank}>New numbness …: call your emergency number.</Check>

import { useEffect, useRef } from "react";

export function Check({ children, onDone, ...attributes }) {
  const tag = useRef(null);

  // Here, and not above: on a server there are no elements.
  useEffect(() => {
    import("backwise");
  }, []);

  useEffect(() => {
    const check = tag.current;
    check.addEventListener("backwise:done", onDone);
    return () => check.removeEventListener("backwise:done", onDone);
  }, [onDone]);

  return (
    <backwise-check ref={tag} {...attributes}>
      {children}
    </backwise-check>
  );
}
