/**
 * Makes elements of plain data. Data is only ever text here, never markup.
 * @module
 */

/**
 * @param {string} name
 * @param {string} [classes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElement}
 */
export function element(name, classes = "", ...children) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  for (const child of children) if (child) made.append(child);
  return made;
}

/**
 * A sentence in which what stands between backticks is shown as code.
 * @param {string} name
 * @param {string} classes
 * @param {string} text
 */
export function prose(name, classes, text) {
  const pieces = text.split("`").map((piece, index) => (index % 2 === 1 ? element("code", "", piece) : piece));
  return element(name, classes, ...pieces);
}

/**
 * A link to where something is stated; null if it is no web address.
 * @param {string | undefined} address
 * @param {string} text
 */
export function link(address, text) {
  if (!address || !/^https?:\/\//i.test(address)) return null;
  const made = /** @type {HTMLAnchorElement} */ (element("a", "", text));
  made.href = address;
  made.target = "_blank";
  made.rel = "noopener noreferrer";
  return made;
}
