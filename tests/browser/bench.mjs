// How long the page takes from a keystroke to the answer, and from its address to the first one:
// node bench.mjs
//
// A key is pressed as a person would, in the editor if the page has one, and timed inside the page from the time of
// its event. It changes what all verdicts rest on:
// - answered: the document shows the answer (its last change);
// - painted: the browser has laid out and painted the frame that shows it.
import { existsSync } from "node:fs";
import { join } from "node:path";

import { DIST, closeAll, closePage, openPage } from "./harness.mjs";
import { allow, becomes, deny, editor } from "./page.mjs";
import { measureSlowStarts } from "./slow.mjs";

const KEYSTROKES = 200;
const WARM_UP = 20;
const STARTS = 10;

const ROW = '[data-row="logs.pull"]';

/** `caret`: a letter behind it takes the decision away, and is taken back. */
const SCENES = [
  { name: "the example", scenario: undefined, ready: "Allow", caret: "log:Get*" },
  { name: "RAM's limits", scenario: atTheLimits(), ready: "Allow", caret: '"Action":"*' },
];

for (const { name, scenario, ready, caret } of SCENES) {
  const page = await openWith(scenario);
  const shown = await page.locator(ROW).getAttribute("data-verdict");
  if (shown !== ready) throw new Error(`${name}: logs.pull is ${shown}, not ${ready}`);
  const rich = existsSync(join(DIST, "editor.js"));
  if (rich) await page.locator("[data-for=policy-0]").waitFor();
  console.log(`${name}: ${await size(page)}, in ${rich ? "the editor" : "a text area"}`);
  await editor(page).evaluate((area, caret) => {
    const at = area.value.lastIndexOf(caret) + caret.length;
    area.focus();
    area.setSelectionRange(at, at);
  }, caret);
  const times = [];
  for (let stroke = 0; stroke < KEYSTROKES + WARM_UP; stroke += 1) {
    await page.evaluate(watchKey, ROW);
    await page.keyboard.press(stroke % 2 === 0 ? "x" : "Backspace");
    times.push(await page.evaluate(() => globalThis.stroke));
  }
  for (const what of ["answered", "painted"]) {
    report(
      `key to ${what}`,
      times.slice(WARM_UP).map((time) => time[what]),
    );
  }
  if (page.complaints.length) throw new Error(page.complaints.join("\n"));
  await closePage(page);
}

for (const { name, scenario } of SCENES) {
  const starts = [];
  for (let start = 0; start < STARTS; start += 1) {
    const page = await openWith(scenario, { prepare: (context) => context.addInitScript(watchStart) });
    starts.push(await page.evaluate(() => globalThis.firstVerdict));
    await closePage(page);
  }
  console.log(`${name}: from address to first verdict, served from this machine, nothing cached`);
  report("started", starts);
}
await measureSlowStarts(report);
await closeAll();

function report(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(
    `  ${what}: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, at most ${at(1)} ms (${sorted.length} times)`,
  );
}

async function openWith(scenario, { prepare = async () => {} } = {}) {
  const page = await openPage({
    prepare: async (context) => {
      if (scenario) {
        await context.addInitScript((text) => {
          if (location.protocol.startsWith("http")) localStorage.setItem("ramplay.scenario", text);
        }, JSON.stringify(scenario));
      }
      await prepare(context);
    },
  });
  await becomes(() => page.locator(".notice").count(), 0, "the scenario is read");
  return page;
}

/** What a scene consists of, in a line. */
async function size(page) {
  const texts = await page
    .locator("textarea[id^=policy-]")
    .evaluateAll((all) => all.map((area) => area.value.length));
  const total = texts.reduce((sum, length) => sum + length, 0);
  return `${texts.length} pasted policies with ${total} characters`;
}

/**
 * Five policies of just under 6,144 characters for a user of a member, and control policies of just
 * under 4,096 characters at three levels: what RAM takes at most. Many statements with conditions, the
 * ones that decide at the end.
 */
function atTheLimits() {
  // Of lengths that only just leave no room for one more statement.
  const filled = (limit, statement, last) => {
    const statements = [];
    const text = () => JSON.stringify({ Version: "1", Statement: [...statements, ...last] });
    while (text().length < limit) statements.push(statement(statements.length));
    statements.pop();
    return text();
  };
  const conditioned = (at) => ({
    ...allow([`log:Get*${at}`, `stream:*${at}`], `acs:log:*:*:project/web-*/logstore/access-${at}*`),
    Condition: {
      IpAddress: { "acs:SourceIp": [`203.0.${at % 256}.0/24`, "2001:db8::/32"] },
      StringLike: { "acs:SourceVpc": [`vpc-${at}*`] },
      Bool: { "acs:SecureTransport": ["true"] },
    },
  });
  // One of them decides, so that the answer changes with it.
  const identity = [[allow("*", "*")], [], [], [], []].map((last) => filled(6_143, conditioned, last));
  const control = filled(
    4_095,
    (at) => deny([`ecs:Delete*${at}`, `stream:Delete*${at}`], `acs:*:*:*:instance/${at}-*`),
    [allow("*", "*")],
  );
  return {
    version: 1,
    logon: "rd.ram_user",
    member: { system: "viewer" },
    policies: [
      ...identity.map((document) => ({ attach: "identity", document })),
      ...["Root", "Production", "member"].map((place) => ({ attach: { control: place }, document: control })),
    ],
    circumstances: { source_ip: "203.0.113.7", source_vpc: "vpc-bp1example", tls: true },
  };
}

/** Runs in the page: times the key that is pressed next, as `stroke`. */
function watchKey(row) {
  const verdict = () => document.querySelector(row).dataset.verdict;
  const nextTask = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    });
  const before = verdict();
  const pressed = new Promise((resolve) => {
    addEventListener("keydown", (event) => resolve(event.timeStamp), { capture: true, once: true });
  });
  let answered = 0;
  // What the editor draws on its own, such as its caret, is no answer.
  const observer = new MutationObserver(() => {
    answered = performance.now();
  });
  observer.observe(document.getElementById("answer"), {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  globalThis.stroke = pressed.then(async (start) => {
    // Yew works in microtasks, and lets the browser in between when it takes long: what counts is the first
    // frame after the last change, which two frames without a change show to have been the last.
    let painted = 0;
    for (let quiet = 0; quiet < 2 || verdict() === before;) {
      const seen = answered;
      // A frame's callback runs before it is painted; a task from it runs afterwards.
      await new Promise(requestAnimationFrame);
      await nextTask();
      if (answered > seen || painted === 0) {
        painted = performance.now();
        quiet = 0;
      } else {
        quiet += 1;
      }
    }
    observer.disconnect();
    return { answered: answered - start, painted: painted - start };
  });
}

/** Runs in the page, before its scripts: notes when the first verdict is there. */
function watchStart() {
  const observer = new MutationObserver(() => {
    if (!document.querySelector("[data-verdict]")) return;
    observer.disconnect();
    globalThis.firstVerdict = performance.now();
  });
  observer.observe(document, { subtree: true, childList: true });
}
