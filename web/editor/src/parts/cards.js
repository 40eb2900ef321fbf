/**
 * Cards: what is said about a place, when the pointer rests there or when it is asked for with the keyboard.
 * @module
 */
import { StateEffect, StateField } from "@codemirror/state";
import { EditorView, closeHoverTooltips, hasHoverTooltips, hoverTooltip, showTooltip } from "@codemirror/view";

import { element, link, prose } from "./dom.js";
import { icon } from "./icons.js";
import { marksAt, neighbour, setMarks } from "./marks.js";
import { say } from "./words.js";

/** @typedef {import("./marks.js").Placed} Placed */
/** @typedef {import("@codemirror/state").EditorState} EditorState */

/**
 * @typedef {object} Documentation what the page knows of a word
 * @property {number} from
 * @property {number} to
 * @property {string} title
 * @property {string} text paragraphs are parted by line breaks; what stands between backticks is shown as code
 * @property {string=} source the address of the page that says so
 */

/**
 * @typedef {object} CardHost
 * @property {(id: string) => void} fix
 * @property {(state: EditorState, offset: number) => Promise<Documentation | null>} document
 */

/** @typedef {{ from: number, to: number, dom: HTMLElement, focus: boolean }} Card */

/** @type {import("@codemirror/state").StateEffectType<Card | null>} */
const showCard = StateEffect.define();

const cardField = StateField.define({
  create: () => /** @type {Card | null} */ (null),
  update(card, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(showCard)) return effect.value;
      // What it says may no longer hold.
      if (effect.is(setMarks)) card = null;
    }
    return transaction.docChanged || transaction.selection ? null : card;
  },
  provide: (field) =>
    showTooltip.from(
      field,
      (card) =>
        card && {
          pos: card.from,
          end: card.to,
          above: false,
          arrow: false,
          create: () => ({
            dom: card.dom,
            mount() {
              if (card.focus) (card.dom.querySelector(/** @type {"a"} */ ("button, a")) ?? card.dom).focus();
            },
          }),
        },
    ),
});

/**
 * @param {CardHost} host
 */
export function cards(host) {
  return [
    cardField,
    hoverTooltip((view, pos) => {
      const marks = marksAt(view.state, pos);
      if (marks.length === 0) return null;
      const create = () => ({ dom: findingCard(view, marks, host) });
      return { pos: Math.min(...marks.map(({ from }) => from)), end: Math.max(...marks.map(({ to }) => to)), create };
    }),
    hoverTooltip(async (view, pos) => {
      const said = await host.document(view.state, pos);
      if (!said) return null;
      return {
        pos: said.from,
        end: said.to,
        create: () => ({ dom: shell(view.state, documentation(view.state, said)) }),
      };
    }),
    EditorView.domEventHandlers({
      keydown(event, view) {
        return event.key === "Escape" && closeCards(view);
      },
    }),
  ];
}

/**
 * Shows what is said about a place, and takes the focus there.
 * @param {CardHost} host
 * @returns {import("@codemirror/view").Command}
 */
export function openCard(host) {
  return (view) => {
    const { from, to } = view.state.selection.main;
    const { state } = view;
    host.document(state, from).then((said) => {
      // The text or the caret may have moved on meanwhile.
      if (view.state.doc !== state.doc || !view.state.selection.eq(state.selection)) return;
      const marks = marksAt(state, from, to);
      const parts = [...marks.map((placed) => finding(view, placed, host)), said && documentation(state, said)];
      if (!marks.length && !said) {
        view.dispatch({ effects: EditorView.announce.of(say(state, "none")) });
        return;
      }
      const dom = shell(state, ...parts);
      view.dispatch({ effects: showCard.of({ from, to, dom: keyboard(view, dom), focus: true }) });
    });
    return true;
  };
}

/**
 * @param {CardHost} host
 * @returns {(view: EditorView, from: number, to: number) => void}
 */
