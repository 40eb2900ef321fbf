/**
 * The words of the editor itself, and those that CodeMirror shows, in both languages of the page.
 * @module
 */
import { EditorState } from "@codemirror/state";

const EN = {
  leave: "Tab indents. To leave the editor, press Escape, then Tab.",
  leaves: "Tab now leaves the editor.",
  error: "Error",
  warning: "Warning",
  security: "Security",
  suggestion: "Suggestion",
  source: "Source",
  here: "What is said about this place",
  open: "Show what is said about line $",
  allow: "Allow: this statement decides the answer shown",
  deny: "Deny: this statement decides the answer shown",
  idle: "Decides nothing in the answers shown",
  none: "Nothing is said about this place.",
};

/** @type {typeof EN} */
const ZH = {
  leave: "按 Tab 键缩进。如需离开编辑器，请先按 Esc，再按 Tab。",
  leaves: "现在按 Tab 键将离开编辑器。",
  error: "错误",
  warning: "警告",
  security: "安全",
  suggestion: "建议",
  source: "来源",
  here: "关于此处的说明",
  open: "查看第 $ 行的说明",
  allow: "允许：该语句决定了当前结果",
  deny: "拒绝：该语句决定了当前结果",
  idle: "对当前显示的结果不起作用",
  none: "此处没有说明。",
};

/** What CodeMirror says, by its own phrase; in English, only what is a button or a label. */
const PHRASES_EN = {
  next: "Next",
  previous: "Previous",
  "match case": "Match case",
  "by word": "Whole words",
  regexp: "Regular expression",
  replace: "Replace",
  "replace all": "Replace all",
  Replace: "Replace with",
  close: "Close",
};

const PHRASES_ZH = {
  "Control character": "控制字符",
  "Selection deleted": "已删除所选内容",
  "Folded lines": "已折叠行",
  "Unfolded lines": "已展开行",
  to: "至",
  "folded code": "已折叠的内容",
  unfold: "展开",
  "Fold line": "折叠此行",
  "Unfold line": "展开此行",
  Completions: "补全建议",
  Find: "查找",
  Replace: "替换为",
  next: "下一个",
  previous: "上一个",
  all: "全部选中",
  "match case": "区分大小写",
  "by word": "整词匹配",
  regexp: "正则表达式",
  replace: "替换",
  "replace all": "全部替换",
  close: "关闭",
  "current match": "当前匹配",
  "replaced $ matches": "已替换 $ 处",
  "replaced match on line $": "已替换第 $ 行的匹配",
  "on line": "位于行",
};

/** @typedef {keyof typeof EN} Word */

/**
 * @param {string} lang a language tag
 * @returns {import("@codemirror/state").Extension}
 */
export function phrases(lang) {
  const own = isChinese(lang) ? { ...prefixed(ZH), ...PHRASES_ZH } : { ...prefixed(EN), ...PHRASES_EN };
  return EditorState.phrases.of(own);
}

/**
 * A word of the editor, in the language of a state.
 * @param {EditorState} state
 * @param {Word} word
 * @param {...(string | number)} values
 */
export function say(state, word, ...values) {
  return state.phrase(`ramplay.${word}`, ...values);
}

/** @param {string} lang */
export function isChinese(lang) {
  return lang.toLowerCase().startsWith("zh");
}

/** @param {Record<string, string>} words */
function prefixed(words) {
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [`ramplay.${key}`, word]));
}
