// Defines <backwise-check>, <backwise-wall-test> and <backwise-routine>. This file is about their life only:
// what they show is drawn by the engine, which is fetched when an element comes near.

const NEAR = "400px";
// In this order: check.css starts from nothing, and tokens.css must not be wiped away by that.
const STYLES = ["check.css", "tokens.css"];
const TOLD = ["figure.css", "told.css"];
const PLAYED = [...STYLES, "figure.css", "told.css", "play.css"];

// Shared by all elements of the page, and fetched once; what failed may be tried again.
const shared = new Map();

function once(name, load) {
  if (!shared.has(name)) {
    const loading = load(name);
    shared.set(name, loading);
    loading.catch(() => shared.delete(name));
  }
  return shared.get(name);
}

class BackwiseElement extends HTMLElement {
  static observedAttributes = ["base", "region"];

  #root = this.attachShadow({ mode: "open" });
  #fallback = this.#root.appendChild(document.createElement("slot"));
  #watch;
  app;

  connectedCallback() {
    if (this.getAttribute("start") !== "tap") {
      if (shared.has(this.constructor.engine)) {
        this.#start();
        return;
      }
      this.#watch = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
        { rootMargin: NEAR },
      );
      this.#watch.observe(this);
      this.addEventListener("focusin", this.#start);
    }
    this.addEventListener("pointerdown", this.#start);
    this.addEventListener("click", this.#start);
  }

  disconnectedCallback() {
    this.#stopWaiting();
    this.app?.free();
    this.app = undefined;
    this.#root.append(this.#fallback);
  }

  attributeChangedCallback() {
    this.app?.set?.(this.options());
  }

  /** Forgets all answers and shows the first screen. */
  reset() {
    this.app?.reset();
  }

  #start = async () => {
    this.#stopWaiting();
    try {
      const { engine, load, styles } = this.constructor;
      const [loaded, ...looks] = await Promise.all([once(engine, load), ...styles.map(style)]);
      if (!this.isConnected || this.app) return;
      this.#root.adoptedStyleSheets = looks;
      this.app = loaded.mount(this.#root, this.options());
      this.#fallback.remove();
      await this.settle?.(loaded, this.#root);
    } catch (error) {
      // What is inside the tag stays on the page.
      report(this, error);
    }
  };

  #stopWaiting() {
    this.#watch?.disconnect();
    this.removeEventListener("pointerdown", this.#start);
    this.removeEventListener("focusin", this.#start);
    this.removeEventListener("click", this.#start);
  }

  options() {
    const base = this.getAttribute("base");
    const url = base === null ? new URL("../", import.meta.url) : new URL(base, document.baseURI);
    return { base: url.href.replace(/\/?$/, "/") };
  }
}

class BackwiseCheck extends BackwiseElement {
  static engine = "ask";
  static styles = STYLES;

  static async load() {
    const [ask, graph] = await Promise.all([module("ask"), once("asking.bwg", bytes)]);
    return new ask.Engine(graph);
  }

  connectedCallback() {
    const from = new URLSearchParams(location.search).get("from");
    if (from && this.hasAttribute("history")) this.setAttribute("topic", from);
    super.connectedCallback();
  }

  // What weighs causes is fetched while the first questions are read. It has no part in how soon to get
  // help: where it does not come, the checker asks all that this takes, and says what is missing.
  async settle(engine, root) {
    try {
      const [teller, ...looks] = await Promise.all([once("tell", loadTeller), ...TOLD.map(style)]);
      engine.settle(teller);
      this.#prepare(teller);
      root.adoptedStyleSheets.push(...looks);
    } catch (error) {
      engine.settle();
      report(this, error);
    }
    this.app?.set(this.options());
  }

  // What the article is about that the reader comes from is ticked beforehand.
  #prepare(teller) {
    const topic = this.getAttribute("topic");
    const about = topic && teller.about(topic);
    if (about) this.app?.prepare(about);
    else if (topic) console.warn(`${this.localName}: topic-unknown: ${topic}`);
  }

  options() {
    const history = this.hasAttribute("history");
    const region = this.getAttribute("region") ?? "";
    return { ...super.options(), region, history, awaits: history && awaits() };
  }
}

class BackwiseWallTest extends BackwiseElement {
  static engine = "posture";
  static styles = PLAYED;

  static async load() {
    const [posture, ...graph] = await Promise.all([module("posture"), ...both()]);
    return new posture.Trainer(...graph);
  }

  // A routine that another of our elements has drawn may keep what that one may.
  options() {
    const { host } = this.getRootNode();
    const drawn = host instanceof BackwiseElement && host.hasAttribute("history");
    return { ...super.options(), history: drawn || this.hasAttribute("history") };
  }
}

class BackwiseRoutine extends BackwiseWallTest {
  options() {
    return { ...super.options(), exercises: this.getAttribute("exercises") ?? "" };
  }
}

// Whether answers may have come along: in a link, before a reload, or kept. Only the teller can read them.
function awaits() {
  try {
    return location.hash.startsWith("#a=") || history.state > 0 || "backwise-answers" in localStorage;
  } catch {
    return false; // Storage is blocked.
  }
}

const both = () => ["asking.bwg", "telling.bwg"].map((name) => once(name, bytes));
const style = (name) => once(name, loadStyle);

async function loadTeller() {
  const [tell, ...graph] = await Promise.all([module("tell"), ...both()]);
  return new tell.Teller(...graph);
}

async function module(name) {
  const [module, wasm] = await Promise.all([import(`./${name}.js`), load(`${name}_bg.wasm`)]);
  await module.default({ module_or_path: wasm });
  return module;
}

async function bytes(name) {
  return new Uint8Array(await (await load(name)).arrayBuffer());
}

async function loadStyle(name) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await load(name)).text());
  return sheet;
}

async function load(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name} is not there (${response.status})`);
  return response;
}

function report(element, error) {
  console.error(`${element.localName}: ${error?.message ?? error}`);
}

for (const [tag, element] of [
  ["backwise-check", BackwiseCheck],
  ["backwise-wall-test", BackwiseWallTest],
  ["backwise-routine", BackwiseRoutine],
]) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
