// For Node: the program is there when this module is.
import { readFileSync } from "node:fs";

import { initSync } from "./ramplay.js";

initSync({ module: readFileSync(new URL("./ramplay_bg.wasm", import.meta.url)) });

/** As in browsers; here there is nothing to wait for. */
export const ready = async () => {};

export {
  answer, check, dead, decodeLink, diff, encodeLink, evaluate, explainDenial, repair, tighten, whoCan,
} from "./ramplay.js";
