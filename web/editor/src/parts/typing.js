/**
 * Takes what is typed before the browser writes it into its own document.
 *
 * Otherwise the browser writes it, lays the line out, the editor reads what has changed, and draws the line again: in a
 * line of some thousand characters that is most of the time between a key and its answer.
 * @module
 */
import { EditorView } from "@codemirror/view";

/** Where keyboards on the screen compose and correct, and want to do it in the document. */
const COMPOSES = /android|iphone|ipad|ipod/i;

export const typing = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing, cancelable } = event;
    if (inputType !== "insertText" || !data || isComposing || !cancelable) return false;
    if (view.compositionStarted || view.state.readOnly || isOnScreen()) return false;
    const { ranges, main } = view.state.selection;
    if (ranges.length > 1 || !isKnown(view, main)) return false;
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handler) => handler(view, main.from, main.to, data, insert))) view.dispatch(insert());
    return true;
  },
});

const isOnScreen = () => COMPOSES.test(navigator.userAgent) || navigator.maxTouchPoints > 1;

/**
 * Whether the browser's selection is the editor's, which may not have heard of it yet.
 * @param {EditorView} view
 * @param {{ anchor: number, head: number }} selection
 */
function isKnown(view, { anchor, head }) {
  const { contentDOM } = view;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = contentDOM.ownerDocument.getSelection() ?? {};
  if (!anchorNode || !focusNode || anchorOffset === undefined || focusOffset === undefined) return false;
  if (!contentDOM.contains(anchorNode) || !contentDOM.contains(focusNode)) return false;
  return view.posAtDOM(anchorNode, anchorOffset) === anchor && view.posAtDOM(focusNode, focusOffset) === head;
}
