// Each button copies the text that it is described by, or marks it where nothing may be copied.

async function copy({ currentTarget: button }) {
  const text = document.getElementById(button.getAttribute("aria-describedby"));
  try {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = button.dataset.copied;
  } catch {
    getSelection().selectAllChildren(text);
    button.textContent = button.dataset.marked;
  }
}

document.querySelectorAll(".copy").forEach((button) => button.addEventListener("click", copy));
