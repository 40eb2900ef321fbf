/**
 * The look of the editor, in the page's own tokens: whatever theme the page has, this follows.
 *
 * Colours that only code needs are tokens as well (`--code-…`), and the page may set them. All of them keep a contrast
 * of 4.5 on the paper, on what decides and on what is selected.
 * @module
 */
import { EditorView } from "@codemirror/view";

const CODE = {
  "--code-key": "light-dark(#0b4a9e, #8fc0ff)",
  "--code-string": "light-dark(#1f3a34, #d3e6df)",
  "--code-atom": "light-dark(#5b3a99, #cbbcf9)",
  "--code-selection": "light-dark(#cfe0fb, #24406b)",
};

const underline = (/** @type {string} */ style, /** @type {string} */ token) => ({
  textDecoration: `underline ${style} var(${token})`,
  textDecorationSkipInk: "none",
  textUnderlineOffset: "3px",
});

const TEXT = EditorView.theme({
  "&": {
    ...CODE,
    color: "var(--ink)",
    backgroundColor: "var(--raised)",
    border: "1px solid var(--line)",
    borderRadius: "6px",
    maxHeight: "var(--editor-height, 420px)",
    minWidth: "0",
  },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px", borderColor: "var(--accent)" },
  ".cm-scroller": { font: "12.5px/19px var(--mono)", borderRadius: "inherit", overscrollBehavior: "auto" },
  ".cm-content": { minHeight: "66px", padding: "6px 0", caretColor: "var(--ink)", tabSize: "2" },
  // Where a line is too long, what follows is set in by two more than its start: see `parts/wrap.js`.
  ".cm-line": { padding: "0 10px 0 calc(8px + var(--hang, 0ch))", textIndent: "calc(-1 * var(--hang, 0ch))" },
  ".cm-line ::selection, .cm-line::selection": { backgroundColor: "var(--code-selection)" },
  ".cm-placeholder": { color: "var(--soft)" },
  ".cm-specialChar": { color: "var(--no)", backgroundColor: "var(--no-ground)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-ground)", outline: "1px solid var(--accent)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--no-ground)" },
  ".cm-searchMatch": { backgroundColor: "var(--maybe-ground)", outline: "1px solid var(--maybe)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--code-selection)", outline: "2px solid var(--maybe)" },
  ".cm-foldPlaceholder": {
    color: "var(--soft)",
    backgroundColor: "var(--paper)",
    border: "1px solid var(--line)",
    padding: "0 6px",
  },
  // Where this can be set, a smaller text that gets the focus makes the browser enlarge the page.
  "@supports (-webkit-touch-callout: none)": {
    ".cm-scroller": { fontSize: "16px", lineHeight: "23px" },
    ".cm-gutters": { fontSize: "12px" },
    ".cm-line": {
      paddingLeft: "calc(8px + min(var(--hang, 0ch), 4ch))",
      textIndent: "calc(-1 * min(var(--hang, 0ch), 4ch))",
    },
  },
});

