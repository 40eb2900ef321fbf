// Exact questions, asked in the background: what would allow a denied row, who can, and parts that change nothing.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertAccessible, assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import {
  READ_TEMPLATE,
  addPolicy,
  allow,
  assertFitsSideways,
  becomes,
  deny,
  editor,
  eventually,
  fill,
  openTab,
  policy,
  rowButton,
  verdict,
  write,
} from "./page.mjs";

after(closeAll);

const topic = (page, at) => page.locator("#questions-topic").selectOption({ index: at });
const ask = (page) => page.locator(".questions .ask-now").click();
const answers = (page) =>
  page.locator(".questions .answers > li").evaluateAll((all) => Object.fromEntries(all.map((one) => [one.dataset.code, one.dataset.answer])));

/** Opens what would allow a row. */
async function findWays(page, row) {
  await rowButton(page, row).click();
  await page.locator("tr.explanation .find-ways").click();
  await page.locator("tr.explanation .repair").first().waitFor();
}

test("a repair applied from a denied row allows it, and can be taken back", async () => {
  const page = await openPage();
  await becomes(() => verdict(page, "logs.write"), "ImplicitDeny");
  const before = await editor(page).inputValue();
  await findWays(page, "logs.write");
  const first = page.locator("tr.explanation .repair").first();
  assert.equal(await first.getAttribute("data-exact"), "true");
  assert.match(await first.innerText(), /nothing else is newly allowed: proven/);
  await first.locator("button.apply").click();
  await becomes(() => verdict(page, "logs.write"), "Allow");
  await page.locator("tr.explanation .undo-made").click();
  await becomes(() => verdict(page, "logs.write"), "ImplicitDeny");
  assert.equal(await editor(page).inputValue(), before);
  assertQuiet(page);
  await closePage(page);
});

