/**
 * Tells where in a policy the caret is, so that who knows RAM can say what may stand there.
 * @module
 */
import { tree } from "./tree.js";

/** @typedef {import("./tree.js").Node} Node */
/** @typedef {import("./tree.js").Entry} Entry */

/**
 * @typedef {object} PolicyContext
 * @property {"element" | "operator" | "condition-key" | "action" | "resource" | "principal" | "value"} kind
 *   `element`: a key of the policy or of a statement; `operator`: a key of a condition block; `condition-key`: a key
 *   under an operator; `principal`: a key or value of a principal; `value`: any other value
 * @property {(string | number)[]} path the keys and indices from the root to the thing at the caret. Where a key is
 *   being written, that is the object that it is written in
 * @property {"policy" | "statement" | undefined} level for elements: whose they are
 * @property {string} element the element that the caret is in the value of, such as `NotAction`; or ""
 * @property {string | undefined} effect the statement's effect
 * @property {string[]} actions the statement's actions, of `Action` and `NotAction`
 * @property {string[]} resources the statement's resources, of `Resource` and `NotResource`
 * @property {string | undefined} operator for condition keys and their values
 * @property {string | undefined} conditionKey for values of condition keys
 * @property {string | undefined} principalType for values of principals: `RAM`, `Service` or `Federated`
 * @property {boolean} isKey whether a key is being written
 * @property {string[]} present what the object or array holds already, without what is at the caret
 * @property {string} prefix the text between `from` and the caret
 * @property {number} from first UTF-16 unit that a completion replaces; within the quotes, if there are any
 * @property {number} to one past the last
 * @property {boolean} insideString whether the caret is between quotes
 * @property {boolean} closed whether the string at the caret has its closing quote
 * @property {boolean} followed whether a colon follows a key, or a comma or bracket a value
 */

/**
 * @param {string} text
 * @param {number} offset the caret, in UTF-16 units
 * @returns {PolicyContext | null} null where nothing can stand that could be completed
 */
export function policyContext(text, offset) {
  const { root, tokens } = tree(text);
  const at = tokens.find(({ kind, from, to, closed }) => {
    // The end of a line is still in that line's comment.
    const open = !closed || text.startsWith("//", from);
    if (kind === "string" || kind === "comment") return from < offset && (offset < to || (open && offset === to));
    return kind === "word" && from < offset && offset <= to;
  });
  if (!root || at?.kind === "comment" || offset <= root.from || (root.closed && offset >= root.to)) return null;
  // In the line of a value there is no place for another, unless a comma parts them.
  const last = tokens.findLast(({ to }) => to <= offset);
  if (!at && last && !"{[:,comment".includes(last.kind) && !text.slice(last.to, offset).includes("\n")) return null;

  const spot = locate(root, offset, text);
  if (!spot) return null;
  const insideString = at?.kind === "string";
  const from = at ? at.from + (insideString ? 1 : 0) : offset;
  const to = at ? at.to - (insideString && at.closed ? 1 : 0) : offset;
  const next = tokens.find((token) => token.from >= (at ? at.to : offset) && token.kind !== "comment");
  return {
    ...meaning(spot),
    ...statement(root, spot, text),
    path: spot.path,
    isKey: spot.isKey,
    present: spot.holder.entries.filter((entry) => entry !== spot.entry).map((entry) => name(entry, spot, text)),
    prefix: text.slice(from, offset),
    from,
    // An unclosed string has swallowed what follows on its line: only what could belong to it is replaced.
    to: insideString && !at?.closed ? offset + wordLength(text.slice(offset, to)) : to,
    insideString,
    closed: insideString && Boolean(at?.closed),
    followed: next !== undefined && (spot.isKey ? next.kind === ":" : /[,\]}]/.test(next.kind)),
  };
}

/**
 * @typedef {object} Spot
 * @property {(string | number)[]} path
 * @property {Node} holder the innermost object or array around the caret
 * @property {Entry | undefined} entry the entry at the caret
 * @property {boolean} isKey
 */

/**
 * @param {Node} root
 * @param {number} offset
 * @param {string} text
 * @returns {Spot | null}
 */
function locate(root, offset, text) {
  /** @type {(string | number)[]} */
  const path = [];
  let holder = root;
  for (;;) {
    const index = holder.entries.findIndex((entry) => holds(entry, offset));
    const entry = index < 0 ? undefined : holder.entries[index];
    const inside = entry?.value?.entries && isContainer(entry.value) && within(entry.value, offset);
    if (holder.kind === "array") {
      if (!entry || !inside)
        return { path: [...path, entry ? index : before(holder, offset)], holder, entry, isKey: false };
      path.push(index);
    } else if (entry?.colon !== undefined && offset > entry.colon) {
      path.push(string(text, entry.key));
      // Behind the value of an entry, only a comma can stand.
      if (entry.value && offset > entry.value.to) return null;
      if (!inside) return { path, holder, entry, isKey: false };
    } else {
      if (entry?.key && offset > entry.key.to) return null;
      return { path, holder, entry, isKey: true };
    }
    holder = /** @type {Node} */ (entry?.value);
  }
}

