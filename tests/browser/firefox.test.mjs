// The main behaviour of each part of the page, in Firefox. What is tried here once is tried in Chromium from all sides.
import assert from "node:assert/strict";
import { after, test as anyTest } from "node:test";

import { copy, removeCopies } from "./copies.mjs";
import { FALLBACK, embedding, needed, serveEmbedder } from "./embedder.mjs";
import {
  assertAccessible,
  attribute,
  chord,
  click,
  closeAll,
  closePage,
  count,
  fill,
  focused,
  go,
  isMissing,
  openPage,
  press,
  says,
  secondTab,
  started,
  text,
  texts,
  value,
  verdict,
} from "./firefox.mjs";
import { assertQuiet, startServer } from "./harness.mjs";
import { READ_TEMPLATE, WRITE_TEMPLATE, allow, assertFitsSideways, becomes, deny, eventually, policy } from "./page.mjs";

const test = (name, run) => anyTest(name, { skip: isMissing }, run);

after(async () => {
  await closeAll();
  await removeCopies();
});

const openTab = (page, name) => click(page, `#tab-${name}`);

// The editor.

test("the first visit shows an answer, which follows what is typed", async () => {
  const page = await openPage();
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  assert.equal(await verdict(page, "logs.write"), "ImplicitDeny");
  await fill(page, "#policy-0", WRITE_TEMPLATE);
  await becomes(() => verdict(page, "logs.write"), "Allow");
  await go(page, "PostLogStoreLogs");
  await page.keyboard.press("Backspace");
  await becomes(() => verdict(page, "logs.write"), "ImplicitDeny");
  await page.keyboard.type("*");
  await becomes(() => verdict(page, "logs.write"), "Allow");
  assert.match(await value(page, "#policy-0"), /"log:PostLogStoreLog\*"/);
  // What changed flashes.
  await page.waitForSelector('tr.changed[data-row="logs.write"]');
  await chord(page, "Control", "z");
  await eventually(async () => assert.doesNotMatch(await value(page, "#policy-0"), /PostLogStoreLog\*/));
  assertQuiet(page);
  await closePage(page);
});

test("the editor underlines a finding, mends it, and lets go of the keyboard", async () => {
  const page = await openPage();
  await fill(page, "#policy-0", policy(allow("log:PostLogStoreLog", "*")));
  await becomes(() => texts(page, "[data-for=policy-0] .cm-mark-warning"), ['"log:PostLogStoreLog"']);
  await (await page.waitForSelector("[data-for=policy-0] .cm-mark-warning")).hover();
  await says(page, ".cm-card", /did you mean/);
  await click(page, ".cm-card button");
  await becomes(() => verdict(page, "logs.write"), "Allow");
  await becomes(() => count(page, "[data-for=policy-0] .cm-mark-warning"), 0);

  const before = await value(page, "#policy-0");
  await go(page, "{");
  await page.keyboard.press("Tab");
  await eventually(async () => assert.notEqual(await value(page, "#policy-0"), before));
  const isInside = () => page.evaluate(() => document.activeElement.classList.contains("cm-content"));
  assert.ok(await isInside());
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.equal(await isInside(), false);
  assertQuiet(page);
  await closePage(page);
});

test("actions are completed, and what decides is marked", async () => {
  const page = await openPage();
  await fill(page, "#policy-0", policy(allow("log:", "*"), allow("ecs:*", "*")));
  await go(page, '"log:');
  await page.keyboard.type("PostLogStoreL");
  await becomes(async () => (await texts(page, ".cm-tooltip-autocomplete .cm-completionLabel"))[0], "log:PostLogStoreLogs");
  // A list that has only just opened takes no key yet.
  await eventually(async () => {
    await page.keyboard.press("Enter");
    assert.match(await value(page, "#policy-0"), /"log:PostLogStoreLogs"/);
  });
  await becomes(() => verdict(page, "logs.write"), "Allow");
  await eventually(async () => assert.match((await texts(page, ".cm-idle")).join(""), /ecs:\*/));
  await page.hover('[data-row="logs.write"]');
  await eventually(async () => assert.match((await texts(page, ".cm-decides")).join(""), /log:PostLogStoreLogs/));
  assertQuiet(page);
  await closePage(page);
});

