// How long a visit takes on a slow network with a slow machine, and what is transferred until then.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { DIST, PATH, closePage, openPage, started } from "./harness.mjs";
import { serve } from "./server.mjs";

const VISITS = 5;
/** "Slow 4G" of Chromium's tools: 1.6 Mbit/s and 150 ms, as they make that of it. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const CPU_RATE = 4;

/**
 * Visits the site, compressed, for the first time and again; `report` prints a list of times under a name.
 * - first answer: one can be read, be it that of the example that comes with the page;
 * - interactive: the program has answered.
 */
export async function measureSlowStarts(report) {
  const { address, close } = await serve(DIST, PATH, { compress: /./ });
  const kept = /<meta name="service-worker" content=".+"/.test(readFileSync(join(DIST, "index.html"), "utf8"));
  const first = [];
  const again = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    let slow;
    const page = await openPage({
      site: address,
      prepare: (context) => context.addInitScript(watchAnswers),
      opening: async (page) => {
        slow = await throttle(page);
      },
    });
    first.push(await slow.result());
    await closePage(page);
    if (kept) again.push(await visitAgain(address));
  }
  await close();
  const network = `Slow 4G, processor ${CPU_RATE} times slower, brotli`;
  print(`a first visit (${network})`, first, report);
  if (kept) print(`a visit with the page kept by its service worker (${network})`, again, report);
  else console.log("no visit with a service worker: this build has none");
}

async function visitAgain(address) {
  const page = await openPage({
    site: address,
    workers: "ok",
    prepare: (context) => context.addInitScript(watchAnswers),
  });
  await page.evaluate(async () => {
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  const next = await page.context().newPage();
  const slow = await throttle(next);
  await next.goto(address);
  await started(next);
  const result = await slow.result();
  await closePage(page);
  return result;
}

/** Slows a page down, and counts what it receives. */
async function throttle(page) {
  const session = await page.context().newCDPSession(page);
  const received = [];
  let clock;
  session.on("Network.requestWillBeSent", ({ timestamp, wallTime }) => {
    // The clock of these events is another than that of the page.
    clock ??= wallTime - timestamp;
  });
  const count = (bytes, timestamp) => received.push({ bytes, at: timestamp });
  session.on("Network.dataReceived", ({ encodedDataLength, timestamp }) => count(encodedDataLength, timestamp));
  session.on("Network.responseReceived", ({ response, timestamp }) => {
    if (!response.fromServiceWorker) count(response.encodedDataLength, timestamp);
  });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_RATE });
  const bytesUntil = (time) =>
    received.filter(({ at }) => (at + clock) * 1000 <= time).reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    async result() {
      const { origin, answer, interactive } = await page.evaluate(() => globalThis.answers);
      return { answer, interactive, answerBytes: bytesUntil(origin + answer), bytes: bytesUntil(origin + interactive) };
    },
  };
}

function print(title, visits, report) {
  console.log(title);
  const bytes = (of) => {
    const sorted = visits.map((visit) => visit[of]).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)].toLocaleString("en");
  };
  report(`first answer, after ${bytes("answerBytes")} bytes`, visits.map(({ answer }) => answer));
  report(`interactive, after ${bytes("bytes")} bytes`, visits.map(({ interactive }) => interactive));
}

/** Runs in the page, before its scripts: notes when an answer can be read, and when it is the program's. */
function watchAnswers() {
  const times = { origin: performance.timeOrigin };
  globalThis.answers = new Promise((resolve) => {
    const look = () => {
      const lang = document.documentElement?.lang;
      const row = document.querySelector(`.first[lang="${lang}"] .verdicts tbody tr, [data-verdict]`);
      const seen = row?.checkVisibility({ visibilityProperty: true });
      const runs = seen && row.matches("[data-verdict]");
      requestAnimationFrame(look);
      if (!seen || times.interactive) return;
      // A frame's callback runs before it is painted; a task from it runs afterwards.
      setTimeout(() => {
        times.answer ??= performance.now();
        if (!runs) return;
        times.interactive ??= performance.now();
        resolve(times);
      });
    };
    look();
  });
}