export function openMarks(host) {
  return (view, from, to) => {
    const line = view.state.doc.lineAt(from);
    const marks = marksAt(view.state, line.from, Math.max(line.to, to)).filter((placed) => placed.from >= line.from);
    const dom = keyboard(view, findingCard(view, marks, host));
    view.dispatch({ effects: showCard.of({ from, to, dom, focus: true }) });
  };
}

/**
 * Goes to the next mark and says it.
 * @param {CardHost} host
 * @param {boolean} forward
 * @returns {import("@codemirror/view").Command}
 */
export function goToMark(host, forward) {
  return (view) => {
    const { state } = view;
    const placed = neighbour(state, state.selection.main.from, forward);
    if (!placed) return false;
    view.dispatch({ selection: { anchor: placed.from, head: placed.to }, scrollIntoView: true, userEvent: "select" });
    const { mark } = placed;
    const dom = keyboard(view, findingCard(view, [placed], host));
    const said = `${mark.word ?? say(state, mark.class)}: ${mark.message.replaceAll("`", "")}`;
    view.dispatch({
      effects: [showCard.of({ from: placed.from, to: placed.to, dom, focus: false }), EditorView.announce.of(said)],
    });
    return true;
  };
}

/**
 * @param {EditorView} view
 * @returns {boolean} whether there was one
 */
function closeCards(view) {
  const open = view.state.field(cardField);
  if (!open && !hasHoverTooltips(view.state)) return false;
  view.dispatch({ effects: [showCard.of(null), closeHoverTooltips] });
  return true;
}

/**
 * Lets a card be left with the keyboard.
 * @param {EditorView} view
 * @param {HTMLElement} dom
 */
function keyboard(view, dom) {
  dom.tabIndex = -1;
  dom.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    closeCards(view);
    view.focus();
  });
  return dom;
}

/**
 * @param {EditorView} view
 * @param {Placed[]} marks
 * @param {CardHost} host
 */
function findingCard(view, marks, host) {
  return shell(view.state, ...marks.map((placed) => finding(view, placed, host)));
}

/**
 * @param {EditorState} state
 * @param {...(HTMLElement | null)} parts
 */
function shell(state, ...parts) {
  const dom = element("div", "cm-card", ...parts);
  dom.setAttribute("role", "group");
  dom.setAttribute("aria-label", say(state, "here"));
  return dom;
}

/**
 * @param {EditorView} view
 * @param {Placed} placed
 * @param {CardHost} host
 */
function finding(view, { mark }, host) {
  const kind = element("strong", "cm-kind", icon(mark.class), mark.word ?? say(view.state, mark.class));
  const fixes = (mark.fixes ?? []).map(({ id, label }) => {
    const button = element("button", "cm-fix", label);
    button.setAttribute("type", "button");
    button.addEventListener("click", () => {
      closeCards(view);
      view.focus();
      host.fix(id);
    });
    return button;
  });
  const foot = element(
    "div",
    "cm-foot",
    ...fixes,
    mark.code && element("code", "", mark.code),
    link(mark.source, say(view.state, "source")),
  );
  return element(
    "section",
    `cm-finding cm-finding-${mark.class}`,
    kind,
    prose("p", "", mark.message),
    mark.help && prose("p", "cm-soft", mark.help),
    foot.childNodes.length > 0 ? foot : null,
  );
}

/**
 * What the page knows of a word, as a part of a card.
 * @param {EditorState} state
 * @param {Pick<Documentation, "title" | "text" | "source">} said
 */
export function documentation(state, { title, text, source }) {
  const paragraphs = text.split("\n").filter(Boolean);
  return element(
    "section",
    "cm-documentation",
    title && element("strong", "cm-title", title),
    ...paragraphs.map((paragraph) => prose("p", "", paragraph)),
    source ? element("div", "cm-foot", link(source, say(state, "source"))) : null,
  );
}
