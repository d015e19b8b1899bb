import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

import { Check } from "backwise/example/check.jsx";

function Post() {
  const [n, setN] = useState(0);
  return (
    <main>
      <h1>A post about running</h1>
      <Check base="https://backwise.example/" onDone={() => setN((n) => n + 1)}>
        <p>Back pain with new numbness between the legs, new trouble with bladder or bowel, weak legs, chest pain or breathlessness: call your emergency number now.</p>
      </Check>
      <output>{n}</output>
    </main>
  );
}

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <Post />
  </StrictMode>,
);
