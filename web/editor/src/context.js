/**
 * Where the caret is and how a text is laid out, by its language.
 * @module
 */
import { policyContext } from "./json/context.js";
import { formatPolicy } from "./json/format.js";
import { sqlContext } from "./sql/context.js";

/** @typedef {import("./parts/language.js").Language} Language */

/**
 * @param {Language} language
 * @param {string} text
 * @param {number} offset the caret, in UTF-16 units
 * @returns {import("./parts/complete.js").Context | null} null where there is nothing to complete
 */
export function contextAt(language, text, offset) {
  if (language === "ram") return policyContext(text, offset);
  return language === "sql" ? sqlContext(text, offset) : null;
}

/**
 * @param {Language} language
 * @param {string} text
 * @returns {string | null} null if there is no layout to be had
 */
export function formatText(language, text) {
  return language === "ram" ? formatPolicy(text) : null;
}
