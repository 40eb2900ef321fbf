/**
 * Finds the moment to put an editor in the place of a text area that somebody is writing in.
 * @module
 */

/** Between two keys of somebody who writes there is less time than this. */
const PAUSE_MS = 400;

/**
 * Resolves when nobody is in the middle of writing in a text area. An input method that is composing a character
 * would lose it if the text area went away.
 * @param {HTMLTextAreaElement} textarea
 * @returns {Promise<void>}
 */
export function calm(textarea) {
  if (document.activeElement !== textarea) return Promise.resolve();
  return new Promise((resolve) => {
    const aborter = new AbortController();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const done = () => {
      aborter.abort();
      clearTimeout(timer);
      resolve();
    };
    const wait = (/** @type {Event} */ event) => {
      clearTimeout(timer);
      const composing = event.type !== "compositionend" && "isComposing" in event && event.isComposing;
      if (!composing) timer = setTimeout(done, PAUSE_MS);
    };
    const { signal } = aborter;
    for (const type of ["keydown", "input", "compositionend"]) textarea.addEventListener(type, wait, { signal });
    textarea.addEventListener("blur", done, { signal });
    timer = setTimeout(done, PAUSE_MS);
  });
}
