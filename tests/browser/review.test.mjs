// The review: base and present, what a change means, assertions with coverage and drift, comments.
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible, assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import { allow, assertFitsSideways, becomes, openTab, policy, row, rowButton, write } from "./page.mjs";

test.after(closeAll);

const opened = async (options) => {
  const page = await openPage(options);
  const summary = page.locator("a.summary");
  if (await summary.isVisible()) await summary.click();
  await openTab(page, "review");
  await page.locator(".review").waitFor();
  return page;
};

test("a change of policies is told in its ways", async () => {
  const page = await opened();
  assert.match(await page.locator(".review").textContent(), /no base to compare with/);
  await page.locator(".take-base").click();
  await becomes(() => page.locator(".review").textContent().then((text) => /No policy changed/.test(text)), true);
  await write(page, policy(allow("log:PostLogStoreLogs", "*")));
  const rows = (way) => page.locator(`[data-way="${way}"] > .rows > li`).evaluateAll((all) => all.map((one) => one.dataset.row));
  await becomes(async () => (await rows("newly-allowed")).includes("logs.write"), true);
  assert.ok((await rows("no-longer-allowed")).includes("logs.pull"));
  assert.match(await page.locator(".summary-line").textContent(), /newly allowed/);
  // Signs say what colour says.
  assert.match(await page.locator(".review .difference ins").first().textContent(), /^\+ /);
  assert.match(await page.locator(".review .difference del").first().textContent(), /^- /);
  await page.locator(".exactly > summary").click();
  assert.equal(await page.locator("[data-relation]").getAttribute("data-relation"), "incomparable");
  // Base and all come back with the page.
  await page.locator(".drop-base").click();
  await becomes(() => page.locator(".drop-base").count(), 0);
  assertQuiet(page);
  await closePage(page);
});

test("an earlier version is pasted", async () => {
  const page = await opened();
  await page.locator(".paste-base > summary").click();
  await page.locator("#review-paste").fill("nothing of use");
  await page.locator(".use-base").click();
  await becomes(() => page.locator("#review-paste-bad").textContent(), "Nothing in it can be used as a base.");
  await page.locator("#review-paste").fill(policy(allow("log:PostLogStoreLogs", "*")));
  await page.locator(".use-base").click();
  await becomes(() => page.locator('[data-way="newly-allowed"]').count(), 1);
  assert.match(await page.locator(".policy-change").textContent(), /flink-read-logstore changed/);
  assertQuiet(page);
  await closePage(page);
});

test("a verdict becomes an assertion that turns red", async () => {
  const page = await openPage();
  await rowButton(page, "logs.pull").click();
  await page.locator(".expect button").click();
  await becomes(() => page.locator(".expect button").isDisabled(), true);
  await openTab(page, "review");
  const state = () => page.locator(".assertions-list > li").evaluateAll((all) => all.map((one) => one.dataset.state));
  await becomes(state, ["yes"]);
  assert.match(await page.locator(".drift").textContent(), /^1 of 1 held .* the same today/);
  await page.locator(".review button.coverage").click();
  await becomes(async () => (await page.locator('.coverage-list [data-protected="true"]').count()) > 0, true);
  assert.match(await page.locator(".coverage-list").textContent(), /no assertion protects/);
  await write(page, policy(allow("ecs:*", "*")));
  await becomes(state, ["no"]);
  assert.match(await page.locator(".drift").textContent(), /1 differs today · engine and facts are the same/);
  await page.locator(".renew").click();
  await becomes(() => page.locator(".drift").textContent().then((text) => /^0 of 1 held/.test(text)), true);
  const lines = page.locator("#review-lines");
  await lines.fill("logs.pull is denied\nuser alice might read\n");
  await lines.blur();
  await becomes(state, ["yes", "no"]);
  assert.match(await page.locator(".assertions-list").textContent(), /not understood/);
  assertQuiet(page);
  await closePage(page);
});

test("consoles and permissions become assertions too", async () => {
  const page = await openPage();
  const console_ = page.locator("#console-management");
  await console_.locator(".why").click();
  await console_.locator(".expect button").click();
  await openTab(page, "development");
  const held = page.locator("[data-held]").first();
  const id = await held.getAttribute("data-row");
  const is = (await held.getAttribute("data-held")) === "true" ? "held" : "not held";
  await held.locator(".expect button").click();
  await openTab(page, "review");
  await becomes(() => page.locator("#review-lines").inputValue(), `management opens\n${id} is ${is}`);
  await becomes(() => page.locator('.assertions-list > li[data-state="yes"]').count(), 2);
  assertQuiet(page);
  await closePage(page);
});

test("comments stand at their places", async () => {
  const page = await opened();
  const say = async (about, text) => {
    await page.locator("#review-about").selectOption({ label: about });
    await page.locator("#review-comment").fill(text);
    await page.locator(".say").click();
  };
  await page.locator("#review-author").fill("Li");
  await say("flink-read-logstore, statement 2", "is this needed?");
  await say("The scenario as a whole", "<b>looks good</b>");
  await becomes(() => page.locator(".comments > li").count(), 2);
  assert.match(await page.locator(".comments > li").first().textContent(), /on statement 2 of flink-read-logstoreLi: is this needed\?/);
  assert.equal(await page.locator(".comments b").count(), 0);
  await becomes(() => page.locator(".card .chip.comments").count(), 1);
  await page.locator(".comments > li button").first().click();
  await page.locator("#review-comment").fill("it is not needed");
  await page.locator(".say").click();
  await becomes(() => page.locator(".comments > li p").first().textContent(), "Li: it is not needed");
  // They are stored with the scenario.
  await page.waitForTimeout(600);
  await page.reload();
  await openTab(page, "review");
  await becomes(() => page.locator(".comments > li").count(), 2);
  await page.locator(".comments > li").first().locator("button").last().click();
  await becomes(() => page.locator(".comments > li").count(), 1);
  assertQuiet(page);
  await closePage(page);
});

for (const [locale, width, colorScheme] of [
  ["en-US", 1280, "dark"],
  ["zh-CN", 390, "light"],
]) {
  test(`readable in ${locale} at ${width} px`, async () => {
    const page = await openPage({ locale, width, height: 800, colorScheme });
    await write(page, policy(allow("log:Get*", "*")));
    const summary = page.locator("a.summary");
    if (await summary.isVisible()) await summary.click();
    await openTab(page, "review");
    await page.locator(".take-base").click();
    await write(page, policy(allow("log:Put*", "*")));
    await page.locator("[data-way]").first().waitFor();
    await page.locator(".exactly > summary").click();
    await page.locator("#review-lines").fill("logs.pull is allowed\njob can write\n");
    await page.locator("#review-lines").blur();
    await page.locator(".review button.coverage").click();
    await page.locator(".coverage-list > li").first().waitFor();
    await page.locator("#review-comment").fill("评审备注");
    await page.locator(".say").click();
    await page.locator(".comments > li").waitFor();
    await assertFitsSideways(page);
    await assertAccessible(page);
    assertQuiet(page);
    await closePage(page);
  });
}
