// Holds FHIR resources against the R4 profiles in the npm package `fhir`, as an oracle of our own tests.
// By hand, in a folder where `npm install fhir@4.12.0` was run:  node fhir.mjs FILE…
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { Fhir } = createRequire(`${process.cwd()}/`)("fhir");
const fhir = new Fhir();
let failed = false;
for (const file of process.argv.slice(2)) {
  const { valid, messages } = fhir.validate(JSON.parse(readFileSync(file)), { errorOnUnexpected: true });
  console.log(`${file}: ${valid ? "valid" : "not valid"}`);
  // Notes say only that it knows no list of all answers there are.
  for (const { severity, location, message } of messages.filter((m) => m.severity !== "info")) {
    console.log(`  ${severity} ${location}: ${message}`);
  }
  failed ||= !valid;
}
process.exitCode = failed ? 1 : 0;
