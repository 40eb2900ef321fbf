// The worker that answers exact questions about policies. It is told `{number, text}`, the text being a message of
// ramplay-questions, and tells `{number, done, of}` while it works, then `{number, answer}` or `{number, failed}`.
// Whoever does not want to wait terminates it.
import init, { answer } from "./ramplay-asker.js";

// Told at most so often how far it is.
const TELL_MS = 60;

const ready = init({ module_or_path: new URL("./ramplay-asker_bg.wasm", import.meta.url) });

addEventListener("message", async ({ data: { number, text } }) => {
  try {
    await ready;
    let last = 0;
    const watch = (done, of) => {
      const now = performance.now();
      if (now - last < TELL_MS) return;
      last = now;
      postMessage({ number, done, of });
    };
    postMessage({ number, answer: answer(text, watch) });
  } catch (error) {
    postMessage({ number, failed: String(error) });
  }
});
