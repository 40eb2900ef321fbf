/**
 * Readers that tell what each piece of a line is, for the colours.
 * @module
 */
import { WORDS } from "../sql/keywords.js";

/** @typedef {import("@codemirror/language").StringStream} Stream */
/** @typedef {{ indent: number, outer: Open | null }} Open a bracket that is open, with the start of its line */
/** @typedef {{ open: Open | null, inside: "" | "string" | "comment", key: string, isValue: boolean }} State */

/**
 * Keys whose values are credentials. The page's findings are what counts; this only makes such values recognisable
 * while they are written.
 */
const CREDENTIAL_KEY =
  /^(?:access[-_.]?(?:key|id)\b.*|access(?:key|id)\w*|(?:.*[-_.])?(?:secret|password|passwd|token)\w*)$/i;

/**
 * Longer lines are not coloured: for every letter, the browser would lay out and paint all pieces of the line again.
 * A policy in one line is formatted with one key.
 */
const LONGEST = 2_000;

/**
 * Passes over a line that is too long.
 * @param {Stream} stream
 */
function isTooLong(stream) {
  if (stream.string.length <= LONGEST) return false;
  stream.skipToEnd();
  return true;
}

const startState = () => /** @type {State} */ ({ open: null, inside: "", key: "", isValue: false });

/** @param {State} state */
const copyState = (state) => ({ ...state });

/**
 * @param {State} state
 * @param {string} textAfter what the line starts with
 * @param {{ unit: number }} context
 */
function indent(state, textAfter, { unit }) {
  const closes = /^\s*[}\])]/.test(textAfter);
  return state.open ? state.open.indent + (closes ? 0 : unit) : 0;
}

/**
 * @param {Stream} stream
 * @param {State} state
 */
function punctuation(stream, state) {
  const char = stream.next() ?? "";
  if ("{[(".includes(char)) state.open = { indent: stream.indentation(), outer: state.open };
  if ("}])".includes(char)) state.open = state.open?.outer ?? null;
  return "punctuation";
}

export const policyReader = {
  name: "ram",
  startState,
  copyState,
  indent,
  languageData: { closeBrackets: { brackets: ["[", "{", '"'] }, indentOnInput: /^\s*[}\]]$/ },
  /**
   * @param {Stream} stream
   * @param {State} state
   */
  token(stream, state) {
    if (isTooLong(stream) || stream.eatSpace()) return null;
    if (state.inside === "comment" || stream.match("/*")) return comment(stream, state);
    if (stream.match(/^\/\/.*/)) return "comment";
    if (stream.match(/^"(?:[^"\\]|\\.)*"?\\?/)) return stream.match(/^\s*:/, false) ? "propertyName" : "string";
    if (stream.match(/^(?:true|false|null)\b/)) return "atom";
    if (stream.match(/^-?\d[\d.eE+-]*/)) return "number";
    if (stream.match(/^\w+/)) return null;
    return punctuation(stream, state);
  },
};

/**
 * @param {Stream} stream
 * @param {State} state
 */
function comment(stream, state) {
  state.inside = stream.match(/^.*?\*\//) ? "" : "comment";
  if (state.inside) stream.skipToEnd();
  return "comment";
}

export const sqlReader = {
  name: "sql",
  startState,
  copyState,
  indent,
  languageData: {
    closeBrackets: { brackets: ["(", "[", "{", "'", "`"] },
    commentTokens: { line: "--", block: { open: "/*", close: "*/" } },
    indentOnInput: /^\s*\)$/,
  },
  /**
   * @param {Stream} stream
   * @param {State} state
   */
  token(stream, state) {
    if (isTooLong(stream)) return null;
    if (state.inside === "string") return string(stream, state);
    if (stream.eatSpace()) return null;
    // What stands in a hint is meant, and not a comment.
    if (stream.match("/*+") || (state.inside === "" && stream.match("*/"))) return "keyword";
    if (state.inside === "comment" || stream.match("/*")) return comment(stream, state);
    if (stream.match(/^--.*/)) return "comment";
    if (stream.match(/^\$\{[^}]*\}?/)) return "interpolation";
    if (stream.match(/^`(?:[^`]|``)*`?/)) return null;
    if (stream.match(/^\d[\d.eE]*/)) return "number";
    const word = stream.match(/^[\p{L}_][\p{L}\p{N}_$]*/u);
    if (word) return WORDS.get(String(/** @type {RegExpMatchArray} */ (word)[0]).toLowerCase()) ?? null;
    if (stream.eat("'")) {
      // One key is behind us: after an equals sign, this is its value.
      if (!state.isValue) state.key = /^(?:[^']|'')*/.exec(stream.string.slice(stream.pos))?.[0] ?? "";
      state.inside = "string";
      return "string";
    }
    if (stream.peek() === "=") state.isValue = true;
    else if (/[,();]/.test(stream.peek() ?? "")) state.isValue = false;
    return punctuation(stream, state);
  },
};

/**
 * A piece of a string, behind its opening quote.
 * @param {Stream} stream
 * @param {State} state
 */
function string(stream, state) {
  if (stream.match(/^\$\{[^}']*\}?/)) return "interpolation";
  if (stream.match(/^'(?!')/)) {
    state.inside = "";
    return "string";
  }
  stream.match(/^(?:[^'$]|''|\$(?!\{))+/);
  return state.isValue && CREDENTIAL_KEY.test(state.key) ? "credential" : "string";
}

export const yamlReader = {
  name: "yaml",
  startState,
  copyState,
  languageData: { closeBrackets: { brackets: ["[", "{", '"', "'"] }, commentTokens: { line: "#" } },
  /**
   * @param {Stream} stream
   * @param {State} state
   */
  token(stream, state) {
    if (stream.sol()) Object.assign(state, { key: "", isValue: false });
    if (stream.eatSpace()) return null;
    if ((stream.column() === 0 || /\s/.test(stream.string[stream.pos - 1])) && stream.match(/^#.*/)) return "comment";
    const key = stream.match(/^(?!- )[\w.$"'-][\w.$ "'-]*?(?=\s*:(?:\s|$))/);
    if (key) {
      state.key = String(/** @type {RegExpMatchArray} */ (key)[0]).replace(/["']/g, "");
      return "propertyName";
    }
    if (stream.match(/^:(?=\s|$)/)) {
      state.isValue = true;
      return "punctuation";
    }
    if (stream.match(/^\$\{[^}]*\}?/)) return "interpolation";
    if (stream.match(/^[-{}[\],|>&*!]/)) return "punctuation";
    stream.match(/^(?:"[^"]*"?|'[^']*'?|(?:[^\s#${]|[#$](?!\{))+)/) || stream.next();
    return state.isValue && CREDENTIAL_KEY.test(state.key) ? "credential" : "string";
  },
};
