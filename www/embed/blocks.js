// What themes and plugins of blogs do to a page: they watch it, and change what they find.

document.documentElement.classList.add("js");

// Links get a window of their own, and lists a class.
function decorate(root) {
  for (const link of root.querySelectorAll("a[href^='http']")) link.target = "_blank";
  for (const list of root.querySelectorAll("ul, ol")) list.classList.add("wp-block-list");
}

decorate(document);
new MutationObserver(() => decorate(document)).observe(document.body, { childList: true, subtree: true });

// Keys that a theme takes for itself.
document.addEventListener("keydown", (event) => {
  if (event.key === "/") event.preventDefault();
});
