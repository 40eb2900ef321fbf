/**
 * What the keyboard does, and how it leaves.
 * @module
 */
import { closeBracketsKeymap } from "@codemirror/autocomplete";
import {
  deleteLine,
  historyKeymap,
  indentLess,
  indentMore,
  indentSelection,
  moveLineDown,
  moveLineUp,
  standardKeymap,
  toggleComment,
} from "@codemirror/commands";
import { foldAll, foldCode, unfoldAll, unfoldCode } from "@codemirror/language";
import { closeSearchPanel, findNext, findPrevious, openSearchPanel } from "@codemirror/search";
import { EditorView, keymap } from "@codemirror/view";

import { say } from "./words.js";

/** @typedef {import("@codemirror/view").Command} Command */

/**
 * @typedef {object} KeyHost
 * @property {Command} format
 * @property {Command} openCard
 * @property {Command} nextMark
 * @property {Command} previousMark
 */

/**
 * @param {KeyHost} host
 * @returns {import("@codemirror/state").Extension}
 */
export function keys({ format, openCard, nextMark, previousMark }) {
  const everywhere = { scope: "editor search-panel", preventDefault: true };
  return [
    leaving(),
    keymap.of([
      { key: "Tab", run: indent, shift: indentLess },
      { key: "Shift-Alt-f", run: format },
      { key: "F8", run: nextMark, shift: previousMark },
      { key: "Alt-Enter", run: openCard },
      { key: "Mod-.", run: openCard, preventDefault: true },
      { key: "Mod-f", run: openSearchPanel, ...everywhere },
      { key: "F3", run: findNext, shift: findPrevious, ...everywhere },
      { key: "Mod-g", run: findNext, shift: findPrevious, ...everywhere },
      { key: "Escape", run: closeSearchPanel, scope: "editor search-panel" },
      { key: "Ctrl-Shift-[", mac: "Cmd-Alt-[", run: foldCode },
      { key: "Ctrl-Shift-]", mac: "Cmd-Alt-]", run: unfoldCode },
      { key: "Ctrl-Alt-[", run: foldAll },
      { key: "Ctrl-Alt-]", run: unfoldAll },
      { key: "Alt-ArrowUp", run: moveLineUp },
      { key: "Alt-ArrowDown", run: moveLineDown },
      { key: "Shift-Mod-k", run: deleteLine },
      { key: "Mod-/", run: toggleComment },
      { key: "Mod-[", run: indentLess, preventDefault: true },
      { key: "Mod-]", run: indentMore, preventDefault: true },
      { key: "Mod-Alt-\\", run: indentSelection },
      ...closeBracketsKeymap,
      ...historyKeymap,
      ...standardKeymap,
    ]),
  ];
}

/** @type {Command} */
function indent(view) {
  const { state, dispatch } = view;
  if (state.readOnly) return false;
  return state.selection.ranges.some(({ empty }) => !empty) ? indentMore(view) : insertIndent({ state, dispatch });
}

/** @type {import("@codemirror/state").StateCommand} */
function insertIndent({ state, dispatch }) {
  const { head } = state.selection.main;
  const column = head - state.doc.lineAt(head).from;
  const spaces = " ".repeat(2 - (column % 2));
  dispatch(state.update(state.replaceSelection(spaces), { scrollIntoView: true, userEvent: "input" }));
  return true;
}

/**
 * Escape lets the next Tab leave the editor, forwards or backwards, without a time to do it in.
 */
function leaving() {
  return EditorView.domEventHandlers({
    keydown(event, view) {
      if (event.key === "Escape") {
        view.setTabFocusMode(true);
        // Behind what else Escape may do, which may dispatch as well.
        queueMicrotask(() => view.dispatch({ effects: EditorView.announce.of(say(view.state, "leaves")) }));
      } else if (!["Tab", "Shift", "Control", "Alt", "Meta"].includes(event.key)) {
        view.setTabFocusMode(false);
      }
      return false;
    },
    blur(_event, view) {
      view.setTabFocusMode(false);
    },
    mousedown(_event, view) {
      view.setTabFocusMode(false);
    },
  });
}