test("drafts of Flink SQL are checked, and their secrets underlined", async () => {
  const page = await openPage();
  await openTab(page, "jobs");
  await click(page, ".jobs button.guide");
  await page.waitForSelector("[data-for=draft-0]");
  await page.waitForSelector('[data-step="shards"][data-verdict=allow]');
  const draft = await value(page, "#draft-0");
  await fill(page, "#draft-0", draft.replace("${secret_values.slsaks}", "S3cretS3cretS3cretS3cretS3cret"));
  await page.waitForSelector("[data-for=draft-0] .cm-mark-error");
  await fill(page, "#policy-0", policy(allow("log:ListShards", "*")));
  await page.waitForSelector('[data-step="read"][data-verdict=denied]');
  assertQuiet(page);
  await closePage(page);
});

// The answers.

test("the table is filtered and copied; a verdict opens its trail", async () => {
  const page = await openPage();
  const verdicts = () => page.$$eval("#tables tr[data-verdict]", (all) => [...new Set(all.map((row) => row.dataset.verdict))]);
  await press(page, "Denied");
  await becomes(verdicts, ["ImplicitDeny"]);
  await press(page, "All");
  await becomes(async () => (await verdicts()).length > 1, true);
  await click(page, "#filter");
  await page.keyboard.type("PostLogStoreLogs");
  await becomes(() => count(page, "#tables tr[data-row]"), 1);
  await click(page, "#copy-table > summary");
  await click(page, "#copy-table [data-form=markdown]");
  await becomes(() => text(page, "#said"), "Copied.");
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\| Write logs \| ✗ implicitly denied \|/);

  await click(page, '[data-row="logs.write"] .why-not');
  await says(page, "tr.explanation", /nothing in the identity-based policies allows it/);
  await becomes(() => page.$$eval("tr.explanation .stages li", (all) => all.map((one) => one.className)), ["missing ends"]);
  await click(page, "tr.explanation .find-ways");
  await click(page, "tr.explanation .repair button.apply");
  await becomes(() => verdict(page, "logs.write"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("any request is answered", async () => {
  const page = await openPage();
  await openTab(page, "ask");
  await click(page, "#ask-action");
  await page.keyboard.type("log:GetLogStore");
  const asked = () => attribute(page, ".asked", "data-verdict");
  await becomes(asked, "Allow");
  await fill(page, "#policy-0", policy(deny("log:*", "*")));
  await becomes(asked, "ExplicitDeny");
  assertQuiet(page);
  await closePage(page);
});

test("the way in of a role is drawn, and the guided path makes a grant", async () => {
  const page = await openPage();
  await page.select("#logon", "ram_role.other_account");
  await openTab(page, "way");
  await says(page, ".flow .start", /user\/alice/);
  assert.match(await text(page, ".flow .role"), /role\/flink-ops/);
  await page.select("#logon", "rd.ram_user");
  await page.waitForSelector(".tree > li");
  await openTab(page, "guide");
  await page.waitForSelector("#guide-what");
  await page.select("#guide-what", "logstore-write");
  await page.waitForSelector('.plan > li[data-state="Missing"]');
  await click(page, ".plan .apply");
  await becomes(() => count(page, '.plan > li[data-state="Missing"]'), 0);
  await openTab(page, "logstore");
  await becomes(() => verdict(page, "logs.write"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

// Work that is never lost.

const user = (page) => value(page, "#user");

async function openLibrary(page, tab) {
  await click(page, "#scenarios");
  await click(page, `#library-tab-${tab}`);
}

test("a scenario has a name, survives a reload, and comes back when it was deleted", async () => {
  const page = await openPage();
  await fill(page, "#title", "许可 1");
  await fill(page, "#user", "bob");
  await page.reload();
  await started(page);
  await becomes(() => user(page), "bob");
  assert.equal(await value(page, "#title"), "许可 1");
  const names = () => texts(page, ".scenarios > li strong");
  await openLibrary(page, "mine");
  await becomes(names, ["许可 1"]);
  await click(page, ".scenarios .delete");
  await becomes(() => user(page), "alice");
  await click(page, ".undo-delete");
  await becomes(names, ["许可 1"]);
  await click(page, ".scenarios .open");
  await becomes(() => user(page), "bob");
  assertQuiet(page);
  await closePage(page);
});

test("a tab follows what another one stores", async () => {
  const page = await openPage();
  await fill(page, "#user", "bob");
  await becomes(() => page.evaluate(() => JSON.stringify(localStorage).includes("bob")), true);
  const other = await secondTab(page);
  await becomes(() => user(other), "bob");
  await fill(other, "#user", "carol");
  await becomes(() => user(page), "carol");
  assertQuiet(page);
  await closePage(page);
});

test("a policy that is taken away comes back", async () => {
  const page = await openPage();
  const cards = () => count(page, "article.card");
  const before = await cards();
  await click(page, "article.card button.remove");
  await becomes(cards, before - 1);
  await becomes(() => verdict(page, "logs.pull"), "ImplicitDeny");
  await click(page, ".undo button");
  await becomes(cards, before);
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("a file is dropped, a text pasted; both are shown before anything is done", async () => {
  const page = await openPage();
  await page.evaluate((document_) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([document_], "reader.json"));
    document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, policy(allow("log:Get*", "*")));
  await says(page, ".preview", /reader.json: a policy/);
  await page.keyboard.press("Escape");
  await page.waitForSelector(".preview", { hidden: true });
  // From the clipboard, by the keys.
  const pasted = '```json\n{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "Resource": "*",}]}\n```';
  await page.evaluate((text) => navigator.clipboard.writeText(text), pasted);
  await page.evaluate(() => document.activeElement.blur());
  await chord(page, "Control", "v");
  await says(page, ".preview", /a comma before a closing bracket was taken out/);
  await click(page, "#import-open");
  await becomes(() => count(page, "article.card"), 1);
  await becomes(() => verdict(page, "logs.write"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("an example of the gallery is opened with what to notice", async () => {
  const page = await openPage();
  await openLibrary(page, "examples");
  await click(page, '[data-example="guide-sls-write"] .open');
  await becomes(() => value(page, "#title"), "Write to one Logstore");
  await becomes(() => verdict(page, "logs.write"), "Allow");
  assert.match(await text(page, ".lesson"), /nothing can be read back/);
  assertQuiet(page);
  await closePage(page);
});

for (const storage of ["denied", "full"]) {
  test(`when storage is ${storage} the page works, and says so`, async () => {
    const page = await openPage({ storage });
    await fill(page, "#policy-0", WRITE_TEMPLATE);
    await becomes(() => verdict(page, "logs.write"), "Allow");
    await says(page, ".notice", /after a reload your input is gone/);
    assertQuiet(page);
    await closePage(page);
  });
}

test("a link that was made here opens with the same answer elsewhere", async () => {
  const page = await openPage();
  await fill(page, "#policy-0", WRITE_TEMPLATE);
  await fill(page, "#user", "bob");
  await becomes(() => verdict(page, "logs.write"), "Allow");
  await click(page, "#share");
  const link = await text(page, ".plain-link .copyable pre");
  assert.ok(link.startsWith(`${page.site}#1`), link);
  assertQuiet(page);
  await closePage(page);
  const other = await openPage({ path: link.slice(link.indexOf("#")) });
  await becomes(() => user(other), "bob");
  assert.equal(await verdict(other, "logs.write"), "Allow");
  assert.equal(await verdict(other, "logs.pull"), "ImplicitDeny");
  assert.match(await text(other, ".notice.visit"), /what a link holds/);
  assertQuiet(other);
  await closePage(other);
});

// For everyone.

const ground = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test("language and theme are chosen and stay; axe finds nothing in any of them", async () => {
  const page = await openPage();
  await click(page, '[data-row="logs.write"] .why-not');
  await page.waitForSelector("tr.explanation");
  const light = await ground(page);
  await assertAccessible(page, "English, light");
  await page.select("#theme", "dark");
  await becomes(async () => (await ground(page)) !== light, true);
  await assertAccessible(page, "English, dark");
  await press(page, "中文");
  await becomes(() => attribute(page, "html", "lang"), "zh-CN");
  await page.reload();
  await started(page);
  assert.equal(await attribute(page, "html", "lang"), "zh-CN");
  assert.notEqual(await ground(page), light);
  assert.match(await text(page, "#console-management"), /管理控制台/);
  await assertAccessible(page, "Chinese, dark");
  await page.select("#theme", "light");
  await becomes(() => ground(page), light);
  await assertAccessible(page, "Chinese, light");
  assertQuiet(page);
  await closePage(page);
});

test("the page can be used with the keyboard alone", async () => {
  const page = await openPage();
  await page.keyboard.press("?");
  await says(page, "dialog.sheet[open]", /Show only what is denied/);
  await page.keyboard.press("Escape");
  await becomes(() => count(page, "dialog.sheet[open]"), 0);
  await page.keyboard.press("2");
  await becomes(() => attribute(page, "#tab-management", "aria-selected"), "true");
  await page.keyboard.press("/");
  await becomes(() => focused(page), "filter");
  await page.focus("#tab-management");
  await page.keyboard.press("ArrowRight");
  await becomes(() => focused(page), "tab-development");
  await page.focus("#scenarios");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".shelf");
  assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest("dialog"))));
  await page.keyboard.press("Escape");
  await becomes(() => focused(page), "scenarios");
  assertQuiet(page);
  await closePage(page);
});

test("nothing is wider than the window, from a phone to a wall", async () => {
  const page = await openPage({ width: 390, height: 844 });
  for (const width of [390, 2560]) {
    await page.setViewport({ width, height: 844 });
    await becomes(() => page.evaluate(() => innerWidth), width);
    await assertFitsSideways(page);
    for (const [tab, view] of Object.entries({
      management: '[data-row="describe-instances"]',
      jobs: ".jobs .guide",
      ask: ".ask",
      way: ".way .flow",
      guide: ".guide",
      facts: ".facts details",
    })) {
      await openTab(page, tab);
      await page.waitForSelector(`#tables ${view}`);
      await assertFitsSideways(page);
    }
  }
  await page.setViewport({ width: 390, height: 844 });
  await press(page, "中文");
  await becomes(() => attribute(page, "html", "lang"), "zh-CN");
  await assertFitsSideways(page);
  assertQuiet(page);
  await closePage(page);
});

test("when the program cannot come, the page says so and what to do", async () => {
  const opening = async (page) => {
    await page.setRequestInterception(true);
    page.on("request", (request) => (/ramplay-web.*\.wasm$/.test(request.url()) ? request.abort() : request.continue()));
  };
  const page = await openPage({ opening, ready: false });
  await says(page, "#loading", /could not|cannot/i);
  await closePage(page);
});

test("after a visit the page works without a network", async () => {
  const site = await copy();
  const page = await openPage({ site: site.address, workers: "ok" });
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await site.close();
  await page.reload();
  await started(page);
  assert.equal(await verdict(page, "logs.pull"), "Allow");
  await openTab(page, "ask");
  await page.waitForSelector("#ask-action");
  assertQuiet(page);
  await closePage(page);
});

// In other people's pages.

test("a frame in another site's page shows an answer, and the page hears what is edited there", async () => {
  const site = (await startServer()).address;
  const pages = { "/page": { body: embedding(site, `<ram-playground>${FALLBACK}</ram-playground>`), policy: needed(site) } };
  const around = await serveEmbedder(pages);
  const page = await openPage({ site: around.address, others: [site], path: "page", ready: false });
  await page.evaluate(() => addEventListener("ramplay-change", ({ detail }) => (window.changed = detail.json)));
  const inside = await (await page.waitForSelector("ram-playground >>> iframe")).contentFrame();
  await inside.waitForSelector('[data-row="logs.pull"][data-verdict=Allow]');
  // It is as high as what it shows.
  const heights = async () => [
    await page.$eval("ram-playground >>> iframe", (each) => each.clientHeight),
    await inside.$eval("body", (each) => Math.ceil(each.getBoundingClientRect().height)),
  ];
  await eventually(async () => {
    const [outside, within] = await heights();
    assert.equal(outside, within);
    assert.ok(outside > 200);
  });
  await fill(inside, "textarea", READ_TEMPLATE.replaceAll('"Allow"', '"Deny"'));
  await inside.waitForSelector('[data-row="logs.pull"][data-verdict=ExplicitDeny]');
  await eventually(async () => assert.match(await page.evaluate(() => window.changed ?? ""), /Deny/));
  assertQuiet(page);
  await closePage(page);
  await around.close();
});
