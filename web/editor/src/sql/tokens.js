/**
 * Cuts Flink SQL into tokens, whatever its state. A string that has no end yet ends with its line.
 * @module
 */

/**
 * @typedef {object} Token
 * @property {"string" | "name" | "word" | "comment" | "variable" | "sign"} kind
 *   A name is quoted with backticks; a variable is `${…}` outside of a string; a sign is a single character,
 *   or the start or end of a hint
 * @property {number} from first UTF-16 unit
 * @property {number} to one past the last
 * @property {boolean} closed for strings, names, comments and variables, whether it has an end of its own
 */

const SPACE = /\s+/y;
const WORD = /[\p{L}\p{N}_$][\p{L}\p{N}_$]*/uy;
const LINE_COMMENT = /--[^\n]*/y;
const COMMENT = /\/\*(?!\+)[^]*?(\*\/|$)/y;
const HINT = /\/\*\+|\*\//y;
const VARIABLE = /\$\{[^}\n]*(\}?)/y;
/**
 * Quotes are doubled within. A string may have several lines, but if a word follows its end at once, that end is the
 * start of another string, and this one was not finished.
 */
const STRING = /'(?:[^']|'')*(')(?!['\p{L}\p{N}_$])|'(?:[^'\n]|'')*(?=\n|$)|'[^\n]*/uy;
const NAME = /`(?:[^`\n]|``)*(`)|`[^\n]*/y;

/**
 * @param {string} text
 * @returns {Token[]}
 */
export function tokens(text) {
  /** @type {Token[]} */
  const found = [];
  let at = 0;
  /** @param {RegExp} pattern */
  const match = (pattern) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  /** @type {[RegExp, Token["kind"]][]} */
  const kinds = [
    [LINE_COMMENT, "comment"],
    [COMMENT, "comment"],
    [HINT, "sign"],
    [VARIABLE, "variable"],
    [STRING, "string"],
    [NAME, "name"],
    [WORD, "word"],
  ];
  while (at < text.length) {
    const space = match(SPACE);
    if (space) {
      at += space[0].length;
      continue;
    }
    let token = /** @type {Token} */ ({ kind: "sign", from: at, to: at + 1, closed: true });
    for (const [pattern, kind] of kinds) {
      const hit = match(pattern);
      if (!hit) continue;
      const closed = hit.length === 1 ? pattern !== LINE_COMMENT : Boolean(hit[1]);
      token = { kind, from: at, to: at + hit[0].length, closed };
      break;
    }
    found.push(token);
    at = token.to;
  }
  return found;
}
