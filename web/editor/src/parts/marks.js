/**
 * Findings in the text: underlines, signs beside the lines, and cards with what is said and how to mend it.
 * @module
 */
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, WidgetType, gutter } from "@codemirror/view";

import { icon } from "./icons.js";
import { say } from "./words.js";

/** @typedef {import("@codemirror/state").EditorState} EditorState */

/**
 * @typedef {object} Mark a finding at a place
 * @property {number} start first UTF-16 unit
 * @property {number} end one past the last; the same as `start` where something is missing
 * @property {"error" | "security" | "warning" | "suggestion"} class
 * @property {string} message one sentence; what stands between backticks is shown as code
 * @property {string=} word the class's name, if not the editor's own
 * @property {string=} help
 * @property {string=} code
 * @property {string=} source the address of the page that states the rule
 * @property {{ id: string, label: string }[]=} fixes what is offered; `onFix` is told the id
 */

/** From the one that is shown if there is room for one only. */
const CLASSES = /** @type {const} */ (["error", "security", "warning", "suggestion"]);

/** @type {import("@codemirror/state").StateEffectType<Mark[]>} */
export const setMarks = StateEffect.define();

/** A place where something is missing. */
class Point extends WidgetType {
  /** @param {string} name */
  constructor(name) {
    super();
    this.name = name;
  }

  /** @param {Point} other */
  eq(other) {
    return other.name === this.name;
  }

  toDOM() {
    const dot = document.createElement("span");
    dot.className = `cm-point cm-mark-${this.name}`;
    dot.setAttribute("aria-hidden", "true");
    return dot;
  }
}

export const marksField = StateField.define({
  create: () => Decoration.none,
  update(value, transaction) {
    let marks = value.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) marks = decorate(effect.value, transaction.state.doc.length);
    }
    return marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * @param {Mark[]} marks
 * @param {number} length of the text
 */
function decorate(marks, length) {
  const ranges = marks.map((mark) => {
    const from = clamp(mark.start, length);
    const to = Math.max(from, clamp(mark.end, length));
    const spec = { class: `cm-mark cm-mark-${mark.class}`, mark };
    if (from < to) return Decoration.mark(spec).range(from, to);
    return Decoration.widget({ ...spec, widget: new Point(mark.class), side: 1 }).range(from);
  });
  return Decoration.set(ranges, true);
}

/**
 * @param {number} at
 * @param {number} length
 */
export function clamp(at, length) {
  return Math.min(Math.max(0, at | 0), length);
}

/** @typedef {{ from: number, to: number, mark: Mark }} Placed */

/**
 * The marks that touch a range, the gravest first.
 * @param {EditorState} state
 * @param {number} from
 * @param {number} [to]
 * @returns {Placed[]}
 */
export function marksAt(state, from, to = from) {
  /** @type {Placed[]} */
  const found = [];
  state.field(marksField).between(from, to, (start, end, { spec }) => {
    found.push({ from: start, to: end, mark: spec.mark });
  });
  return found.sort((a, b) => CLASSES.indexOf(a.mark.class) - CLASSES.indexOf(b.mark.class) || a.from - b.from);
}

class Sign extends GutterMarker {
  /**
   * @param {Mark["class"]} name
   * @param {string} title
   */
  constructor(name, title) {
    super();
    this.name = name;
    this.title = title;
  }

  /** @param {GutterMarker} other */
  eq(other) {
    return other instanceof Sign && other.name === this.name && other.title === this.title;
  }

  toDOM() {
    const sign = document.createElement("span");
    sign.className = "cm-sign";
    sign.title = this.title;
    sign.append(icon(this.name));
    return sign;
  }
}

/**
 * The signs beside the lines.
 * @param {(view: EditorView, from: number, to: number) => void} open called when one is pressed
 */
export function markGutter(open) {
  return gutter({
    class: "cm-signs",
    lineMarker(view, line) {
      const inLine = marksAt(view.state, line.from, line.to).filter(({ from }) => from >= line.from);
      if (inLine.length === 0) return null;
      return new Sign(inLine[0].mark.class, say(view.state, "open", view.state.doc.lineAt(line.from).number));
    },
    // `RangeSet.eq` takes a set for the same that has only more at its end.
    lineMarkerChange: ({ startState, state }) => startState.field(marksField) !== state.field(marksField),
    initialSpacer: () => new Sign("error", ""),
    domEventHandlers: {
      click(view, line) {
        const [first] = marksAt(view.state, line.from, line.to).filter(({ from }) => from >= line.from);
        if (first) open(view, first.from, first.to);
        return Boolean(first);
      },
    },
  });
}

/**
 * The next mark behind a place, or before it; from the other end if there is none.
 * @param {EditorState} state
 * @param {number} from
 * @param {boolean} forward
 * @returns {Placed | undefined}
 */
export function neighbour(state, from, forward) {
  const all = marksAt(state, 0, state.doc.length).sort((a, b) => a.from - b.from);
  if (forward) return all.find((placed) => placed.from > from) ?? all[0];
  return all.findLast((placed) => placed.from < from) ?? all.at(-1);
}
