/**
 * What goes into the editor and comes out of it: plain data and plain functions, with places in UTF-16 units.
 * @module
 */

/** @typedef {import("./parts/language.js").Language} Language */
/** @typedef {import("./parts/marks.js").Mark} Mark */
/** @typedef {import("./parts/complete.js").Item} Item */
/** @typedef {import("./parts/complete.js").Context} Context */
/** @typedef {import("./parts/cards.js").Documentation} Documentation */
/** @typedef {import("./parts/statements.js").Deciding} Deciding */
/** @typedef {import("./parts/statements.js").Idle} Idle */
/** @typedef {"light" | "dark" | "system"} Theme */

/**
 * @typedef {object} Options
 * @property {Language=} language `ram` if not given
 * @property {string=} lang the language of the editor's own words, such as `en` or `zh-CN`
 * @property {Theme=} theme
 * @property {boolean=} readOnly as the text area is, if not given
 * @property {((text: string, offset: number, context: Context) => Promise<Item[]> | Item[])=} complete
 *   what may stand at a place, which the context describes
 * @property {((text: string, offset: number, context: Context | null) => Promise<Documentation | null> | Documentation | null)=} hover
 *   what is known of the word at a place
 * @property {((offset: number | null) => void)=} onCaret told where the caret is; null when the focus has left
 * @property {((id: string) => void)=} onFix told which fix was chosen
 */

/**
 * @typedef {object} Handle
 * @property {HTMLElement} dom what stands in the text area's place
 * @property {() => void} detach brings the text area back, with text, selection and focus
 * @property {(marks: Mark[], text?: string) => boolean} setMarks shows findings instead of those shown before. With the
 *   text that they were made for, they are refused if the text is another by now, and the answer is false
 * @property {(statements: Deciding[], text?: string) => boolean} setDeciding the same for statements that decided
 * @property {(statements: Idle[], text?: string) => boolean} setCoverage the same for statements that decide nothing
 * @property {(start: number, end: number) => void} select selects, scrolls there and takes the focus
 * @property {() => void} focus
 * @property {(readOnly: boolean) => void} setReadOnly
 * @property {(theme: Theme) => void} setTheme
 * @property {(lang: string) => void} setPhrases sets the language of the editor's own words
 * @property {(language: Language) => void} setLanguage
 * @property {() => boolean} format lays the text out; false if there is no layout to be had, and nothing was changed
 */

export {};
