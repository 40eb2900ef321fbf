/**
 * The tables of a Flink SQL draft and the options that are written for them, wherever something is missing.
 * @module
 */

/** @typedef {import("./tokens.js").Token} Token */

/**
 * @typedef {object} Entry
 * @property {Token} key
 * @property {Token=} equals
 * @property {Token=} value
 */

/**
 * @typedef {object} OptionList
 * @property {string | undefined} table whose options these are
 * @property {number} from behind the opening bracket
 * @property {number} to before the closing one, or where the statement ends
 * @property {boolean} isHint
 * @property {Entry[]} entries
 */

/** Words that stand between TABLE and its name. */
const BETWEEN = new Set(["IF", "NOT", "EXISTS"]);

/**
 * @param {Token[]} all without comments
 * @param {string} text
 */
export function script(all, text) {
  /** @type {string[]} */
  const tables = [];
  /** @type {OptionList[]} */
  const lists = [];
  /** @type {string | undefined} */
  let created;
  for (let index = 0; index < all.length; index += 1) {
    const written = upper(all[index], text);
    if (written === ";") created = undefined;
    if (written === "TABLE" && [1, 2].some((back) => upper(all[index - back], text) === "CREATE")) {
      let start = index + 1;
      while (BETWEEN.has(upper(all[start], text))) start += 1;
      created = nameAt(all, start, text);
      if (created) tables.push(created);
    }
    if (written !== "(") continue;
    const before = upper(all[index - 1], text);
    const isHint = before === "OPTIONS" && upper(all[index - 2], text) === "/*+";
    if (before === "WITH" || isHint) {
      const table = isHint ? nameBefore(all, index - 3, text)?.name : created;
      lists.push({ table, isHint, ...readList(all, index, text) });
    }
  }
  return { tables, lists };
}

/**
 * @param {Token[]} all
 * @param {number} open the index of the opening bracket
 * @param {string} text
 */
function readList(all, open, text) {
  /** @type {Entry[]} */
  const entries = [];
  /** @type {Entry | undefined} */
  let entry;
  let index = open + 1;
  for (; index < all.length; index += 1) {
    const token = all[index];
    const sign = token.kind === "sign" ? upper(token, text) : "";
    if (sign === ")" || sign === ";" || sign === "*/") break;
    if (sign === ",") entry = undefined;
    else if (sign === "=") entry && (entry.equals ??= token);
    else if (token.kind === "sign") continue;
    else if (entry?.equals && !entry.value && !isKey(all, index, text)) entry.value = token;
    else entries.push((entry = { key: token }));
  }
  return { from: all[open].to, to: all[index]?.from ?? text.length, entries };
}

/**
 * Whether what stands where a value should be is the key of the next line, because the value was not written yet.
 * @param {Token[]} all
 * @param {number} index
 * @param {string} text
 */
function isKey(all, index, text) {
  const apart = text.slice(all[index - 1].to, all[index].from).includes("\n");
  return apart && upper(all[index + 1], text) === "=";
}

/**
 * The dotted name that starts at a token.
 * @param {Token[]} all
 * @param {number} index
 * @param {string} text
 */
function nameAt(all, index, text) {
  const parts = [];
  for (; isPart(all[index]); index += 2) {
    parts.push(unquoted(all[index], text));
    if (upper(all[index + 1], text) !== ".") break;
  }
  return parts.length > 0 ? parts.join(".") : undefined;
}

/**
 * The dotted name that ends with a token, and where it starts.
 * @param {Token[]} all
 * @param {number} index
 * @param {string} text
 * @returns {{ name: string, first: number } | undefined}
 */
export function nameBefore(all, index, text) {
  let first = index;
  if (!isPart(all[first])) return undefined;
  while (upper(all[first - 1], text) === "." && isPart(all[first - 2])) first -= 2;
  return { name: nameAt(all, first, text) ?? "", first };
}

/** @param {Token | undefined} token */
function isPart(token) {
  return token?.kind === "word" || token?.kind === "name" || token?.kind === "variable";
}

/**
 * @param {Token | undefined} token
 * @param {string} text
 */
export function upper(token, text) {
  return token && (token.kind === "word" || token.kind === "sign")
    ? text.slice(token.from, token.to).toUpperCase()
    : "";
}

/**
 * What a string or name says.
 * @param {Token} token
 * @param {string} text
 */
export function unquoted({ from, to, kind, closed }, text) {
  if (kind !== "string" && kind !== "name") return text.slice(from, to);
  const quote = text[from];
  return text.slice(from + 1, closed ? to - 1 : to).replaceAll(quote + quote, quote);
}

/**
 * The connector that a list of options names in plain text.
 * @param {OptionList | undefined} list
 * @param {string} text
 */
export function connectorOf(list, text) {
  const entry = list?.entries.find(({ key }) => unquoted(key, text).toLowerCase() === "connector");
  const value = entry?.value;
  return value?.kind === "string" && value.closed ? unquoted(value, text) : undefined;
}
