/**
 * Lets the rest of a line that does not fit start under the line's own text, not at the margin.
 * @module
 */
import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, ViewPlugin } from "@codemirror/view";

/** @typedef {import("@codemirror/view").EditorView} EditorView */

/** On a narrow screen, more would leave no room for the text. */
const DEEPEST = 12;

export const hangingLines = ViewPlugin.define(
  (view) => ({
    decorations: hang(view),
    /** @param {import("@codemirror/view").ViewUpdate} update */
    update(update) {
      if (update.docChanged || update.viewportChanged) this.decorations = hang(update.view);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

/** @param {EditorView} view */
function hang({ state, visibleRanges }) {
  /** @type {RangeSetBuilder<Decoration>} */
  const builder = new RangeSetBuilder();
  let last = -1;
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at);
      if (line.from > last) {
        const indent = Math.min(/^ */.exec(line.text)?.[0].length ?? 0, DEEPEST) + 2;
        builder.add(line.from, line.from, Decoration.line({ attributes: { style: `--hang: ${indent}ch` } }));
        last = line.from;
      }
      at = line.to + 1;
    }
  }
  return builder.finish();
}