test("a question that is denied is repaired where it was asked", async () => {
  const page = await openPage();
  await openTab(page, "ask");
  await page.locator("#ask-action").fill("ecs:StopInstance");
  const asked = () => page.locator(".asked").getAttribute("data-verdict");
  await becomes(asked, "ImplicitDeny");
  await page.locator(".asked .find-ways").click();
  await page.locator(".asked .repair button.apply").first().click();
  await becomes(asked, "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("what nobody can is proven, and what somebody can has a witness", async () => {
  const page = await openPage();
  await openTab(page, "questions");
  await ask(page);
  await eventually(async () => assert.equal((await answers(page))["delete-logstore"], "no"));
  assert.match(await page.locator('.answers [data-code="delete-logstore"]').innerText(), /no: proven/);
  await addPolicy(page, "to the identity, account scope", policy(allow("log:*", "*"))).catch(async () => {
    await write(page, policy(allow("log:*", "*")));
  });
  await page.locator(".questions .answered .hint", { hasText: "has changed" }).waitFor();
  await ask(page);
  await eventually(async () => assert.equal((await answers(page))["delete-logstore"], "yes"));
  assert.match(await page.locator('.answers [data-code="delete-logstore"]').innerText(), /log:DeleteLogStore on acs:log:/);
  // Any pattern can be asked about.
  await topic(page, 1);
  await page.locator("#questions-actions").fill("ram:*");
  await ask(page);
  await becomes(() => page.locator(".questions .answers > li").getAttribute("data-answer"), "no");
  // All that is allowed.
  await topic(page, 2);
  await ask(page);
  await page.locator(".questions .grant").first().waitFor();
  assert.match(await page.locator(".questions .allowed").first().innerText(), /log:\*/);
  assertQuiet(page);
  await closePage(page);
});

test("the least policy for what is ticked, and a pasted denial with its repairs", async () => {
  const page = await openPage();
  await openTab(page, "questions");
  await topic(page, 3);
  await page.locator('.questions .ticks input[name="logs.write"]').check();
  await ask(page);
  await eventually(async () => assert.match(await page.locator(".questions .answered pre").first().innerText(), /log:PostLogStoreLogs/));
  await topic(page, 4);
  const text =
    "denied by sts or ram, action: log:PostLogStoreLogs, resource: acs:log:cn-hangzhou:1000000000000001:project/web-project/logstore/access-log";
  await page.locator("#questions-denial").fill(text);
  await ask(page);
  await becomes(() => page.locator(".denied").getAttribute("data-explained"), "explained");
  await page.locator(".denied .repair button.apply").first().click();
  await openTab(page, "logstore");
  await becomes(() => verdict(page, "logs.write"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("a dead part is found in the editor and taken out", async () => {
  const page = await openPage();
  // No other statement covers the third alone.
  const twice = policy(
    allow("log:Get*", "acs:log:*:*:project/web-project/*"),
    allow("log:List*", "acs:log:*:*:project/web-project/*"),
    allow(["log:GetCursorOrData", "log:ListShards"], "acs:log:*:*:project/web-project/logstore/access-log"),
  );
  await write(page, twice);
  const finding = page.locator(".findings li", { hasText: "changes-nothing" });
  await finding.first().waitFor();
  assert.match(await finding.first().innerText(), /statement 3 changes no answer/);
  const before = await verdict(page, "logs.pull");
  await finding.first().getByRole("button", { name: "Fix", exact: true }).click();
  await eventually(async () => assert.equal(JSON.parse(await editor(page).inputValue()).Statement.length, 2));
  assert.equal(await verdict(page, "logs.pull"), before);
  await becomes(() => finding.count(), 0);
  // The whole scenario is asked in the view.
  await openTab(page, "questions");
  await topic(page, 5);
  await ask(page);
  await page.locator(".questions .proven", { hasText: "proven" }).waitFor();
  assertQuiet(page);
  await closePage(page);
});

/** A policy over which it takes long to say which parts are dead. */
const long = () =>
  policy(
    ...Array.from({ length: 60 }, (_, at) => ({
      ...(at % 3 ? allow : deny)([`log:*${at}*a*`, `log:*b*${at}`], [`acs:log:*:*:project/*${at}*`, `acs:log:*:*:*${at}x*`]),
      Condition: { StringLike: { [`acs:RequestTag/k${at % 5}`]: [`*${at}*`, `a*${at}`] } },
    })),
  );

test("typing goes on while a long question runs, and it can be stopped", async () => {
  const page = await openPage({ plain: true });
  await write(page, long());
  await openTab(page, "questions");
  await topic(page, 5);
  await ask(page);
  const stop = page.locator(".questions .stop-asking");
  await stop.waitFor();
  await page.locator(".questions progress").waitFor();
  // The page answers at once while the worker works.
  await page.locator("#account").fill("1000000000000009");
  await becomes(() => page.locator("#account").inputValue(), "1000000000000009");
  assert.equal(await stop.count(), 1, "it still runs");
  await stop.click();
  await page.locator(".questions .talk", { hasText: "Stopped" }).waitFor();
  // Another question is answered by a new worker.
  await write(page, READ_TEMPLATE);
  await topic(page, 0);
  await ask(page);
  await eventually(async () => assert.equal((await answers(page))["delete-logstore"], "no"));
  assertQuiet(page);
  await closePage(page);
});

test("without a worker the page says that it stands still, and answers", async () => {
  const prepare = (context) =>
    context.addInitScript(() => {
      globalThis.Worker = class {
        constructor() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        }
      };
    });
  const page = await openPage({ prepare });
  await openTab(page, "questions");
  await ask(page);
  await eventually(async () => assert.equal((await answers(page))["delete-logstore"], "no"));
  assertQuiet(page);
  await closePage(page);
});

test("questions are answered in Chinese", async () => {
  const page = await openPage({ locale: "zh-CN" });
  await openTab(page, "questions");
  await ask(page);
  await eventually(async () =>
    assert.match(await page.locator('.answers [data-code="delete-logstore"]').innerText(), /删除 Logstore.*不可以：已证明/s),
  );
  await page.getByRole("button", { name: "English" }).click();
  await eventually(async () =>
    assert.match(await page.locator('.answers [data-code="delete-logstore"]').innerText(), /delete a Logstore.*no: proven/s),
  );
  assertQuiet(page);
  await closePage(page);
});

for (const options of [{}, { locale: "zh-CN", width: 390, height: 844 }, { width: 390, height: 844 }]) {
  test(`the questions are accessible and fit: ${JSON.stringify(options)}`, async () => {
    const page = await openPage(options);
    const summary = page.locator("a.summary");
    if (await summary.isVisible()) await summary.click();
    await findWays(page, "logs.write");
    await assertAccessible(page);
    await openTab(page, "questions");
    for (const at of [0, 1, 2, 3, 4, 5]) {
      await topic(page, at);
      if (at === 3) await fill(page.locator("#questions-calls"), "log:ListShards acs:log:*:*:project/web-project/*");
      await ask(page);
      await page.locator(".questions .answered").waitFor();
      await assertAccessible(page);
      await assertFitsSideways(page);
    }
    assertQuiet(page);
    await closePage(page);
  });
}
