/**
 * Stands in for a text area that is hidden behind an editor.
 *
 * Whoever knows the text area keeps using it: reads and sets `value`, selects, focuses, listens to `input`, `change`,
 * `select`, `focus` and `blur`. Only this instance is changed, and `release` makes it as it was.
 * @module
 */

/**
 * @typedef {object} Stand what is behind the text area now
 * @property {() => string} value
 * @property {(text: string) => void} setValue
 * @property {() => { start: number, end: number, direction: "forward" | "backward" | "none" }} selection
 * @property {(start: number, end: number, direction?: string) => void} select
 * @property {() => void} focus
 * @property {() => void} blur
 * @property {() => void} reveal scrolls it into view
 */

const native = /** @type {PropertyDescriptor} */ (
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")
);

/** Up to this length the hidden text area is written at once; it costs nothing anyone could notice. */
const SMALL = 65_536;

/** How long a larger text may be behind. */
const PAUSE_MS = 300;

export class StandIn {
  /**
   * @param {HTMLTextAreaElement} textarea
   * @param {Stand} stand
   */
  constructor(textarea, stand) {
    this.textarea = textarea;
    this.stand = stand;
    this.display = textarea.style.display;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.valueAtFocus = "";
    this.aborter = new AbortController();
    this.#pretend();
    textarea.style.display = "none";
    const { signal } = this.aborter;
    // A click on its label.
    textarea.addEventListener("click", (event) => event.isTrusted && stand.focus(), { signal });
    // Its entries have been read by then.
    textarea.form?.addEventListener("formdata", ({ formData }) => formData.set(textarea.name, stand.value()), {
      signal,
    });
    textarea.form?.addEventListener("submit", () => this.flush(), { signal });
    textarea.form?.addEventListener("reset", () => queueMicrotask(() => stand.setValue(textarea.defaultValue)), {
      signal,
    });
  }

  #pretend() {
    const { stand } = this;
    const part = (/** @type {"start" | "end" | "direction"} */ name) => ({
      configurable: true,
      get: () => stand.selection()[name],
      set(/** @type {any} */ value) {
        const all = { ...stand.selection(), [name]: value };
        stand.select(all.start, Math.max(all.start, all.end), all.direction);
      },
    });
    const method = (/** @type {Function} */ value) => ({ configurable: true, writable: true, value });
    Object.defineProperties(this.textarea, {
      value: { configurable: true, get: stand.value, set: (text) => stand.setValue(lines(text)) },
      textLength: { configurable: true, get: () => stand.value().length },
      selectionStart: part("start"),
      selectionEnd: part("end"),
      selectionDirection: part("direction"),
      setSelectionRange: method(stand.select),
      select: method(() => stand.select(0, stand.value().length)),
      focus: method(stand.focus),
      blur: method(stand.blur),
      scrollIntoView: method(stand.reveal),
      setRangeText: method(
        (/** @type {string} */ text, start = stand.selection().start, end = stand.selection().end) => {
          const value = stand.value();
          stand.setValue(value.slice(0, start) + lines(text) + value.slice(end));
        },
      ),
    });
  }

  /** The text has become another: the hidden text area follows. */
  changed() {
    clearTimeout(this.timer);
    if (this.stand.value().length <= SMALL) this.flush();
    else this.timer = setTimeout(() => this.flush(), PAUSE_MS);
  }

  flush() {
    clearTimeout(this.timer);
    const text = this.stand.value();
    if (native.get?.call(this.textarea) !== text) native.set?.call(this.textarea, text);
  }

  /**
   * Tells listeners what they would have heard of the text area itself.
   * @param {"input" | "select" | "focus" | "blur"} type
   * @param {string} [inputType]
   */
  tell(type, inputType = "") {
    const { textarea } = this;
    if (type === "focus") this.valueAtFocus = this.stand.value();
    if (type === "blur") {
      this.flush();
      if (this.valueAtFocus !== this.stand.value()) textarea.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (type === "input") textarea.dispatchEvent(new InputEvent(type, { bubbles: true, inputType }));
    else if (type === "select") textarea.dispatchEvent(new Event(type, { bubbles: true }));
    else textarea.dispatchEvent(new FocusEvent(type));
  }

  /** Makes the text area what it was, with the text as it is now. */
  release() {
    const { textarea } = this;
    this.flush();
    this.aborter.abort();
    for (const name of Object.getOwnPropertyNames(textarea)) {
      if (PRETENDED.has(name)) delete (/** @type {any} */ (textarea)[name]);
    }
    textarea.style.display = this.display;
    if (!textarea.getAttribute("style")) textarea.removeAttribute("style");
  }
}

const PRETENDED = new Set([
  "value",
  "textLength",
  "selectionStart",
  "selectionEnd",
  "selectionDirection",
  "setSelectionRange",
  "select",
  "focus",
  "blur",
  "scrollIntoView",
  "setRangeText",
]);

/**
 * A text as text areas hold it.
 * @param {unknown} text
 */
export function lines(text) {
  return String(text ?? "").replace(/\r\n?/g, "\n");
}
