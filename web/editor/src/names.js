/**
 * What an editor is called and may do, as the text area in whose place it is.
 * @module
 */
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** The attributes that are looked at, and watched. */
const NAMES = ["aria-label", "aria-labelledby", "aria-invalid", "aria-required", "lang"];
const WATCHED = [...NAMES, "id", "aria-describedby", "readonly", "disabled"];

/**
 * @param {HTMLTextAreaElement} textarea
 * @param {HTMLElement} hint tells how to leave
 */
export function names(textarea, hint) {
  /** @type {Record<string, string>} */
  const said = {
    tabindex: "0",
    spellcheck: "false",
    autocapitalize: "off",
    autocorrect: "off",
    "data-for": textarea.id,
  };
  for (const name of NAMES) {
    const value = textarea.getAttribute(name);
    if (value !== null) said[name] = value;
  }
  if (!said["aria-label"] && !said["aria-labelledby"]) {
    said["aria-label"] = [...textarea.labels].map((label) => label.textContent?.trim()).join(" ");
  }
  said["aria-describedby"] = `${textarea.getAttribute("aria-describedby") ?? ""} ${hint.id}`.trim();
  return EditorView.contentAttributes.of(said);
}

/** @param {boolean} readOnly */
export function access(readOnly) {
  return readOnly ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : [];
}

/** @param {HTMLTextAreaElement} textarea */
export function isReadOnly(textarea) {
  return textarea.readOnly || textarea.disabled;
}

/**
 * Calls back when a text area is called otherwise, and when it may be written in or no longer.
 * @param {HTMLTextAreaElement} textarea
 * @param {(accessChanged: boolean) => void} changed
 */
export function watch(textarea, changed) {
  const isAccess = (/** @type {string | null} */ name) => name === "readonly" || name === "disabled";
  const observer = new MutationObserver((records) => {
    changed(records.some(({ attributeName }) => isAccess(attributeName)));
  });
  observer.observe(textarea, { attributeFilter: WATCHED });
  return observer;
}
