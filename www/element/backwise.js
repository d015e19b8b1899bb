// Defines <backwise-check>, <backwise-wall-test> and <backwise-routine>. This file is about their life only:
// what they show is drawn by the engine, which is fetched when an element comes near.

const NEAR = "400px";

// In milliseconds: whoever sends its files more slowly than this is not waited for.
const LONGEST = 60_000;

// Each file by its whole name, the way that bundlers know: they carry along what they can see.
const ASKING = new URL("./asking.bwg", import.meta.url);
const TELLING = new URL("./telling.bwg", import.meta.url);

// In this order: check.css starts from nothing, and tokens.css must not be wiped away by that.
const STYLES = [new URL("./check.css", import.meta.url), new URL("./tokens.css", import.meta.url)];
const TOLD = [new URL("./figure.css", import.meta.url), new URL("./told.css", import.meta.url)];
const PLAYED = [...STYLES, ...TOLD, new URL("./play.css", import.meta.url)];

// Of each module its script, its WebAssembly, and the same as JavaScript: larger, slower, and it tells the same.
const MODULES = {
  ask: [() => import("./ask.js"), new URL("./ask_bg.wasm", import.meta.url), () => import("./plain-ask.js")],
  tell: [() => import("./tell.js"), new URL("./tell_bg.wasm", import.meta.url), () => import("./plain-tell.js")],
  posture: [
    () => import("./posture.js"),
    new URL("./posture_bg.wasm", import.meta.url),
    () => import("./plain-posture.js"),
  ],
};

// What presses and changes end in; after each of these the engine is asked whether it is well.
const HEARD = ["click", "change", "keydown"];

// Shared by all elements of the page, and fetched once; what failed may be tried again.
const shared = new Map();

function once(name, load) {
  if (!shared.has(name)) {
    const loading = new Promise((done, fail) => {
      load(name).then(done, fail);
      setTimeout(fail, LONGEST, `${name} is not there`);
    });
    shared.set(name, loading);
    loading.catch(() => shared.delete(name));
  }
  return shared.get(name);
}

class BackwiseElement extends HTMLElement {
  static observedAttributes = ["base", "region"];
  static folder = new URL(".", ASKING).href;

  #root = this.attachShadow({ mode: "open" });
  #fallback = document.createElement("slot");
  #watch;
  app;

  constructor() {
    super();
    for (const name of HEARD) this.#root.addEventListener(name, this.#check);
  }

  connectedCallback() {
    if (this.app) return; // It was moved.
    this.#rest();
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

  // Who moves an element takes it out and puts it back in one go: nothing that was answered is lost by that.
  disconnectedCallback() {
    this.#stopWaiting();
    queueMicrotask(() => this.isConnected || this.end());
  }

  // Moved without being taken out.
  connectedMoveCallback() {}

  end() {
    this.app?.free();
    this.#rest();
  }

  // What is inside the tag is on the page, and where nothing is, the way to the warning signs.
  // It is not laid anew where it stands: a reader may be on it.
  #rest() {
    if (!this.#fallback.isConnected) {
      this.app = undefined;
      this.#root.adoptedStyleSheets = [];
      this.#root.replaceChildren(this.#fallback);
    }
    if (this.textContent.trim() || this.#root.lastElementChild !== this.#fallback) return;
    const way = this.#root.appendChild(document.createElement("a"));
    way.href = `${this.options().base}help.html`;
    way.textContent = "When to get help";
  }

  attributeChangedCallback() {
    this.app?.set?.(this.options());
  }

  /** Forgets all answers and shows the first screen. */
  reset() {
    this.app?.reset();
  }

  /** Puts the focus on the heading of the screen. */
  focus(options) {
    this.app ? this.app.focus() : super.focus(options);
  }

  #start = async () => {
    this.#stopWaiting();
    try {
      const { engine, load, styles } = this.constructor;
      const [loaded, ...looks] = await Promise.all([once(engine, load), ...styles.map(style)]);
      if (!this.isConnected || this.app) return;
      this.#keepRoom(() => {
        this.#root.adoptedStyleSheets = looks;
        this.#root.replaceChildren();
        this.app = loaded.mount(this.#root, this.options());
      });
      await this.settle?.(loaded, this.#root);
    } catch (error) {
      this.#fail(error);
    }
  };

