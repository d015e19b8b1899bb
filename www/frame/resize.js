// For pages that show ours in a frame: gives each such frame the height that it wants. No module, since those take
// a server that lets other sites read its files.

(() => {
  const MOST = 30000;
  const ours = new URL("../embed/", document.currentScript.src).href;
  const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(ours));

  addEventListener("message", ({ source, data }) => {
    if (data?.type !== "backwise:height" || !(data.height > 0 && data.height <= MOST)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (frame) frame.style.height = `${data.height}px`;
  });

  // Those that have told theirs already are asked again.
  frames().forEach((frame) => frame.contentWindow.postMessage({ type: "backwise:ask-height" }, "*"));
})();
