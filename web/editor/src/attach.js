/**
 * Puts an editor in the place of a text area, and takes it away again.
 * @module
 */
import { closeBrackets } from "@codemirror/autocomplete";
import { history, isolateHistory } from "@codemirror/commands";
import { codeFolding, foldGutter, indentOnInput } from "@codemirror/language";
import { search } from "@codemirror/search";
import { Annotation, Compartment, EditorState, Transaction } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLineGutter,
  highlightSpecialChars,
  lineNumbers,
  placeholder,
  tooltips,
} from "@codemirror/view";

import { changes } from "./changes.js";
import { access, isReadOnly, names, watch } from "./names.js";
import { contextAt, formatText } from "./context.js";
import { cards, goToMark, openCard, openMarks } from "./parts/cards.js";
import { completion } from "./parts/complete.js";
import { element } from "./parts/dom.js";
import { keys } from "./parts/keys.js";
import { languageSupport } from "./parts/language.js";
import { clamp, markGutter, marksField, setMarks } from "./parts/marks.js";
import { useConstructedSheets } from "./parts/sheets.js";
import { setCoverage, setDeciding, statements } from "./parts/statements.js";
import { hangingLines } from "./parts/wrap.js";
import { theme } from "./parts/theme.js";
import { typing } from "./parts/typing.js";
import { phrases, say } from "./parts/words.js";
import { StandIn, lines } from "./textarea.js";

/** @typedef {import("./types.js").Options} Options */
/** @typedef {import("./types.js").Handle} Handle */
/** @typedef {import("./types.js").Item} Item */
/** @typedef {import("./types.js").Context} Context */

/** Marks what the page did, of which it need not hear. */
const fromPage = Annotation.define();

/** @type {WeakMap<HTMLTextAreaElement, Handle>} */
const attached = new WeakMap();

let count = 0;

/**
 * Puts an editor in the place of a text area. The text area stays in the document, hidden, and works as before for
 * whoever uses it: see `StandIn`.
 * @param {HTMLTextAreaElement} textarea
 * @param {Options} [options]
 * @returns {Handle} the same one as long as it is attached
 */
