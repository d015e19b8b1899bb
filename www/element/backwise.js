// Defines <backwise-check>. This file is about its life only: what it shows is drawn by the engine,
// which is fetched when the element comes near.

const TAG = "backwise-check";
const NEAR = "400px";
// In this order: check.css starts from nothing, and tokens.css must not be wiped away by that.
const STYLES = ["check.css", "tokens.css"];
const TOLD = ["figure.css", "told.css"];

// Shared by all elements of the page, and fetched once.
let engine;
let telling;
let asking;
let styles;

class BackwiseCheck extends HTMLElement {
  static observedAttributes = ["base", "region"];

  #root = this.attachShadow({ mode: "open" });
  #fallback = this.#root.appendChild(document.createElement("slot"));
  #watch;
  #app;

  connectedCallback() {
    if (engine) {
      this.#start();
      return;
    }
    this.#watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: NEAR },
    );
    this.#watch.observe(this);
    this.addEventListener("pointerdown", this.#start);
    this.addEventListener("focusin", this.#start);
  }

  disconnectedCallback() {
    this.#stopWaiting();
    this.#app?.free();
    this.#app = undefined;
    this.#root.append(this.#fallback);
  }

  attributeChangedCallback() {
    this.#app?.set(this.#options());
  }

  /** Forgets all answers and shows the first screen. */
  reset() {
    this.#app?.reset();
  }

  #start = async () => {
    this.#stopWaiting();
    try {
      engine ??= loadEngine();
      styles ??= Promise.all(STYLES.map(loadStyle));
      const [loaded, sheets] = await Promise.all([engine, styles]);
      if (!this.isConnected || this.#app) return;
      this.#root.adoptedStyleSheets = sheets;
      this.#app = loaded.mount(this.#root, this.#options());
      this.#fallback.remove();
      this.#settle(loaded);
    } catch (error) {
      // What is inside the tag stays on the page. A later element may have more luck.
      engine = telling = asking = styles = undefined;
      report(error);
    }
  };

  // What weighs causes is fetched while the first questions are read. It has no part in how soon to get
  // help: where it does not come, the checker asks all that this takes, and says what is missing.
  async #settle(loaded) {
    telling ??= Promise.all([loadTeller(), ...TOLD.map(loadStyle)]);
    try {
      const [teller, ...sheets] = await telling;
      loaded.settle(teller);
      this.#root.adoptedStyleSheets.push(...sheets);
    } catch (error) {
      telling = undefined;
      loaded.settle();
      report(error);
    }
    this.#app?.set(this.#options());
  }

  #stopWaiting() {
    this.#watch?.disconnect();
    this.removeEventListener("pointerdown", this.#start);
    this.removeEventListener("focusin", this.#start);
  }

  #options() {
    const base = this.getAttribute("base");
    const url = base === null ? new URL("../", import.meta.url) : new URL(base, document.baseURI);
    const history = this.hasAttribute("history");
    return {
      base: url.href.replace(/\/?$/, "/"),
      region: this.getAttribute("region") ?? "",
      history,
      awaits: history && awaits(),
    };
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

async function loadEngine() {
  asking ??= loadGraph("asking.bwg");
  const [ask, graph] = await Promise.all([loadModule("ask"), asking]);
  return new ask.Engine(graph);
}

async function loadTeller() {
  const files = [asking, loadGraph("telling.bwg")];
  const [tell, ...graph] = await Promise.all([loadModule("tell"), ...files]);
  return new tell.Teller(...graph);
}

async function loadModule(name) {
  const [module, wasm] = await Promise.all([import(`./${name}.js`), load(`${name}_bg.wasm`)]);
  await module.default({ module_or_path: wasm });
  return module;
}

async function loadGraph(name) {
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

function report(error) {
  console.error(`${TAG}: ${error?.message ?? error}`);
}

if (!customElements.get(TAG)) customElements.define(TAG, BackwiseCheck);