const GUTTERS = EditorView.theme({
  ".cm-gutters": { color: "var(--soft)", backgroundColor: "var(--raised)", borderRight: "1px solid var(--line)" },
  ".cm-gutterElement": { padding: "0" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 2px 0 3px", minWidth: "1.7em" },
  ".cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLineGutter": { color: "var(--ink)" },
  ".cm-foldGutter .cm-gutterElement": { width: "13px", textAlign: "center", cursor: "pointer" },
  ".cm-foldGutter span": { padding: "0", color: "var(--soft)" },
  ".cm-foldGutter span:hover": { color: "var(--accent)" },
  ".cm-icon": { width: "12px", height: "12px", verticalAlign: "-1.5px" },
  ".cm-signs": { width: "17px" },
  ".cm-sign": { display: "block", textAlign: "center", cursor: "pointer" },
  // A policy keeps the place, so that its text stays where it is when another answer is chosen.
  "[data-language=ram] > & .cm-statements, .cm-statements .cm-bar": { minWidth: "18px" },
  ".cm-statements .cm-bar": { textAlign: "center", borderLeft: "3px solid transparent" },
  ".cm-bar-allow": { borderLeftColor: "var(--yes) !important", color: "var(--yes)" },
  ".cm-bar-deny": { borderLeftColor: "var(--no) !important", color: "var(--no)" },
  ".cm-bar-idle": { borderLeft: "3px dotted var(--strong-line) !important" },
});

const MARKS = EditorView.theme({
  ".cm-key": { color: "var(--code-key)" },
  ".cm-string": { color: "var(--code-string)" },
  ".cm-atom": { color: "var(--code-atom)" },
  ".cm-comment": { color: "var(--soft)", fontStyle: "italic" },
  ".cm-punctuation": { color: "var(--soft)" },
  ".cm-variable": { color: "var(--code-atom)", fontWeight: "600" },
  ".cm-credential": { ...underline("dotted", "--no"), color: "var(--no)" },
  ".cm-decides": { backgroundColor: "var(--decides)" },
  ".cm-idle, .cm-idle span": { color: "var(--soft)" },
  ".cm-mark-error": { ...underline("wavy", "--no"), backgroundColor: "var(--no-ground)" },
  ".cm-mark-security": { ...underline("double", "--no") },
  ".cm-mark-warning": { ...underline("wavy", "--maybe") },
  ".cm-mark-suggestion": { ...underline("dotted", "--strong-line") },
  ".cm-icon-error, .cm-icon-security, .cm-finding-error .cm-kind, .cm-finding-security .cm-kind": {
    color: "var(--no)",
  },
  ".cm-icon-warning, .cm-finding-warning .cm-kind": { color: "var(--maybe)" },
  ".cm-icon-suggestion, .cm-finding-suggestion .cm-kind": { color: "var(--soft)" },
  ".cm-point": { borderBottom: "6px solid var(--no)", borderInline: "4px solid transparent", marginInline: "-4px" },
  ".cm-point.cm-mark-warning": { borderBottomColor: "var(--maybe)", textDecoration: "none" },
  ".cm-point.cm-mark-suggestion": { borderBottomColor: "var(--strong-line)", textDecoration: "none" },
});

const BUTTON = {
  font: "inherit",
  color: "inherit",
  backgroundColor: "var(--paper)",
  backgroundImage: "none",
  border: "1px solid var(--strong-line)",
  borderRadius: "6px",
  padding: "1px 9px",
  minHeight: "26px",
  cursor: "pointer",
};

const BOXES = EditorView.theme({
  ".cm-tooltip": {
    color: "var(--ink)",
    backgroundColor: "var(--paper)",
    border: "1px solid var(--strong-line)",
    borderRadius: "var(--radius, 8px)",
    boxShadow: "0 8px 24px rgb(0 0 0 / 0.2)",
    maxWidth: "min(430px, calc(100vw - 16px))",
    font: "13px/1.45 var(--sans)",
    zIndex: "20",
  },
  ".cm-tooltip-section:not(:first-child)": { borderTop: "1px solid var(--line)" },
  ".cm-card": { maxHeight: "min(320px, 50vh)", overflow: "auto" },
  ".cm-card:focus": { outline: "none" },
  ".cm-card section": { padding: "8px 12px", overflowWrap: "anywhere" },
  ".cm-card section + section": { borderTop: "1px solid var(--line)" },
  ".cm-card p, .cm-completionInfo p": { margin: "2px 0 0" },
  ".cm-kind .cm-icon": { marginRight: "5px" },
  ".cm-title": { fontFamily: "var(--mono)", overflowWrap: "anywhere" },
  ".cm-soft": { color: "var(--soft)" },
  ".cm-foot": { display: "flex", flexWrap: "wrap", gap: "6px 10px", alignItems: "center", marginTop: "6px" },
  ".cm-foot code": { color: "var(--soft)" },
  ".cm-foot a, .cm-foot code": { fontSize: "12px" },
  ".cm-fix": BUTTON,
  ".cm-fix:hover": { borderColor: "var(--accent)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    font: "12.5px/1.5 var(--mono)",
    maxHeight: "13.5em",
    minWidth: "200px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    display: "flex",
    gap: "12px",
    padding: "3px 10px",
    lineHeight: "1.4",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    color: "var(--ink)",
    backgroundColor: "var(--accent-ground)",
    boxShadow: "inset 3px 0 var(--accent)",
  },
  ".cm-completionLabel": { flex: "1", overflow: "hidden", textOverflow: "ellipsis" },
  ".cm-completionMatchedText": { color: "var(--accent)", textDecoration: "none", fontWeight: "650" },
  ".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal", fontFamily: "var(--sans)", margin: "0" },
  ".cm-tooltip.cm-completionInfo": { padding: "8px 12px", overflowWrap: "anywhere" },
});

const PANELS = EditorView.theme({
  ".cm-panels": { color: "var(--ink)", backgroundColor: "var(--paper)", zIndex: "3", borderRadius: "6px 6px 0 0" },
  ".cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": {
    display: "flex",
    flexWrap: "wrap",
    gap: "3px 6px",
    alignItems: "center",
    padding: "6px 36px 6px 8px",
    font: "13px/1.4 var(--sans)",
  },
  // Three rows: what to find, what to put there, and how to look for it.
  ".cm-search::before, .cm-search::after": { content: '""', flexBasis: "100%", order: "2" },
  ".cm-search::after": { order: "4" },
  ".cm-search [name=replace], .cm-search [name=replaceAll]": { order: "3" },
  ".cm-search label": { order: "5", marginRight: "10px !important" },
  // There is one selection only.
  ".cm-search br, .cm-search [name=select]": { display: "none" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label": {
    margin: "0",
    fontSize: "13px",
  },
  ".cm-panel.cm-search label": {
    display: "inline-flex",
    gap: "5px",
    alignItems: "center",
    minHeight: "26px",
    whiteSpace: "nowrap",
  },
  ".cm-textfield": {
    font: "13px/1.4 var(--mono)",
    color: "var(--ink)",
    backgroundColor: "var(--raised)",
    border: "1px solid var(--strong-line)",
    borderRadius: "6px",
    padding: "2px 8px",
    minHeight: "26px",
    flex: "1 1 130px",
    width: "130px",
  },
  ".cm-button": BUTTON,
  ".cm-button:hover": { borderColor: "var(--accent)" },
  ".cm-button:active": { backgroundImage: "none", backgroundColor: "var(--accent-ground)" },
  ".cm-panel.cm-search [name=close]": {
    position: "absolute",
    top: "6px",
    right: "6px",
    width: "26px",
    height: "26px",
    font: "18px/1 var(--sans)",
    color: "inherit",
    background: "none",
    border: "0",
    borderRadius: "6px",
    cursor: "pointer",
  },
});

/** @type {import("@codemirror/state").Extension} */
export const theme = [TEXT, GUTTERS, MARKS, BOXES, PANELS];
