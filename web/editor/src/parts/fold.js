/**
 * What can be folded below a line.
 * @module
 */

/** @typedef {import("@codemirror/state").EditorState} EditorState */

/** Nothing longer than this is folded: its end would have to be looked for with every keystroke. */
const LONGEST = 200_000;

/**
 * From the first bracket that a line opens and does not close, to where it is closed.
 * @param {string} quote what strings stand in
 */
export function foldByBrackets(quote) {
  const skipped = quote === '"' ? String.raw`"(?:\\.|[^"\\])*"?` : String.raw`'[^']*'?|--.*`;
  const pattern = new RegExp(String.raw`${skipped}|[{}[\]()]`, "g");

  /**
   * @param {EditorState} state
   * @param {number} start of the line
   * @param {number} end of the line
   */
  return (state, start, end) => {
    /** @type {number[]} */
    const open = [];
    for (const match of state.sliceDoc(start, Math.min(end, start + LONGEST)).matchAll(pattern)) {
      if ("{[(".includes(match[0])) open.push(start + match.index);
      else if ("}])".includes(match[0])) open.pop();
    }
    if (open.length === 0 || end === state.doc.length) return null;
    const rest = state.sliceDoc(end + 1, Math.min(state.doc.length, end + LONGEST));
    let depth = open.length;
    for (const match of rest.matchAll(pattern)) {
      if ("{[(".includes(match[0])) depth += 1;
      else if ("}])".includes(match[0])) depth -= 1;
      if (depth === 0) return { from: open[0] + 1, to: end + 1 + match.index };
    }
    return null;
  };
}

/**
 * The lines below a line that are indented further.
 * @param {EditorState} state
 * @param {number} start
 * @param {number} end
 */
export function foldByIndentation(state, start, end) {
  const width = (/** @type {string} */ text) => (text.trim() ? text.length - text.trimStart().length : Infinity);
  const own = width(state.doc.lineAt(start).text);
  let last = end;
  for (let at = end + 1; at <= Math.min(state.doc.length, start + LONGEST);) {
    const line = state.doc.lineAt(at);
    const inner = width(line.text);
    if (inner <= own) break;
    if (inner < Infinity) last = line.to;
    at = line.to + 1;
  }
  return last > end && own < Infinity ? { from: end, to: last } : null;
}