/**
 * @param {Entry} entry
 * @param {number} offset
 */
function holds({ key, colon, value }, offset) {
  const start = key?.from ?? value?.from ?? 0;
  const end = Math.max(key?.to ?? 0, colon === undefined ? 0 : colon + 1, value?.to ?? 0);
  // The value of an entry with a colon may still be written behind spaces.
  return start < offset && (offset <= end || (colon !== undefined && !value && offset > colon));
}

/**
 * @param {Node} node
 * @param {number} offset
 */
function within(node, offset) {
  return node.from < offset && (offset < node.to || !node.closed);
}

/** @param {Node} node */
function isContainer({ kind }) {
  return kind === "object" || kind === "array";
}

/**
 * How many elements of an array lie before the caret.
 * @param {Node} holder
 * @param {number} offset
 */
function before(holder, offset) {
  return holder.entries.filter(({ value }) => value && value.to <= offset).length;
}

/**
 * What can stand at a spot.
 * @param {Spot} spot
 */
function meaning({ path, isKey, holder }) {
  /** @type {{ kind: PolicyContext["kind"], level: PolicyContext["level"], element: string, operator?: string, conditionKey?: string, principalType?: string }} */
  const said = { kind: "value", level: undefined, element: "" };
  const inList = typeof path[1] === "number";
  const rest = path[0] === "Statement" ? path.slice(inList ? 2 : 1) : path;
  const [element, first, second] = rest.map(String);
  said.element = element ?? "";
  if (rest.length === 0) {
    // The elements of a list of statements are objects, and of those there is nothing to complete.
    said.kind = isKey ? "element" : "value";
    if (isKey) said.level = path.length > 0 ? "statement" : "policy";
    if (!isKey && path.length > 0) said.element = "Statement";
  } else if (element === "Condition") {
    if (isKey && rest.length === 1) said.kind = "operator";
    if (isKey && rest.length === 2) said.kind = "condition-key";
    said.operator = first;
    said.conditionKey = second;
  } else if (element === "Principal" || element === "NotPrincipal") {
    said.kind = "principal";
    said.principalType = holder.kind === "object" || rest.length > 1 ? first : undefined;
  } else if (element === "Action" || element === "NotAction") {
    if (!isKey) said.kind = "action";
  } else if (element === "Resource" || element === "NotResource") {
    if (!isKey) said.kind = "resource";
  }
  return { operator: undefined, conditionKey: undefined, principalType: undefined, ...said };
}

/**
 * What the statement around the caret says otherwise.
 * @param {Node} root
 * @param {Spot} spot
 * @param {string} text
 */
function statement(root, { path }, text) {
  let node = path[0] === "Statement" ? valueOf(root, "Statement", text) : undefined;
  if (node?.kind === "array") node = node.entries[Number(path[1])]?.value;
  const all = (/** @type {string[]} */ ...names) =>
    names.flatMap((name) => strings(node && valueOf(node, name, text), text));
  return {
    effect: all("Effect")[0],
    actions: all("Action", "NotAction"),
    resources: all("Resource", "NotResource"),
  };
}

/**
 * @param {Node} node
 * @param {string} key
 * @param {string} text
 */
function valueOf(node, key, text) {
  return node.entries.find((entry) => entry.key && string(text, entry.key) === key)?.value;
}

/**
 * @param {Node | undefined} node
 * @param {string} text
 * @returns {string[]}
 */
function strings(node, text) {
  if (!node) return [];
  if (node.kind === "array") return node.entries.flatMap(({ value }) => strings(value, text));
  return node.kind === "string" ? [string(text, node)] : [];
}

/**
 * @param {Entry} entry
 * @param {Spot} spot
 * @param {string} text
 */
function name(entry, { holder }, text) {
  const written = holder.kind === "object" ? entry.key : entry.value;
  return written && !isContainer(/** @type {Node} */ (written)) ? string(text, written) : "";
}

/**
 * What a string or a word says.
 * @param {string} text
 * @param {{ from: number, to: number, closed: boolean } | undefined} token
 */
export function string(text, token) {
  if (!token) return "";
  const raw = text.slice(token.from, token.to);
  if (!raw.startsWith('"')) return raw;
  const body = raw.slice(1, token.closed ? -1 : undefined);
  try {
    return body.includes("\\") ? JSON.parse(`"${body}"`) : body;
  } catch {
    return body;
  }
}

/**
 * How far what is behind the caret still belongs to an unfinished string.
 * @param {string} rest
 */
function wordLength(rest) {
  return /^[^\s",[\]{}]*/.exec(rest)?.[0].length ?? 0;
}
