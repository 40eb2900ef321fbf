/**
 * Tells where in a Flink SQL draft the caret is, so that who knows connectors can say what may stand there.
 * @module
 */
import { connectorOf, nameBefore, script, unquoted, upper } from "./script.js";
import { tokens } from "./tokens.js";

/** @typedef {import("./tokens.js").Token} Token */
/** @typedef {import("./script.js").OptionList} OptionList */

/**
 * @typedef {object} SqlContext
 * @property {"option-key" | "option-value" | "table" | "variable" | "keyword"} kind
 *   `variable`: within `${…}`, in a string or outside
 * @property {string | undefined} table the table that the caret is in the options of
 * @property {string | undefined} connector its connector, if it is written as plain text
 * @property {string | undefined} key for values, the option's key
 * @property {string[]} present the keys that are there already
 * @property {{ name: string, connector: string | undefined }[]} tables every table that the draft defines
 * @property {string} prefix the text between `from` and the caret
 * @property {number} from first UTF-16 unit that a completion replaces; within quotes or braces, if there are any
 * @property {number} to one past the last
 * @property {boolean} insideString whether the caret is between quotes
 * @property {boolean} closed whether the string at the caret has its closing quote
 * @property {boolean} followed whether an equals sign follows a key
 */

/** Words that the name of a table follows. */
const BEFORE_TABLE = new Set([
  "FROM",
  "JOIN",
  "INTO",
  "TABLE",
  "VIEW",
  "LIKE",
  "DESCRIBE",
  "DESC",
  "EXISTS",
  "UPDATE",
]);

/**
 * @param {string} text
 * @param {number} offset the caret, in UTF-16 units
 * @returns {SqlContext | null} null where nothing can stand that could be completed
 */
export function sqlContext(text, offset) {
  const every = tokens(text);
  const at = every.find((token) => touches(token, offset));
  // Behind a string there is no place for another.
  const behind = !at && every.some(({ kind, to }) => (kind === "string" || kind === "name") && to === offset);
  if (at?.kind === "comment" || behind) return null;

  const all = every.filter(({ kind }) => kind !== "comment");
  const { tables, lists } = script(all, text);
  const connector = (/** @type {string | undefined} */ name) =>
    connectorOf(
      lists.find(({ table, isHint }) => !isHint && table === name),
      text,
    );
  const range = rangeAt(at, offset, text);
  const base = {
    ...range,
    table: undefined,
    connector: undefined,
    key: undefined,
    present: [],
    followed: false,
    tables: tables.map((name) => ({ name, connector: connector(name) })),
  };
  const list = lists.find(({ from, to }) => from <= offset && offset <= to);
  const option = list && inList(list, at, offset, all, text);
  if (list && !option) return null;
  const owner = list && { table: list.table, connector: connectorOf(list, text) ?? connector(list.table) };
  const inVariable = variable(at, offset, text);
  if (inVariable) return { ...base, ...owner, ...option, ...inVariable };
  if (option) return { ...base, ...owner, ...option };
  // A string that is no option is data.
  if (at?.kind === "string") return null;
  return { ...base, ...nameOrKeyword(all, offset, text, range) };
}

/**
 * @param {Token} token
 * @param {number} offset
 */
function touches({ kind, from, to, closed }, offset) {
  if (kind === "sign") return false;
  return from < offset && (offset < to || (offset === to && (kind === "word" || !closed)));
}

/**
 * @param {Token | undefined} at
 * @param {number} offset
 * @param {string} text
 */
function rangeAt(at, offset, text) {
  const insideString = at?.kind === "string" || at?.kind === "name";
  const quote = insideString ? 1 : 0;
  const closed = insideString && at.closed;
  const from = at ? at.from + quote : offset;
  let to = at ? at.to - (closed ? 1 : 0) : offset;
  // An unclosed string has swallowed what follows on its line: only what could belong to it is replaced.
  if (insideString && !closed) to = offset + length(/^[\w.-]*/, text.slice(offset, to));
  return { prefix: text.slice(from, offset), from, to, insideString, closed };
}

/**
 * @param {RegExp} pattern
 * @param {string} text
 */
function length(pattern, text) {
  return pattern.exec(text)?.[0].length ?? 0;
}

/**
 * @param {OptionList} list
 * @param {Token | undefined} at
 * @param {number} offset
 * @param {Token[]} all
 * @param {string} text
 * @returns {Pick<SqlContext, "kind" | "key" | "present" | "followed"> | undefined}
 */
function inList(list, at, offset, all, text) {
  const entry = list.entries.findLast(({ key }) => key.from < offset);
  const last = all.findLast(({ to }) => to <= offset);
  const sign = at ? "" : upper(last, text);
  const names = list.entries.filter(({ key }) => key !== at).map(({ key }) => unquoted(key, text));
  const isValue = entry?.equals && (at ? at === entry.value : sign === "=");
  if (isValue) {
    const key = unquoted(entry.key, text);
    return { kind: "option-value", key, present: names.filter((name) => name !== key), followed: false };
  }
  const isKey = at ? at === entry?.key : sign === "(" || sign === ",";
  const followed = Boolean(at && entry?.equals);
  return isKey ? { kind: "option-key", key: undefined, present: names, followed } : undefined;
}

/**
 * The variable around the caret: `${…}`, which may miss its end.
 * @param {Token | undefined} at
 * @param {number} offset
 * @param {string} text
 */
function variable(at, offset, text) {
  if (!at || (at.kind !== "string" && at.kind !== "variable")) return undefined;
  const start = text.lastIndexOf("${", offset - 1);
  if (start < at.from || start + 2 > offset || text.slice(start, offset).includes("}")) return undefined;
  const from = start + 2;
  const to = offset + length(/^[\w.-]*/, text.slice(offset, at.to));
  return { kind: /** @type {const} */ ("variable"), from, to, prefix: text.slice(from, offset) };
}

/**
 * @param {Token[]} all
 * @param {number} offset
 * @param {string} text
 * @param {ReturnType<typeof rangeAt>} range
 * @returns {Pick<SqlContext, "kind" | "from" | "prefix">}
 */
function nameOrKeyword(all, offset, text, range) {
  let index = all.findLastIndex(({ from }) => from < offset);
  // A dotted name is one thing, up to the caret.
  const partial = all[index]?.to >= offset && all[index].kind !== "sign" ? index : index + 1;
  let first = nameBefore(all, partial, text)?.first ?? partial;
  if (partial > index && upper(all[index], text) === ".") first = nameBefore(all, index - 1, text)?.first ?? index;
  index = first - 1;
  if (!BEFORE_TABLE.has(upper(all[index], text))) return { kind: "keyword", from: range.from, prefix: range.prefix };
  const quoted = first === partial && range.insideString;
  const from = first < partial || !quoted ? (all[first]?.from ?? offset) : range.from;
  const start = Math.min(from, offset);
  return { kind: "table", from: start, prefix: text.slice(start, offset) };
}
