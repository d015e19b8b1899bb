// What axe does not look at, on a page 320 pixels wide. Tells one line for each fault.

const below = (root) =>
  [...root.querySelectorAll("*")].flatMap((e) => (e.shadowRoot ? [e, ...below(e.shadowRoot)] : [e]));
const all = below(document.body);
// What lies under an open dialog is not there for anybody.
const dialog = all.find((e) => e.matches("dialog[open]"));
const shown = (dialog ? below(dialog) : all).filter((e) => e.checkVisibility({ visibilityProperty: true }));
const name = (e) => `${e.localName}.${e.className?.baseVal ?? e.className} "${e.textContent.trim().slice(0, 40)}"`;
// What is there to be heard only is cut off on purpose, a table may be wider than the screen, and a field of one
// line scrolls with its cursor, and so does what lies above the half of the screen that stops.
const isApart = (e) => e.closest(".hidden, .chain-again, .skip, table, svg, input") || e.querySelector(":scope > table") || e.matches(".play-upper");
const faults = [];

function voices() {
  const n = shown.filter((e) => e.matches("[role=status], [role=alert], [aria-live], output")).length;
  const speak = (e) => e.shadowRoot?.querySelector(".screen") || e.matches(".search-results:not([hidden])");
  const wanted = dialog ? 1 : all.filter(speak).length;
  if (n !== wanted) faults.push(`announcers: ${n}, not ${wanted}`);
}

function targets() {
  // A radio or a checkbox is pressed on the whole of its row.
  for (const e of shown.filter((e) => e.matches("button, summary, .choice, .keep:not(:empty), .care-card-call"))) {
    const { width, height } = e.getBoundingClientRect();
    if (Math.min(width, height) < 44) faults.push(`target: ${width} by ${height}: ${name(e)}`);
  }
}

function flow(when) {
  const wide = document.scrollingElement;
  if (wide.scrollWidth > wide.clientWidth) faults.push(`${when}: the page scrolls sideways`);
  for (const e of shown.filter((e) => !isApart(e))) {
    const { right, left, width } = e.getBoundingClientRect();
    if (width > 0 && (right > wide.clientWidth + 1 || left < -1)) faults.push(`${when}: off the screen: ${name(e)}`);
    const style = getComputedStyle(e);
    const isCut = style.overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1;
    const isCutBelow = style.overflowY !== "visible" && e.scrollHeight > e.clientHeight + 1;
    if (isCut || isCutBelow) faults.push(`${when}: cut off: ${name(e)}`);
  }
}

// The widest spacing that WCAG 1.4.12 wants a page to bear.
function spaced(look) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`);
  const roots = [document, ...below(document).map((e) => e.shadowRoot).filter(Boolean)];
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  look();
  for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.slice(0, -1);
}

voices();
targets();
flow("at 320 pixels");
spaced(() => flow("with wide spacing"));
return faults;
