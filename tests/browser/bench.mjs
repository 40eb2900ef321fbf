// How long the page takes from a keystroke to the answer, and from its address to the first one:
// node bench.mjs
//
// A keystroke is timed inside the page, from the moment before the `input` event is dispatched:
// - answered: the document shows the answer (its last change);
// - painted: the browser has laid out and painted the frame that shows it.
// The storing of the scenario is part of it.
import { closeAll, closePage, openPage } from "./harness.mjs";
import { allow, becomes, deny, editor, focus, policy } from "./page.mjs";

const KEYSTROKES = 200;
const WARM_UP = 20;
const STARTS = 10;

const SCENES = [
  { name: "the example", scenario: undefined, ready: "Allow" },
  { name: "RAM's limits", scenario: atTheLimits(), ready: "Allow" },
];

for (const { name, scenario, ready } of SCENES) {
  const page = await openWith(scenario);
  const shown = await page.locator('[data-row="logs.pull"]').getAttribute("data-verdict");
  if (shown !== ready) throw new Error(`${name}: logs.pull is ${shown}, not ${ready}`);
  console.log(`${name}: ${await size(page)}`);
  await focus(editor(page));
  const times = await page.evaluate(measureKeystrokes, KEYSTROKES + WARM_UP);
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
  const identity = filled(6_143, conditioned, [allow("*", "*")]);
  const control = filled(
    4_095,
    (at) => deny([`ecs:Delete*${at}`, `stream:Delete*${at}`], `acs:*:*:*:instance/${at}-*`),
    [allow("*", "*")],
  );
  const at = (attach) => ({ attach, document: attach.control ? control : identity });
  return {
    version: 1,
    logon: "rd.ram_user",
    member: { system: "viewer" },
    policies: [
      ...Array(5).fill("identity"),
      ...["Root", "Production", "member"].map((control) => ({ control })),
    ].map(at),
    circumstances: { source_ip: "203.0.113.7", source_vpc: "vpc-bp1example", tls: true },
  };
}

/** Runs in the page: types a blank and takes it back, again and again, and times each. */
async function measureKeystrokes(count) {
  const area = document.activeElement;
  const text = area.value;
  const nextTask = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    });
  const times = [];
  for (let stroke = 0; stroke < count; stroke += 1) {
    // From a quiet frame on.
    await new Promise(requestAnimationFrame);
    await nextTask();
    let answered = 0;
    const observer = new MutationObserver(() => {
      answered = performance.now();
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    area.value = stroke % 2 === 0 ? `${text} ` : text;
    const start = performance.now();
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    // Yew works in microtasks, and lets the browser in between when it takes long: what counts is the first
    // frame after the last change, which two frames without a change show to have been the last.
    let painted = 0;
    for (let quiet = 0; quiet < 2;) {
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
    times.push({ answered: answered - start, painted: painted - start });
  }
  return times;
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
