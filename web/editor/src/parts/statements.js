/**
 * Marks of whole statements: those that decided the answer shown, and those that decide nothing.
 * @module
 */
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter } from "@codemirror/view";

import { icon } from "./icons.js";
import { clamp } from "./marks.js";
import { say } from "./words.js";

/** @typedef {{ start: number, end: number, effect?: string }} Deciding `effect` is `Allow` or `Deny`, in any case */
/** @typedef {{ start: number, end: number }} Idle */
/** @typedef {"allow" | "deny" | "idle"} Kind */

/** @type {import("@codemirror/state").StateEffectType<Deciding[]>} */
export const setDeciding = StateEffect.define();

/** @type {import("@codemirror/state").StateEffectType<Idle[]>} */
export const setCoverage = StateEffect.define();

/**
 * What is shown of a statement: its lines without the space before them.
 * @param {Idle} item
 * @param {Kind} kind
 * @param {import("@codemirror/state").EditorState} state
 */
function lines({ start, end }, kind, { doc }) {
  const found = [];
  const last = clamp(end, doc.length);
  for (let at = clamp(start, doc.length), first = true; at < last; first = false) {
    const line = doc.lineAt(at);
    const to = Math.min(line.to, last);
    const from = at + (/\S/.exec(doc.sliceString(at, to))?.index ?? to - at);
    const name = kind === "idle" ? "cm-idle" : `cm-decides cm-decides-${kind}`;
    if (from < to) found.push(Decoration.mark({ class: name, kind, first }).range(from, to));
    at = line.to + 1;
  }
  return found;
}

/**
 * @template {Idle} Item
 * @param {import("@codemirror/state").StateEffectType<Item[]>} type
 * @param {(item: Item) => Kind} kindOf
 */
function field(type, kindOf) {
  return StateField.define({
    create: () => Decoration.none,
    update(value, transaction) {
      let ranges = value.map(transaction.changes);
      for (const effect of transaction.effects) {
        if (effect.is(type))
          ranges = Decoration.set(
            effect.value.flatMap((item) => lines(item, kindOf(item), transaction.state)),
            true,
          );
      }
      return ranges;
    },
    provide: (self) => EditorView.decorations.from(self),
  });
}

const deciding = field(setDeciding, ({ effect }) => (effect?.toLowerCase() === "deny" ? "deny" : "allow"));
const idle = field(setCoverage, () => "idle");

/** The bar beside a statement, with a sign where it starts. */
class Bar extends GutterMarker {
  /**
   * @param {Kind} kind
   * @param {boolean} first
   * @param {string} title
   */
  constructor(kind, first, title) {
    super();
    this.kind = kind;
    this.first = first;
    this.title = title;
    this.elementClass = `cm-bar cm-bar-${kind}`;
  }

  /** @param {GutterMarker} other */
  eq(other) {
    return (
      other instanceof Bar && other.kind === this.kind && other.first === this.first && other.title === this.title
    );
  }

  toDOM() {
    const sign = document.createElement("span");
    sign.title = this.title;
    if (this.first) sign.append(icon(this.kind));
    return sign;
  }
}

export function statements() {
  return [
    deciding,
    idle,
    gutter({
      class: "cm-statements",
      lineMarker(view, line) {
        /** @type {Bar | null} */
        let bar = null;
        for (const ranges of [view.state.field(idle), view.state.field(deciding)]) {
          ranges.between(line.from, line.to, (from, to, { spec }) => {
            // Where a statement only touches the line, it is not shown there.
            if (to === line.from || (from === line.to && line.length > 0)) return;
            bar = new Bar(spec.kind, spec.first, say(view.state, spec.kind));
          });
        }
        return bar;
      },
      lineMarkerChange: ({ startState, state }) =>
        [deciding, idle].some((each) => startState.field(each) !== state.field(each)),
    }),
  ];
}
