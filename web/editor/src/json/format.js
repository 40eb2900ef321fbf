/**
 * Lays a policy out: two spaces a level, one entry a line, short lists in one line.
 * Nothing but the space between tokens changes, so that it says what it said before, mistakes included.
 * @module
 */
import { tokens } from "./tokens.js";

/** @typedef {import("./tokens.js").Token} Token */

/** A list of plain values that fits into such a line stays in one. */
const WIDTH = 80;

/**
 * @param {string} text
 * @returns {string | null} null if brackets or quotes do not match, since then there is no layout to be had
 */
export function formatPolicy(text) {
  const all = tokens(text);
  const pairs = match(all);
  if (!pairs) return null;
  let out = "";
  let column = 0;
  let depth = 0;
  const put = (/** @type {string} */ piece) => {
    out += piece;
    const end = piece.lastIndexOf("\n");
    column = end < 0 ? column + piece.length : piece.length - end - 1;
  };
  const line = () => `\n${"  ".repeat(depth)}`;
  for (let at = 0; at < all.length; at += 1) {
    const token = all[at];
    const written = text.slice(token.from, token.to);
    const previous = all[at - 1];
    if (token.kind === "comment") {
      const apart = !previous || text.slice(previous.to, token.from).includes("\n");
      put((apart ? (previous ? line() : "") : " ") + written);
      continue;
    }
    // What follows a comment or another value without a comma stands in a line of its own.
    const fresh = previous && (previous.kind === "comment" || !"{[:,".includes(previous.kind));
    if (token.kind === "}" || token.kind === "]") {
      depth -= 1;
      put(previous && /[{[]/.test(previous.kind) ? written : line() + written);
    } else if (token.kind === ":") {
      put(": ");
    } else if (token.kind === ",") {
      // A comma behind a comment would be lost in it.
      put(previous?.kind === "comment" ? line() + written : written);
      if (all[at + 1] && !isNear(all[at + 1], token, text) && !/[}\]]/.test(all[at + 1].kind)) put(line());
    } else {
      if (fresh) put(line());
      const end = token.kind === "[" ? short(all, at, pairs, column) : undefined;
      if (end !== undefined) {
        put(inOneLine(all.slice(at, end + 1), text));
        at = end;
        continue;
      }
      put(written);
      if (token.kind === "{" || token.kind === "[") {
        depth += 1;
        const next = all[at + 1];
        if (next && !/[}\]]/.test(next.kind) && !isNear(next, token, text)) put(line());
      }
    }
  }
  return `${out.replace(/[ \t]+$/gm, "")}\n`;
}

/**
 * Whether a token is a comment in the line of the one before it, where it stays.
 * @param {Token} token
 * @param {Token} previous
 * @param {string} text
 */
function isNear(token, previous, text) {
  // A comment in a line of its own makes that line itself.
  return token.kind === "comment" || (previous.kind === "comment" && text.slice(previous.to, token.from) === "");
}

/**
 * @param {Token[]} all
 * @returns {Map<number, number> | null} where the bracket that opens at an index is closed
 */
function match(all) {
  const open = [];
  const pairs = new Map();
  for (const [index, { kind, closed }] of all.entries()) {
    if (!closed) return null;
    if (kind === "{" || kind === "[") open.push(index);
    if (kind === "}" || kind === "]") {
      const from = open.pop();
      if (from === undefined || all[from].kind !== (kind === "}" ? "{" : "[")) return null;
      pairs.set(from, index);
    }
  }
  return open.length > 0 || all.length === 0 ? null : pairs;
}

/**
 * The end of a list that fits into the line.
 * @param {Token[]} all
 * @param {number} at
 * @param {Map<number, number>} pairs
 * @param {number} before how much stands before it in its line
 */
function short(all, at, pairs, before) {
  const end = /** @type {number} */ (pairs.get(at));
  const inside = all.slice(at + 1, end);
  if (inside.some(({ kind }) => !["string", "word", ","].includes(kind))) return undefined;
  const width = inside.reduce((sum, { from, to, kind }) => sum + to - from + (kind === "," ? 1 : 0), 2);
  return before + width <= WIDTH ? end : undefined;
}

/**
 * @param {Token[]} list
 * @param {string} text
 */
function inOneLine(list, text) {
  let out = "";
  for (const [index, { kind, from, to }] of list.entries()) {
    const previous = list[index - 1]?.kind;
    const spaced = previous && previous !== "[" && kind !== "," && kind !== "]";
    out += (spaced ? " " : "") + text.slice(from, to);
  }
  return out;
}
