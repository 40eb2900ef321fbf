/**
 * The signs beside lines and in cards: shapes that differ without colour.
 * @module
 */

const SVG = "http://www.w3.org/2000/svg";

/** Outlines in a square of 16. */
const PATHS = {
  error:
    "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.2 9.1-1.1 1.1L8 9.1l-2.1 2.1-1.1-1.1L6.9 8 4.8 5.9l1.1-1.1L8 6.9l2.1-2.1 1.1 1.1L9.1 8Z",
  warning: "M8 1.2 15.4 14.6H.6ZM7.2 6v4.4h1.6V6Zm0 5.4v1.6h1.6v-1.6Z",
  security: "M8 .8 14 3v4.6c0 3.6-2.5 6.3-6 7.6-3.5-1.3-6-4-6-7.6V3ZM7.2 4.4v4.2h1.6V4.4Zm0 5.4v1.6h1.6V9.8Z",
  suggestion:
    "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm-.8 4.8v4.4h1.6V7.3Zm0-2.7v1.6h1.6V4.6Z",
  allow: "M6.2 11.9 2.4 8.1l1.2-1.2 2.6 2.6 6.2-6.2 1.2 1.2Z",
  deny: "m4.3 3.1 3.7 3.7 3.7-3.7 1.2 1.2L9.2 8l3.7 3.7-1.2 1.2L8 9.2l-3.7 3.7-1.2-1.2L6.8 8 3.1 4.3Z",
  idle: "M3 7.2h10v1.6H3Z",
};

/** @typedef {keyof typeof PATHS} Icon */

/**
 * @param {Icon} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `cm-icon cm-icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = svg.appendChild(document.createElementNS(SVG, "path"));
  path.setAttribute("d", PATHS[name]);
  path.setAttribute("fill-rule", "evenodd");
  path.setAttribute("fill", "currentColor");
  return svg;
}