export function attach(textarea, options = {}) {
  const known = attached.get(textarea);
  if (known) return known;
  useConstructedSheets();

  let language = options.language ?? "ram";
  const parts = {
    words: new Compartment(),
    access: new Compartment(),
    names: new Compartment(),
    language: new Compartment(),
  };
  const hadFocus = document.activeElement === textarea;
  const { selectionStart, selectionEnd, selectionDirection, scrollTop } = textarea;
  const hint = element("span", "cm-hint");
  hint.id = `${textarea.id || "editor"}-keys-${(count += 1)}`;
  hint.hidden = true;
  const dom = element("div", "rich-editor", hint);
  dom.dataset.language = language;

  const textOf = memo((/** @type {import("@codemirror/state").Text} */ doc) => doc.toString());
  const host = {
    fix: (/** @type {string} */ id) => options.onFix?.(id),
    context: (/** @type {EditorState} */ { doc }, /** @type {number} */ offset) =>
      contextAt(language, textOf(doc), offset),
    complete: (/** @type {EditorState} */ { doc }, /** @type {number} */ offset, /** @type {Context} */ place) =>
      asked(() => options.complete?.(textOf(doc), offset, place), /** @type {Item[]} */ ([])),
    document: (/** @type {EditorState} */ { doc }, /** @type {number} */ offset) =>
      asked(() => options.hover?.(textOf(doc), offset, contextAt(language, textOf(doc), offset)), null),
  };

  const view = new EditorView({
    parent: dom,
    state: EditorState.create({
      doc: textarea.value,
      selection: ends(selectionStart, selectionEnd, selectionDirection),
      extensions: [
        parts.words.of(phrases(options.lang ?? "en")),
        parts.access.of(access(options.readOnly ?? isReadOnly(textarea))),
        parts.names.of(names(textarea, hint)),
        parts.language.of(languageSupport(language)),
        keys({
          format: () => handle.format(),
          openCard: openCard(host),
          nextMark: goToMark(host, true),
          previousMark: goToMark(host, false),
        }),
        completion(host),
        cards(host),
        marksField,
        markGutter(openMarks(host)),
        statements(),
        lineNumbers(),
        foldGutter({ openText: "▾", closedText: "▸" }),
        codeFolding(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        history(),
        typing,
        indentOnInput(),
        closeBrackets(),
        search({ top: true }),
        textarea.placeholder ? placeholder(textarea.placeholder) : [],
        theme,
        EditorState.tabSize.of(2),
        EditorView.lineWrapping,
        hangingLines,
        tooltips({
          parent: above(),
          tooltipSpace: () => ({ left: 8, top: 8, right: innerWidth - 8, bottom: innerHeight - 8 }),
        }),
        EditorView.updateListener.of(updated),
      ],
    }),
  });

  const stand = new StandIn(textarea, {
    value: () => textOf(view.state.doc),
    setValue: replaceText,
    selection() {
      const { from, to, anchor, head } = view.state.selection.main;
      return { start: from, end: to, direction: head < anchor ? "backward" : "forward" };
    },
    select(start, end, direction) {
      const length = view.state.doc.length;
      const selection = ends(clamp(start, length), clamp(Math.max(start, end), length), direction);
      view.dispatch({ selection, scrollIntoView: true, annotations: fromPage.of(true) });
    },
    focus: () => view.focus(),
    blur: () => view.contentDOM.blur(),
    reveal: () => dom.scrollIntoView({ block: "nearest" }),
  });
  textarea.after(dom);
  hint.textContent = say(view.state, "leave");

  const observer = watch(textarea, (accessChanged) => {
    const effects = [parts.names.reconfigure(names(textarea, hint))];
    if (accessChanged) effects.push(parts.access.reconfigure(access(isReadOnly(textarea))));
    view.dispatch({ effects });
  });

  // The page hears of the text area only, not of what the editor is made of.
  for (const type of ["input", "change", "select"]) dom.addEventListener(type, (event) => event.stopPropagation());
  let focused = false;
  dom.addEventListener("focusin", () => {
    if (!focused) stand.tell("focus");
    focused = true;
  });
  dom.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && dom.contains(relatedTarget)) return;
    focused = false;
    stand.tell("blur");
    options.onCaret?.(null);
  });

  /** @param {import("@codemirror/view").ViewUpdate} update */
  function updated(update) {
    const own = !update.transactions.some((transaction) => transaction.annotation(fromPage));
    if (update.docChanged) {
      stand.changed();
      const kind = update.transactions.findLast(({ docChanged }) => docChanged);
      if (own) stand.tell("input", inputType(kind));
    }
    if (update.selectionSet || update.docChanged) {
      if (own || view.hasFocus) stand.tell("select");
      if (view.hasFocus) options.onCaret?.(view.state.selection.main.head);
    }
  }

  /** @param {string} text */
  function replaceText(text) {
    const found = changes(textOf(view.state.doc), lines(text));
    if (found.length === 0) return;
    view.dispatch({
      changes: found,
      annotations: [fromPage.of(true), isolateHistory.of("full"), Transaction.userEvent.of("page")],
    });
  }

  /**
   * @template Thing
   * @param {import("@codemirror/state").StateEffectType<Thing[]>} type
   * @returns {(list: Thing[], text?: string) => boolean}
   */
  const setter = (type) => {
    let shown = "[]";
    /** @type {import("@codemirror/state").Text | undefined} */
    let shownFor;
    return (list, text) => {
      const { doc } = view.state;
      if (text !== undefined && lines(text) !== textOf(doc)) return false;
      // A page that is drawn anew says again what it has said; a card that is open shall stay.
      const said = JSON.stringify(list);
      if (said === shown && shownFor === doc) return true;
      [shown, shownFor] = [said, doc];
      view.dispatch({ effects: type.of([...list]) });
      return true;
    };
  };

  /** @type {Handle} */
  const handle = {
    dom,
    setMarks: setter(setMarks),
    setDeciding: setter(setDeciding),
    setCoverage: setter(setCoverage),
    focus: () => view.focus(),
    select(start, end) {
      textarea.setSelectionRange(start, end);
      view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main, { y: "center" }) });
      view.focus();
    },
    setReadOnly: (readOnly) => view.dispatch({ effects: parts.access.reconfigure(access(readOnly)) }),
    setTheme: (theme) => setTheme(dom, theme),
    setPhrases(lang) {
      view.dispatch({ effects: parts.words.reconfigure(phrases(lang)) });
      hint.textContent = say(view.state, "leave");
    },
    setLanguage(next) {
      language = next;
      dom.dataset.language = next;
      view.dispatch({ effects: parts.language.reconfigure(languageSupport(next)) });
    },
    format() {
      const old = textOf(view.state.doc);
      const text = view.state.readOnly ? null : formatText(language, old);
      if (text === null) return false;
      // Whoever asked for it, it is the user's change, of which the page hears.
      const found = changes(old, text);
      if (found.length > 0)
        view.dispatch({ changes: found, userEvent: "format", annotations: isolateHistory.of("full") });
      return true;
    },
    detach() {
      if (attached.get(textarea) !== handle) return;
      attached.delete(textarea);
      observer.disconnect();
      const focus = view.hasFocus;
      const { from, to, anchor, head } = view.state.selection.main;
      const top = view.scrollDOM.scrollTop;
      stand.release();
      view.destroy();
      dom.remove();
      textarea.setSelectionRange(from, to, head < anchor ? "backward" : "forward");
      if (focus) textarea.focus({ preventScroll: true });
      textarea.scrollTop = top;
    },
  };
  attached.set(textarea, handle);
  setTheme(dom, options.theme ?? "system");
  if (hadFocus) view.focus();
  view.scrollDOM.scrollTop = scrollTop;
  return handle;
}

