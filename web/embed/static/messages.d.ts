/**
 * What an embedding page and the frame tell each other. Everything but the first words goes through a `MessagePort`,
 * which nobody else has; nothing is ever sent to `*`.
 *
 * A message that does not have one of these forms, or is longer than {@link Limits}, is passed over without an answer.
 */

export interface Limits {
  /** Characters of a scenario, of a text that changed, and of a problem's words. */
  text: 262144;
  /** Characters of each of `show`, `theme` and `lang`. */
  option: 1000;
  /** Pixels that a frame can be high. */
  height: 20000;
}

/**
 * The first words: from the frame to `parent`, with one port, to the origin that the address of the frame names as
 * `embedder` and to no other. The page takes them from its own frame and from the origin of `embed.js` only.
 */
export interface Hello {
  type: "ramplay-hello";
  protocol: 1;
}

/** What the frame shows from now on; replaces everything that was given before, and what a reader has changed. */
export interface Show {
  type: "show";
  /** Whether `text` is a link (or what stands behind its `#`) or a scenario as JSON. An empty link is the example. */
  kind: "link" | "json";
  text: string;
  /** The parts, separated by spaces: see `Part`. Empty: all but single verdicts. */
  show: string;
  readonly: boolean;
  /** `light`, `dark`, or empty for what the browser prefers. */
  theme: string;
  /** A language tag; empty for what the browser prefers. */
  lang: string;
  /** Whether the page makes the frame as high as it says. */
  fit: boolean;
}

export type Part = "editor" | "matrix" | "logstore" | `verdict:${string}`;

/** From the page to the frame. */
export type ToFrame = Show;

/** From the frame to the page. */
export type ToPage =
  /** Something is shown; once. */
  | { type: "ready" }
  /** How high the content is, in pixels, whenever that changes. */
  | { type: "height"; height: number }
  /** A reader changed a policy; the whole scenario as JSON. */
  | { type: "change"; json: string }
  /** What was given cannot be shown. `message` is a sentence in English. */
  | { type: "problem"; code: string; message: string };

/** Events of the element; they bubble. */
export interface RamPlaygroundEvents {
  "ramplay-ready": CustomEvent<Record<string, never>>;
  "ramplay-change": CustomEvent<{ json: string }>;
  "ramplay-problem": CustomEvent<{ code: string; message: string }>;
}
