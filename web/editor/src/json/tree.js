/**
 * A tolerant tree of a policy's text: what is there, wherever something is missing.
 * @module
 */
import { tokens } from "./tokens.js";

/** @typedef {import("./tokens.js").Token} Token */

/**
 * @typedef {object} Node
 * @property {"object" | "array" | "string" | "word"} kind
 * @property {number} from
 * @property {number} to one past the last unit; the text's length if nothing closes it
 * @property {boolean} closed
 * @property {Entry[]} entries what an object or array holds
 */

/**
 * @typedef {object} Entry
 * @property {Token=} key of an object's entry
 * @property {number=} colon where its colon is
 * @property {Node=} value
 */

/** Deeper than this, nothing is a policy any more. */
const DEEPEST = 64;

/**
 * @param {string} text
 * @returns {{ root: Node | undefined, tokens: Token[] }} the first value of the text, with what lies in it
 */
export function tree(text) {
  const all = tokens(text);
  const reader = { text, all: all.filter(({ kind }) => kind !== "comment"), at: 0 };
  while (reader.at < reader.all.length) {
    const { kind } = reader.all[reader.at];
    if (kind === "{" || kind === "[") return { root: value(reader, 0), tokens: all };
    reader.at += 1;
  }
  return { root: undefined, tokens: all };
}

/** @typedef {{ text: string, all: Token[], at: number }} Reader */

/**
 * @param {Reader} reader at the first token of a value
 * @param {number} depth
 * @returns {Node}
 */
function value(reader, depth) {
  const token = reader.all[reader.at];
  reader.at += 1;
  if (token.kind === "{" && depth < DEEPEST) return container(reader, token, "object", depth);
  if (token.kind === "[" && depth < DEEPEST) return container(reader, token, "array", depth);
  const kind = token.kind === "string" ? "string" : "word";
  return { kind, from: token.from, to: token.to, closed: token.closed, entries: [] };
}

/**
 * @param {Reader} reader
 * @param {Token} open
 * @param {"object" | "array"} kind
 * @param {number} depth
 * @returns {Node}
 */
function container(reader, open, kind, depth) {
  /** @type {Node} */
  const node = { kind, from: open.from, to: reader.text.length, closed: false, entries: [] };
  /** @type {Entry | undefined} */
  let entry;
  while (reader.at < reader.all.length) {
    const token = reader.all[reader.at];
    if (token.kind === "}" || token.kind === "]") {
      // The wrong bracket closes nothing here if it closes something further out.
      const right = token.kind === (kind === "object" ? "}" : "]");
      if (!right && depth > 0) {
        node.to = token.from;
        return node;
      }
      reader.at += 1;
      if (!right) continue;
      node.to = token.to;
      node.closed = true;
      return node;
    }
    if (token.kind === ",") {
      entry = undefined;
      reader.at += 1;
    } else if (token.kind === ":") {
      if (entry?.key) entry.colon ??= token.from;
      reader.at += 1;
    } else if (kind === "array") {
      node.entries.push({ value: value(reader, depth + 1) });
    } else if (entry && entry.colon !== undefined && !entry.value && !isKey(reader)) {
      entry.value = value(reader, depth + 1);
    } else if (token.kind === "{" || token.kind === "[") {
      // A value whose key or colon is missing.
      const lost = value(reader, depth + 1);
      if (entry && !entry.value) entry.value = lost;
      else node.entries.push({ value: lost });
    } else {
      reader.at += 1;
      entry = { key: token };
      node.entries.push(entry);
    }
  }
  return node;
}

/**
 * Whether a string where a value should be is the key of the next line, because the value was not written yet.
 * @param {Reader} reader
 */
function isKey({ all, at, text }) {
  const token = all[at];
  if (token.kind !== "string" || all[at + 1]?.kind !== ":") return false;
  return text.slice(all[at - 1].to, token.from).includes("\n");
}
