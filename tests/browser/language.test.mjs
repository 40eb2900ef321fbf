// The page in Chinese.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertQuiet, closeAll, closePage, openPage, started } from "./harness.mjs";
import { becomes, explanation, logOn, openTab, rowButton, write } from "./page.mjs";

after(closeAll);

/** What is called the same in Chinese: products, and names that are written in policies and consoles. */
const NAMES = [
  /^(ramplay|English|Project|Logstore|Metricstore|owner|editor|viewer|RamCode)$/,
  /^Logstore ?\d+\/\d+$/,
  // Names of policies, actions and resources.
  /^flink-read-logstore( #\d)?$/,
  /^(Aliyun\w+|AdministratorAccess|PowerUserAccess|ReadOnlyAccess|FullAliyunAccess)$/,
  /^(log|stream|acs|sts):\S+$/,
];

/** Captions in which there are letters and no Chinese. */
async function foreign(page) {
  const selector =
    "h1 *, h2, h3, h4, button, summary, label, legend, th, caption, dt, option, optgroup, abbr, .chip";
  const captions = await page
    .locator(selector)
    .evaluateAll((all) =>
      all
        .filter((element) => element.checkVisibility() || element.nodeName === "OPTION")
        .flatMap((element) => [
          element.textContent,
          ...["title", "aria-label", "label", "placeholder"].map((name) => element.getAttribute(name) ?? ""),
        ]),
    );
  const named = await page
    .locator("[aria-label], [title]")
    .evaluateAll((all) =>
      all.flatMap((element) => [
        element.getAttribute("aria-label") ?? "",
        element.getAttribute("title") ?? "",
      ]),
    );
  return [...new Set([...captions, ...named])]
    .map((caption) => caption.replaceAll(/\s+/g, " ").trim())
    .filter((caption) => /\p{Script=Latin}/u.test(caption) && !/\p{Script=Han}/u.test(caption))
    .filter((caption) => !NAMES.some((name) => name.test(caption)));
}

test("everything is Chinese after the switch, and English again after switching back", async () => {
  const page = await openPage();
  const html = page.locator("html");
  assert.equal(await html.getAttribute("lang"), "en");
  const before = await page.locator("#app").innerText();
  await page.getByRole("button", { name: "中文" }).click();
  await becomes(() => html.getAttribute("lang"), "zh-CN");
  assert.equal(await page.getByRole("button", { name: "中文" }).getAttribute("aria-pressed"), "true");

  const check = async (what) => assert.deepEqual(await foreign(page), [], what);
  await check("start");
  await rowButton(page, "group.flink").click();
  await explanation(page).waitFor();
  await page.locator("#console-management .why").click();
  await check("explanations");
  for (const tab of ["management", "development", "facts"]) {
    await openTab(page, tab);
    await check(tab);
  }
  await becomes(() => page.locator(".facts [role=status]").count(), 0);
  await page.locator(".facts > details > summary").evaluateAll((all) => all.forEach((one) => one.click()));
  await check("facts");
  await openTab(page, "logstore");
  await write(page, '{"Version": "2012-10-17", "Statement": [{"Effect": "allow", "Sid": 1}],}');
  const problems = page.locator("#problems-0 .message");
  assert.ok((await problems.count()) > 3);
  for (const text of await problems.allInnerTexts()) assert.match(text, /\p{Script=Han}/u);
  for (const method of ["ram_role.other_account", "rd.ram_admin_as_role", "cloudsso.ram_role"]) {
    await logOn(page, method);
    await check(method);
  }
  await page.locator("#add-policy > summary").click();
  await check("a menu");

  await page.locator("#reset").click();
  await becomes(() => page.locator("#reset").count(), 0);
  await page.locator(".notice button").last().click();
  await page.locator("#console-management .why").click();
  await page.getByRole("button", { name: "English" }).click();
  await becomes(() => html.getAttribute("lang"), "en");
  for (const text of [await page.locator("h1").innerText(), await page.locator("#logon").innerText()]) {
    assert.doesNotMatch(text, /\p{Script=Han}/u);
  }
  assert.ok(before.includes(await page.locator(".tagline").innerText()));
  assertQuiet(page);
  await closePage(page);
});

test("a Chinese browser gets the page in Chinese at once", async () => {
  const page = await openPage({ locale: "zh-CN" });
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  assert.match(await page.locator("#console-management").innerText(), /管理控制台/);
  // A choice counts more than the browser's language.
  await page.getByRole("button", { name: "English" }).click();
  await becomes(() => page.locator("html").getAttribute("lang"), "en");
  await page.reload();
  await started(page);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assertQuiet(page);
  await closePage(page);
});