  // What follows on the page must not be seen to move up where the first screen is the shorter one. The room
  // that is left lasts until the reader goes on. It is never given up in between: browsers scroll after that.
  #keepRoom(draw) {
    const { height } = this.getBoundingClientRect();
    const edge = Math.min(below(this), innerHeight + scrollY);
    draw();
    const { style } = this.#root.lastElementChild;
    style.minHeight = `${height}px`;
    const room = height + edge - below(this);
    style.minHeight = room > 0 ? `${room}px` : "";
    this.addEventListener("backwise:step", this.#giveRoom, { once: true });
  }

  #giveRoom = () => {
    this.#root.lastElementChild.style.minHeight = "";
  };

  #check = () => {
    if (this.app?.isWell?.() === false) this.#fail("stopped");
  };

  #fail(error) {
    report(this, error);
    this.#rest();
  }

  #stopWaiting() {
    this.#watch?.disconnect();
    this.removeEventListener("pointerdown", this.#start);
    this.removeEventListener("focusin", this.#start);
    this.removeEventListener("click", this.#start);
  }

  options() {
    const base = this.getAttribute("base");
    const url = base === null ? new URL("../", ASKING) : new URL(base, document.baseURI);
    return { base: url.href.replace(/\/?$/, "/") };
  }
}

class BackwiseCheck extends BackwiseElement {
  static engine = "ask";
  static styles = STYLES;

  static async load() {
    const [ask, graph] = await Promise.all([module("ask"), once(ASKING, bytes)]);
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

  // What plays above the whole page does not go on when its place is taken away, if only for a moment.
  disconnectedCallback() {
    super.disconnectedCallback();
    this.end();
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

const both = () => [ASKING, TELLING].map((file) => once(file, bytes));
const style = (file) => once(file, loadStyle);

async function loadTeller() {
  const [tell, ...graph] = await Promise.all([module("tell"), ...both()]);
  return new tell.Teller(...graph);
}

// The least module there is: whoever may not run it may run none. WebKit lets a page make what it forbids it to run.
const NOTHING = [0, 97, 115, 109, 1, 0, 0, 0];

function runsWebAssembly() {
  try {
    return !!new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(NOTHING)));
  } catch {
    return false;
  }
}

async function module(name) {
  const [script, wasm, plain] = MODULES[name];
  if (!runsWebAssembly()) return plain();
  const [module, loaded] = await Promise.all([script(), load(wasm)]);
  await module.default({ module_or_path: loaded });
  return module;
}

async function bytes(file) {
  return new Uint8Array(await (await load(file)).arrayBuffer());
}

async function loadStyle(file) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await load(file)).text());
  return sheet;
}

// Some hosts send a page of theirs in place of what they do not have.
async function load(file) {
  const response = await fetch(file);
  const type = response.headers.get("content-type");
  if (!response.ok || /html/.test(type)) throw `${file} is not there (${response.status})`;
  return response;
}

// Where what follows an element on the page begins, in CSS pixels from the top of the page.
function below(element) {
  const rest = document.createRange();
  rest.setStartAfter(element);
  rest.setEndAfter(element.getRootNode().lastChild);
  return rest.getClientRects()[0]?.top + scrollY;
}

function report(element, error) {
  console.error(`${element.localName}: ${error}`);
}

for (const [tag, element] of [
  ["backwise-check", BackwiseCheck],
  ["backwise-wall-test", BackwiseWallTest],
  ["backwise-routine", BackwiseRoutine],
]) {
  // Whose name it is already keeps it: another page's element, or ours from elsewhere.
  const there = customElements.get(tag);
  if (!there) customElements.define(tag, element);
  else if (there.folder && there.folder !== element.folder) {
    console.warn(`${tag}: from ${there.folder}, which came first, and not from ${element.folder}`);
  }
}
