// Loads the editor once, when the browser has nothing better to do, and knows whether a person wants it.

// After this long it is loaded anyway.
const PATIENCE_MS = 3000;

let loading;

function idle() {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    else setTimeout(resolve, 300);
  });
}

// The module of the editor; without it, text areas stay what they are.
export function editor() {
  loading ??= idle()
    .then(() => import(new URL("./editor.js", document.baseURI).href))
    .catch((error) => {
      // A network that comes back gets another chance.
      loading = undefined;
      throw error;
    });
  return loading;
}

export function isPlain() {
  return document.documentElement.dataset.editor === "plain";
}

export function setPlain(plain) {
  if (plain) document.documentElement.dataset.editor = "plain";
  else delete document.documentElement.dataset.editor;
}

// Calls back whenever the choice changes, until what it returns is called.
export function watchPlain(changed) {
  const observer = new MutationObserver(() => changed());
  observer.observe(document.documentElement, { attributeFilter: ["data-editor"] });
  return () => observer.disconnect();
}
