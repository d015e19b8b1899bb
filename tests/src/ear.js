// What goes wrong on a page is told to the site it came from, at once and before anything else goes on.

(() => {
  const site = new URL("/.heard", document.currentScript.src);
  function tell(words) {
    const request = new XMLHttpRequest();
    request.open("POST", site, false);
    try {
      request.send(words);
    } catch {
      // The answer is not for a page without an origin, and the words have come.
    }
  }
  function failure({ message, target }) {
    const address = target.src ?? target.href;
    return message ?? `${target.localName} ${address} failed`;
  }
  addEventListener("error", (event) => tell(failure(event)), true);
  addEventListener("unhandledrejection", ({ reason }) => tell(`not caught: ${reason}`));
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    // Browsers ask for this one of their own accord, and WebKit lays that to the page.
    if (blockedURI.endsWith("/favicon.ico")) return;
    tell(`Content Security Policy: ${effectiveDirective} refuses ${blockedURI}`);
  });
  const { error } = console;
  console.error = (...words) => {
    tell(words.join(" "));
    error.apply(console, words);
  };
  // Whoever asks what was heard must know that somebody listened.
  globalThis[Symbol.for("ear")] = true;
})();
