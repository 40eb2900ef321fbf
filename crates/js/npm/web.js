// For browsers, workers and bundlers: the functions can be called when `ready()` has come.
import init from "./ramplay.js";

let started;

/** Loads the program, once. It lies beside this file; where a bundler puts it elsewhere, say where. */
export const ready = (source) => (started ??= init(source && { module_or_path: source }).then(() => {}));

export {
  answer, check, dead, decodeLink, diff, encodeLink, evaluate, explainDenial, repair, tighten, whoCan,
} from "./ramplay.js";
