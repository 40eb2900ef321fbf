/**
 * How a text is coloured, folded and indented, by its language.
 *
 * The colours come from readers that go line by line. Parsers with a tree would be sixteen kilobytes more on the way to
 * the page, and what needs structure (see `json/context.js` and `sql/context.js`) has to do without one anyway.
 * @module
 */
import {
  HighlightStyle,
  StreamLanguage,
  bracketMatching,
  foldService,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { tags } from "@lezer/highlight";

import { foldByBrackets, foldByIndentation } from "./fold.js";
import { policyReader, sqlReader, yamlReader } from "./readers.js";

/** @typedef {import("@codemirror/state").Extension} Extension */
/** @typedef {"ram" | "sql" | "yaml" | "text"} Language */

/** The theme gives these their colours. */
const STYLE = HighlightStyle.define([
  { tag: [tags.propertyName, tags.keyword], class: "cm-key" },
  { tag: tags.string, class: "cm-string" },
  { tag: [tags.number, tags.atom, tags.typeName, tags.standard(tags.variableName)], class: "cm-atom" },
  { tag: tags.comment, class: "cm-comment" },
  { tag: tags.punctuation, class: "cm-punctuation" },
  { tag: tags.special(tags.variableName), class: "cm-variable" },
  { tag: tags.special(tags.string), class: "cm-credential" },
]);

/** Beside the names that every reader may use. */
const TOKENS = {
  interpolation: tags.special(tags.variableName),
  credential: tags.special(tags.string),
};

/** @type {Record<Language, Extension>} */
const SUPPORT = {
  ram: [StreamLanguage.define({ ...policyReader, tokenTable: TOKENS }), foldService.of(foldByBrackets('"'))],
  sql: [StreamLanguage.define({ ...sqlReader, tokenTable: TOKENS }), foldService.of(foldByBrackets("'"))],
  yaml: [StreamLanguage.define({ ...yamlReader, tokenTable: TOKENS }), foldService.of(foldByIndentation)],
  text: [],
};

/**
 * @param {Language} language
 * @returns {Extension}
 */
export function languageSupport(language) {
  return [SUPPORT[language] ?? [], indentUnit.of("  "), syntaxHighlighting(STYLE), bracketMatching()];
}
