/**
 * Cuts a policy's text into tokens, whatever its state.
 *
 * The syntax tree of the editor is not enough for this: it loses its hold at the one place that matters most while
 * somebody types, a string that has no end yet. Here such a string ends with its line.
 * @module
 */

/**
 * @typedef {object} Token
 * @property {"string" | "word" | "comment" | "{" | "}" | "[" | "]" | ":" | ","} kind
 *   A word is what is neither a string nor punctuation: a number, `true`, or something unfinished.
 * @property {number} from first UTF-16 unit
 * @property {number} to one past the last
 * @property {boolean} closed for strings and comments, whether it has an end
 */

const PUNCTUATION = "{}[]:,";
const WORD_ENDS = /[\s{}[\]:,"]/;

/**
 * @param {string} text
 * @returns {Token[]}
 */
export function tokens(text) {
  /** @type {Token[]} */
  const found = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (/\s/.test(char)) {
      at += 1;
      continue;
    }
    const from = at;
    let closed = true;
    /** @type {Token["kind"]} */
    let kind;
    if (char === '"') {
      kind = "string";
      [at, closed] = stringEnd(text, at + 1);
    } else if (PUNCTUATION.includes(char)) {
      kind = /** @type {Token["kind"]} */ (char);
      at += 1;
    } else if (text.startsWith("//", at) || text.startsWith("/*", at)) {
      kind = "comment";
      [at, closed] = commentEnd(text, at);
    } else {
      kind = "word";
      while (at < text.length && !WORD_ENDS.test(text[at])) at += 1;
    }
    found.push({ kind, from, to: at, closed });
  }
  return found;
}

/**
 * @param {string} text
 * @param {number} at behind the opening quote
 * @returns {[number, boolean]}
 */
function stringEnd(text, at) {
  while (at < text.length && text[at] !== "\n") {
    if (text[at] === '"') return [at + 1, true];
    // A backslash at the end of a line escapes nothing.
    at += text[at] === "\\" && text[at + 1] !== "\n" ? 2 : 1;
  }
  return [Math.min(at, text.length), false];
}

/**
 * @param {string} text
 * @param {number} at where the comment starts
 * @returns {[number, boolean]}
 */
function commentEnd(text, at) {
  const line = text[at + 1] === "/";
  const end = text.indexOf(line ? "\n" : "*/", at + 2);
  if (end < 0) return [text.length, line];
  return [line ? end : end + 2, true];
}
