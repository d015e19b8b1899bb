// What `cargo xtask test` holds every built page against: whether it is valid HTML that its readers' programs understand.

export default {
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    // Both ways of writing it are the same to the standard.
    "doctype-style": "off",
    // A title says what the page is; how much of it a search engine shows is its own business.
    "long-title": "off",
    // Templates leave blanks at the end of lines; no reader sees them.
    "no-trailing-whitespace": "off",
  },
};
