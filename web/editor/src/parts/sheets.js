/**
 * Puts the styles of CodeMirror into constructed style sheets.
 *
 * On its own it writes `<style>` elements, and a content security policy of `style-src 'self'` forbids those. Sheets
 * that a script of the page constructs are allowed.
 * @module
 */
import { StyleModule } from "style-mod";

/** @typedef {Document | ShadowRoot} Root */

/** @type {WeakMap<Root, { sheet: CSSStyleSheet, modules: StyleModule[] }>} */
const mounted = new WeakMap();

/** Has to be called before the first editor is made; more calls do no harm. */
export function useConstructedSheets() {
  if (!("adoptedStyleSheets" in Document.prototype) || StyleModule.mount === mount) return;
  StyleModule.mount = mount;
}

/**
 * The styles of the page come after constructed sheets in no order that it could choose, but these all start with a
 * class of the editor, so that none of them meets the page's elements.
 * @param {Root} root
 * @param {readonly StyleModule[] | StyleModule} wanted from weak to strong
 */
function mount(root, wanted) {
  const list = Array.isArray(wanted) ? wanted : [wanted];
  const there = mounted.get(root) ?? { sheet: new CSSStyleSheet(), modules: [] };
  if (list.every((module) => there.modules.includes(module)) && mounted.has(root)) return;
  if (!mounted.has(root)) {
    mounted.set(root, there);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, there.sheet];
  }
  // What is new goes before the first of its followers that is there, so that every list keeps its order.
  let place = there.modules.length;
  for (const module of list.toReversed()) {
    const known = there.modules.indexOf(module);
    if (known >= 0) place = known;
    else there.modules.splice(place, 0, module);
  }
  there.sheet.replaceSync(there.modules.map((module) => module.getRules()).join("\n"));
}
