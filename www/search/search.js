// Defines <backwise-search>: a field over all pages. Nothing is fetched before the field is used. What is looked
// for stands behind the `#` of an address, which no browser sends.

const MOST = 20;
const REST = 400;
// Of the best match: a warning sign that matches this well is shown before everything else.
const NEAR = 0.4;
// How much sooner names are believed than words of the text.
const BOOST = { title: 3, also: 3, slug: 1, text: 0.3 };
const FIELDS = ["title", "also", "slug", "text"];

const root = new URL("../", import.meta.url);
const fetched = async (name) => (await fetch(new URL(name, import.meta.url))).json();
const letters = /[^\p{L}\p{N}']+/u;

let loading;

/** Names and the library together; what pages say follows, and `later` is told. */
function load(skip, later) {
  loading ??= Promise.all([import("./minisearch.js"), fetched("names.json")]).then(([library, names]) => {
    const found = { pages: rows(names.shelves), levels: names.levels, skip };
    const build = () => (found.index = index(library.default, found.pages, skip));
    build();
    fetched("words.json").then(({ texts, shelves }) => {
      texts.forEach(([begins, more], at) => Object.assign(found.pages[at], { begins, text: `${begins} ${more}` }));
      found.pages.push(...rows(shelves).map((page) => ({ ...page, rare: true })));
      build();
      later();
    }, console.error);
    return found;
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

function rows(shelves) {
  return shelves.flatMap(({ title: shelf, folder, pages }) =>
    pages.map(([slug, title, also, level]) => ({ shelf, slug, title, also, level, path: `${folder}${slug}.html` })),
  );
}

function index(MiniSearch, pages, skip) {
  const processTerm = (term) => {
    const word = term.toLowerCase().replaceAll("’", "'");
    return skip.has(word) ? null : word.replace(/(?<=...)('s|e?s)$/, "");
  };
  const rare = new Set(pages.filter((page) => page.rare).map((page) => page.path));
  const boostDocument = (path) => (rare.has(path) ? 0.1 : 1);
  const searchOptions = { boost: BOOST, boostDocument, prefix: true, weights: { fuzzy: 0.3, prefix: 0.7 } };
  const tokenize = (text) => text.split(letters);
  const made = new MiniSearch({ idField: "path", fields: FIELDS, tokenize, processTerm, searchOptions });
  made.addAll(pages);
  return made;
}

/** Pages with all the words; else with words like those that nothing has; else with some of them. */
function find({ index, pages, levels, skip }, text) {
  const words = text.split(letters).filter((word) => word && !skip.has(word.toLowerCase()));
  const knows = (word) => index.search(word).length > 0;
  let hits = index.search(text, { combineWith: "AND" });
  if (!hits.length) {
    const mended = words.map((word) => (knows(word) ? word : (swaps(word).find(knows) ?? word))).join(" ");
    const like = { fuzzy: (word) => !knows(word) && word.length > 3 && 0.34 };
    hits = index.search(mended, { ...like, combineWith: "AND" });
    if (!hits.length) hits = index.search(mended, like);
  }
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const all = hits.map(({ id, score }) => ({ ...byPath.get(id), score, chip: levels[byPath.get(id).level] }));
  const isUrgent = ({ level, score }) => level === "emergency" && score >= all[0].score * NEAR;
  return { all, urgent: all.filter(isUrgent), others: all.filter((hit) => !isUrgent(hit)) };
}

/** A word with each two letters that stand together changed round. */
const swaps = (word) =>
  [...word].slice(1).map((letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2));

class BackwiseSearch extends HTMLElement {
  #input;
  #results = document.querySelector(".search-results");
  #resting;

  connectedCallback() {
    const form = this.querySelector("template").content.cloneNode(true).firstElementChild;
    this.querySelector("a.search-box").replaceWith(form);
    this.#input = form.elements.q;
    form.addEventListener("submit", this.#submit);
    if (!this.#results) return;
    this.#input.addEventListener("focus", () => this.#load());
    this.#input.addEventListener("input", this.#look);
    addEventListener("hashchange", this.#read);
    this.#read();
  }

  #read = () => {
    const text = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    if (text === this.#input.value) return;
    this.#input.value = text;
    this.#look();
  };

  #submit = (event) => {
    event.preventDefault();
    if (!this.#results) location.assign(address(this.#input));
  };

  #load() {
    const skip = new Set(this.getAttribute("skip").split(" "));
    return load(skip, this.#look);
  }

  #look = async () => {
    const text = this.#input.value.trim();
    try {
      const known = await this.#load();
      if (text === this.#input.value.trim()) this.#show(text, find(known, text));
    } catch (error) {
      console.error(`${this.localName}: ${error?.message ?? error}`);
      this.#results.hidden = false;
      this.#say(() => this.#results.querySelector(".search-said").dataset.fault);
    }
  };

  #show(text, { all, urgent, others }) {
    const part = (name) => this.#results.querySelector(name);
    this.#results.hidden = !text;
    part(".search-urgent").hidden = !urgent.length;
    part(".search-urgent ul").replaceChildren(...urgent.slice(0, MOST).map(line));
    part(".search-found").replaceChildren(...others.slice(0, MOST).map(entry));
    part(".search-none").hidden = all.length > 0;
    this.#say((words) => {
      const many = others.length > MOST ? words.most : words.many;
      const count = { 0: words.none, 1: words.one }[all.length] ?? many.replace("{n}", all.length).replace("{most}", MOST);
      return urgent.length ? `${count} ${words.urgent}` : count;
    });
  }

  // Only when the reader rests: a voice should not speak at every letter, nor the address change.
  #say(sentence) {
    clearTimeout(this.#resting);
    const place = this.#results.querySelector(".search-said");
    place.textContent = "";
    this.#resting = setTimeout(() => {
      place.textContent = sentence(place.dataset);
      history.replaceState(null, "", address(this.#input));
    }, REST);
  }
}

/** Where these results are found again. */
const address = ({ form, value }) => `${form.action}#${new URLSearchParams({ q: value.trim() })}`;

function made(tag, name, ...inside) {
  const element = Object.assign(document.createElement(tag), { className: name });
  element.append(...inside);
  return element;
}

function link({ path, title }) {
  return Object.assign(document.createElement("a"), { href: new URL(path, root), textContent: title });
}

const line = (page) => made("li", "", link(page));

function entry(page) {
  const title = made("p", "entry-title", link(page));
  if (page.chip) title.append(" ", made("span", `chip chip-${page.level}`, page.chip));
  const note = made("p", "entry-note", page.shelf);
  return made("li", "", title, ...(page.begins ? [made("p", "entry-text", page.begins)] : []), note);
}

if (!customElements.get("backwise-search")) customElements.define("backwise-search", BackwiseSearch);
