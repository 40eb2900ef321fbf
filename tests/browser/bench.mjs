// How long the page takes from a keystroke to the painted answer: node bench.mjs
//
// A keystroke is timed inside the page, from the `input` event's own time stamp to the first
// frame after the document has changed and come to rest.
import { closeAll, openPage } from "./harness.mjs";

const KEYSTROKES = 60;
const WARM_UP = 10;
/** The document counts as at rest when nothing changed for this long. */
const REST_MS = 150;

/** What is measured: a name, and how to bring the page there. */
const SCENES = [{ name: "typing into the first text field", open: async () => {} }];

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

for (const { name, open } of SCENES) {
  const page = await openPage();
  await open(page);
  const field = page.locator("textarea").first();
  if ((await field.count()) === 0) {
    console.log(`${name}: the page has no text field, nothing to measure`);
    continue;
  }
  await field.focus();
  await field.press("End");
  await page.evaluate(watchInput, REST_MS);
  const times = [];
  for (let i = 0; i < KEYSTROKES + WARM_UP; i += 1) {
    await page.evaluate(() => globalThis.listen());
    await page.keyboard.press(i % 2 === 0 ? "Space" : "Backspace");
    const took = await page.evaluate(() => globalThis.answer);
    if (i >= WARM_UP) times.push(took);
  }
  times.sort((a, b) => a - b);
  const [median, slow, worst] = [0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1));
  console.log(`${name}, from key to picture, ${KEYSTROKES} times:`);
  console.log(`  median ${median} ms, 95 % within ${slow} ms, at most ${worst} ms`);
}
await closeAll();

/** Runs in the page: after `listen`, `answer` tells how long the next keystroke takes to be painted. */
function watchInput(restMs) {
  globalThis.listen = () => {
    globalThis.answer = new Promise((resolve) => {
      addEventListener(
        "input",
        ({ timeStamp }) => {
          let painted = 0;
          let rest;
          const settle = () => {
            observer.disconnect();
            resolve(painted - timeStamp);
          };
          // A frame's callback runs before it is painted; a message from it runs afterwards.
          const afterPaint = () => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              painted = performance.now();
              port1.close();
              clearTimeout(rest);
              rest = setTimeout(settle, restMs);
            };
            requestAnimationFrame(() => port2.postMessage(undefined));
          };
          const observer = new MutationObserver(afterPaint);
          observer.observe(document, {
            subtree: true,
            childList: true,
            characterData: true,
            attributes: true,
          });
          // Even if nothing changes, the character itself has to be painted.
          afterPaint();
        },
        { capture: true, once: true },
      );
    });
  };
}