/**
 * What the page answers; nothing, if it is not ready.
 * @template Answer
 * @param {() => Promise<Answer> | Answer | undefined} ask
 * @param {Answer} otherwise
 * @returns {Promise<Answer>}
 */
async function asked(ask, otherwise) {
  try {
    return (await ask()) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/**
 * @param {number} start
 * @param {number} end
 * @param {string} [direction]
 */
function ends(start, end, direction) {
  return direction === "backward" ? { anchor: end, head: start } : { anchor: start, head: end };
}

/**
 * @param {HTMLElement} dom
 * @param {import("./types.js").Theme} theme
 */
function setTheme(dom, theme) {
  // The page's tokens follow the colour scheme of the place where they are used.
  dom.style.colorScheme = theme === "system" ? "" : theme;
}

/**
 * The kind of a change in the words of input events.
 * @param {Transaction | undefined} transaction
 */
function inputType(transaction) {
  /** @type {[string, string][]} */
  const kinds = [
    ["undo", "historyUndo"],
    ["redo", "historyRedo"],
    ["input.paste", "insertFromPaste"],
    ["input.drop", "insertFromDrop"],
    ["delete.cut", "deleteByCut"],
    ["delete", "deleteContent"],
    ["input.type", "insertText"],
  ];
  return kinds.find(([event]) => transaction?.isUserEvent(event))?.[1] ?? "insertReplacementText";
}

/**
 * Remembers the answer for the last argument: a large text is made into a string only once.
 * @template {object} Key
 * @template Value
 * @param {(key: Key) => Value} compute
 * @returns {(key: Key) => Value}
 */
function memo(compute) {
  /** @type {{ key: Key, value: Value } | undefined} */
  let last;
  return (key) => {
    if (last?.key !== key) last = { key, value: compute(key) };
    return last.value;
  };
}

/**
 * Where lists and cards are put, one place for all editors: outside of the policies' cards, which clip what is in them.
 * @returns {HTMLElement}
 */
function above() {
  /** @type {HTMLElement | null} */
  const there = document.querySelector(".cm-above");
  if (there) return there;
  const place = document.createElement("div");
  place.className = "cm-above";
  // Takes no place among what else is there.
  place.style.position = "absolute";
  (document.querySelector("main") ?? document.body).append(place);
  return place;
}
