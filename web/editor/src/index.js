/**
 * The editor of the page: CodeMirror 6 in the place of a text area.
 *
 * The page loads this module when it has answered, and can do without it: until then, and if somebody prefers it, the
 * text area is the editor. Everything that goes in and out is plain data; places are counted in UTF-16 units, as text
 * areas count them. The editor knows no rule of RAM or Flink: it says where the caret is, and the page says what may
 * stand there.
 *
 * ```js
 * const handle = attach(textarea, {
 *   language: "ram",
 *   complete: async (text, offset, context) =>
 *     context.kind === "action" ? [{ label: "log:GetProject", detail: "Read", info: "Queries a project." }] : [],
 *   onFix: (id) => console.log(id),
 * });
 * handle.setMarks([{ start: 3, end: 9, class: "warning", message: "`Foo` is no element", fixes: [{ id: "1", label: "Remove" }] }]);
 * handle.detach();
 * ```
 *
 * The types are in `types.js`.
 * @module
 */
export { attach } from "./attach.js";
export { calm } from "./calm.js";
export { contextAt, formatText } from "./context.js";
