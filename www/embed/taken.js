// Somebody else's element, which was here first.
customElements.define("backwise-check", class extends HTMLElement {});
