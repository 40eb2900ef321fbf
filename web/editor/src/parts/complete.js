/**
 * Completion: the page says what may stand at the caret, and this shows it and writes it as the place needs.
 * @module
 */
import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionStatus,
  moveCompletionSelection,
  pickedCompletion,
  startCompletion,
} from "@codemirror/autocomplete";
import { Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";

import { documentation } from "./cards.js";

/** @typedef {import("../json/context.js").PolicyContext} PolicyContext */
/** @typedef {import("../sql/context.js").SqlContext} SqlContext */
/** @typedef {PolicyContext | SqlContext} Context */

/**
 * @typedef {object} Item
 * @property {string} label the thing itself, without quotes
 * @property {string=} detail a word or two beside it, such as the access level
 * @property {string=} info what it means
 * @property {string=} type what it is, such as `action`; the option gets the class `cm-option-<type>`
 * @property {string=} source the address of the page that states it
 * @property {string=} apply what is written in its place, exactly; without it, the label with quotes as needed
 * @property {string=} value what is written behind a new key's colon; the caret goes where it has a `|`
 * @property {number=} from if not the context's
 * @property {number=} to if not the context's
 * @property {number=} boost from -99 to 99, to list it lower or higher
 */

/**
 * @typedef {object} CompleteHost
 * @property {(state: import("@codemirror/state").EditorState, offset: number) => Context | null} context
 * @property {(state: import("@codemirror/state").EditorState, offset: number, context: Context) => Promise<Item[]>} complete
 */

/** @param {CompleteHost} host */
export function completion(host) {
  return [
    autocompletion({
      override: [(context) => source(context, host)],
      icons: false,
      defaultKeymap: false,
      optionClass: ({ type }) => (type ? `cm-option-${type.replace(/[^\w-]/g, "")}` : ""),
      tooltipClass: () => "cm-completions",
    }),
    Prec.highest(
      keymap.of([
        { key: "Ctrl-Space", run: startCompletion },
        { mac: "Alt-i", run: startCompletion },
        { key: "ArrowDown", run: moveCompletionSelection(true) },
        { key: "ArrowUp", run: moveCompletionSelection(false) },
        { key: "PageDown", run: moveCompletionSelection(true, "page") },
        { key: "PageUp", run: moveCompletionSelection(false, "page") },
        { key: "Enter", run: acceptCompletion },
        { key: "Escape", run: (view) => completionStatus(view.state) !== null && closeCompletion(view) },
      ]),
    ),
  ];
}

/**
 * @param {import("@codemirror/autocomplete").CompletionContext} context
 * @param {CompleteHost} host
 * @returns {Promise<import("@codemirror/autocomplete").CompletionResult | null>}
 */
async function source({ state, pos, explicit }, host) {
  const place = host.context(state, pos);
  // Without being asked, only where somebody has begun to write.
  if (!place || (!explicit && !place.prefix && !place.insideString)) return null;
  const items = await host.complete(state, pos, place);
  if (items.length === 0) return null;
  const from = items[0].from ?? place.from;
  return { from: Math.min(from, pos), to: pos, options: items.map((item) => option(item, place, state)) };
}

/**
 * @param {Item} item
 * @param {Context} place
 * @param {import("@codemirror/state").EditorState} state
 * @returns {import("@codemirror/autocomplete").Completion}
 */
function option(item, place, state) {
  const { label, detail, info, type, source, boost } = item;
  const said = { title: label, text: info ?? "", source };
  return {
    label,
    detail,
    type,
    boost,
    info: info || source ? () => documentation(state, said) : undefined,
    apply: (view, picked) => apply(view, picked, item, place),
  };
}

/**
 * @param {import("@codemirror/view").EditorView} view
 * @param {import("@codemirror/autocomplete").Completion} picked
 * @param {Item} item
 * @param {Context} place
 */
function apply(view, picked, item, place) {
  const { doc, selection } = view.state;
  const caret = selection.main.head;
  const from = Math.min(item.from ?? place.from, caret);
  // What was written since the page was asked lies before the caret.
  const to = Math.min(Math.max(item.to ?? place.to, caret), doc.length);
  const indent = /^\s*/.exec(doc.lineAt(from).text)?.[0] ?? "";
  const { text, at } = written(item, place);
  const lines = (/** @type {string} */ part) => part.replaceAll("\n", `\n${indent}`);
  const closing = skipped(view.state.sliceDoc(to, to + 1), item, place);
  const end = from + lines(text.slice(0, at)).length;
  view.dispatch({
    changes: { from, to: to + closing, insert: lines(text) },
    selection: { anchor: end },
    scrollIntoView: true,
    userEvent: "input.complete",
    annotations: pickedCompletion.of(picked),
  });
  // Between fresh quotes, the next choice follows at once.
  if (at < text.length) startCompletion(view);
}

/**
 * What is written for an item, and where the caret goes.
 * @param {Item} item
 * @param {Context} place
 * @returns {{ text: string, at: number }}
 */
export function written(item, place) {
  if (item.apply !== undefined) return { text: item.apply, at: item.apply.length };
  const { kind, insideString, followed } = place;
  let text = item.label;
  if (kind === "variable" || kind === "table" || kind === "keyword") return { text, at: text.length };
  const isSql = kind === "option-key" || kind === "option-value";
  const quote = isSql ? "'" : '"';
  text = isSql ? text.replaceAll("'", "''") : JSON.stringify(text).slice(1, -1);
  text = `${insideString ? "" : quote}${text}${quote}`;
  const isKey = isSql ? kind === "option-key" : "isKey" in place && place.isKey;
  if (!isKey || followed) return { text, at: text.length };
  const value = item.value ?? (isSql ? "'|'" : "|");
  const at = value.includes("|") ? value.indexOf("|") : value.length;
  text += isSql ? " = " : ": ";
  return { text: text + value.replace("|", ""), at: text.length + at };
}

/**
 * How much of what follows is written anew: a closing quote.
 * @param {string} next
 * @param {Item} item
 * @param {Context} place
 */
function skipped(next, item, place) {
  if (item.apply !== undefined || !place.insideString || !place.closed) return 0;
  return next === '"' || next === "'" ? 1 : 0;
}
