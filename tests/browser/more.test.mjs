// The views that are loaded when they are first opened: the tester, the way in, and the guided path.
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible, assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import { addPolicy, assertFitsSideways, becomes, logOn, openTab, policy, allow, deny, reach, row, write } from "./page.mjs";

test.after(closeAll);

test("any question is answered, with the usual resource and keys of its own", async () => {
  const page = await openPage();
  await openTab(page, "ask");
  const asked = () => page.locator(".asked").getAttribute("data-verdict");
  await page.locator("#ask-action").fill("log");
  await becomes(() => page.locator(".ask .withheld").count(), 1);
  await page.locator("#ask-action").fill("log:GetLogStore");
  await becomes(asked, "Allow");
  assert.match(await page.locator("#ask-resource").inputValue(), /project\/web-project\/logstore\/access-log$/);
  await page.locator("#ask-resource").fill("acs:log:*:*:project/other/logstore/access-log");
  await becomes(asked, "ImplicitDeny");
  await page.getByRole("button", { name: "Usual resource" }).click();
  await becomes(asked, "Allow");
  await page.locator("#ask-who").selectOption({ index: 1 });
  await becomes(asked, "ImplicitDeny");
  // An edit of the policies is an edit of the answer; a key of the question counts.
  await page.locator("#ask-who").selectOption({ index: 0 });
  const withKey = { ...allow("ecs:*", "*"), Condition: { StringEquals: { "acs:RequestTag/env": "dev" } } };
  await write(page, policy(withKey));
  await page.locator("#ask-action").fill("ecs:StopInstance");
  await becomes(asked, "ImplicitDeny");
  await page.locator(".ask details summary", { hasText: "Condition keys" }).click();
  await page.locator(".ask").getByRole("button", { name: "Add a key" }).click();
  await page.locator(".ask .pairs input").nth(0).fill("acs:RequestTag/env");
  await page.locator(".ask .pairs input").nth(1).fill("dev");
  await becomes(asked, "Allow");
  // What was asked is there when the view is opened again.
  await openTab(page, "logstore");
  await openTab(page, "ask");
  await becomes(asked, "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("the way in shows gates, layers and the directory", async () => {
  const page = await openPage();
  await logOn(page, "ram_role.other_account");
  await openTab(page, "way");
  await becomes(() => page.locator(".flow > .box").count(), 10);
  assert.match(await page.locator(".flow .start").textContent(), /acs:ram::2000000000000002:user\/alice/);
  assert.match(await page.locator(".flow .role").textContent(), /role\/flink-ops/);
  assert.equal(await page.locator(".tree").count(), 0);
  await logOn(page, "rd.ram_user");
  await addPolicy(page, "as a control policy at Production", policy(deny("stream:*", "*")));
  const levels = () => page.locator(".tree > li").evaluateAll((all) => all.map((one) => one.dataset.mark));
  await becomes(async () => (await levels())[1], "ExplicitDeny");
  assert.match(await page.locator(".flow .stop").textContent(), /stops here/);
  assertQuiet(page);
  await closePage(page);
});

test("the guided path leads from a wish to an allowed answer", async () => {
  const page = await openPage();
  await openTab(page, "guide");
  await page.locator("#guide-what").selectOption("logstore-write");
  const states = () => page.locator(".plan > li").evaluateAll((all) => all.map((one) => one.dataset.state));
  await becomes(async () => (await states()).includes("Missing"), true);
  assert.match(await page.locator(".plan").textContent(), /log:PostLogStoreLogs/);
  await page.locator(".plan .apply").first().click();
  await becomes(async () => (await states()).includes("Missing"), false);
  await openTab(page, "logstore");
  await becomes(() => row(page, "logs.write").getAttribute("data-verdict"), "Allow");
  // What cannot be is refused with a reason and another way.
  await openTab(page, "guide");
  await page.locator("#guide-who").selectOption("account.other");
  await page.locator("#guide-what").selectOption("management-view");
  await page.locator(".refusal").waitFor();
  await page.locator(".refusal button").click();
  await page.locator(".plan").waitFor();
  await page.locator(".apply, .apply-all").last().click();
  await becomes(async () => (await reach(page))[0], "open");
  assertQuiet(page);
  await closePage(page);
});

for (const options of [{}, { locale: "zh-CN", width: 390, height: 844 }]) {
  test(`the views are accessible and fit: ${JSON.stringify(options)}`, async () => {
    const page = await openPage(options);
    await logOn(page, "rd.ram_user");
    const summary = page.locator("a.summary");
    if (await summary.isVisible()) await summary.click();
    await openTab(page, "ask");
    await page.locator("#ask-action").fill("log:PostLogStoreLogs");
    for (const view of ["ask", "way", "guide"]) {
      await openTab(page, view);
      await page.locator(`.${view}`).waitFor();
      if (view === "guide") await page.locator("#guide-what").selectOption("logstore-write");
      await assertAccessible(page);
      await assertFitsSideways(page);
    }
    assertQuiet(page);
    await closePage(page);
  });
}
