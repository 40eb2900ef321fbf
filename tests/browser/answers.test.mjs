// Tables: filtered, sorted, copied; what an edit changed; the trail as a picture.
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible, assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import { WRITE_TEMPLATE, becomes, explanation, openTab, row, rowButton, verdicts, write } from "./page.mjs";

test.after(closeAll);

const rows = (page) => page.locator("#tables tr[data-row]").count();

test("only denied rows, rows with a word, and rows by verdict", async () => {
  const page = await openPage();
  const all = await rows(page);
  await page.getByRole("button", { name: "Denied", exact: true }).click();
  await becomes(async () => new Set(Object.values(await verdicts(page))), new Set(["ImplicitDeny"]));
  assert.ok((await rows(page)) < all);
  await page.locator("#filter").fill("consumer group");
  await becomes(() => page.locator(".table-tools [role=status]").textContent(), "5 of 24 rows");
  assert.equal(await rows(page), 5);
  // The filter stays from table to table.
  await openTab(page, "management");
  await becomes(() => page.locator("p.none").count(), 1);
  await page.locator("#filter").fill("");
  await becomes(() => page.locator("#tables tr[data-verdict=Allow]").count(), 0);
  await openTab(page, "logstore");
  await page.getByRole("button", { name: "All", exact: true }).click();
  await becomes(() => rows(page), all);
  await page.locator("#by-verdict").click();
  await becomes(() => page.locator("#tables tr.group").allTextContents(), ["implicitly denied", "allowed"]);
  assertQuiet(page);
  await closePage(page);
});

test("a table is copied as Markdown and CSV, the whole answer as a report", async () => {
  const page = await openPage({ clipboard: true });
  const copied = async (form) => {
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.locator("#copy-table > summary").click();
    await page.locator(`#copy-table [data-form=${form}]`).click();
    await becomes(() => page.locator("#said").textContent(), "Copied.");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    await page.evaluate(() => (document.getElementById("said").textContent = ""));
    return text;
  };
  await page.locator("#filter").fill("PostLogStoreLogs");
  const markdown = await copied("markdown");
  assert.match(markdown, /^\| On the Logstore \| Verdict \| Missing, or decided by \|\n/);
  assert.match(markdown, /\| Write logs \| ✗ implicitly denied \| missing log:PostLogStoreLogs \|/);
  const csv = await copied("csv");
  assert.equal(csv.trim().split("\n").length, 2);
  const report = await copied("report");
  assert.match(report, /^# Access to Realtime Compute/);
  assert.match(report, /Create a Logstore/, "a report has all rows");
  assertQuiet(page);
  await closePage(page);
});

test("what an edit changed is shown", async () => {
  const page = await openPage();
  assert.equal(await page.locator("tr.changed").count(), 0);
  await write(page, WRITE_TEMPLATE);
  await becomes(() => row(page, "logs.write").evaluate((row) => row.classList.contains("changed")), true);
  await becomes(() => row(page, "group.delete").evaluate((row) => row.classList.contains("changed")), false);
  assertQuiet(page);
  await closePage(page);
});

test("why not: a denied row says where the layers stopped", async () => {
  const page = await openPage();
  await row(page, "logs.write").getByText("Why not?").click();
  await explanation(page).waitFor();
  const stages = explanation(page).locator(".stages li");
  await becomes(() => stages.evaluateAll((all) => all.map((one) => one.className)), ["missing ends"]);
  assert.match(await stages.last().textContent(), /identity-based policies.*stopped here/);
  assert.equal(await row(page, "logs.pull").getByText("Why not?").count(), 0);
  await rowButton(page, "logs.write").click();
  await becomes(() => explanation(page).count(), 0);
  assertQuiet(page);
  await closePage(page);
});

test("tabs are one stop, and arrows go from one to the next", async () => {
  const page = await openPage();
  await page.locator("#tab-logstore").focus();
  await page.keyboard.press("ArrowRight");
  await becomes(() => page.evaluate(() => document.activeElement.id), "tab-management");
  assert.equal(await page.locator("#tab-management").getAttribute("aria-selected"), "true");
  await page.keyboard.press("End");
  await becomes(() => page.evaluate(() => document.activeElement.id), "tab-facts");
  await page.keyboard.press("ArrowRight");
  await becomes(() => page.evaluate(() => document.activeElement.id), "tab-logstore");
  assert.equal(await page.locator("[role=tab][tabindex='0']").count(), 1);
  assertQuiet(page);
  await closePage(page);
});

test("single keys work outside of texts, are listed, and can be switched off", async () => {
  const page = await openPage();
  await page.locator("body").press("?");
  await becomes(() => page.locator("dialog.sheet").evaluate((sheet) => sheet.open), true);
  assert.match(await page.locator("dialog.sheet").textContent(), /Show only what is denied/);
  await assertAccessible(page);
  await page.keyboard.press("Escape");
  await becomes(() => page.locator("dialog.sheet").evaluate((sheet) => sheet.open), false);
  await page.locator("#keys").focus();
  await page.keyboard.press("2");
  await becomes(() => page.locator("#tab-management").getAttribute("aria-selected"), "true");
  await page.keyboard.press("/");
  await becomes(() => page.evaluate(() => document.activeElement.id), "filter");
  await page.keyboard.type("d1?");
  assert.equal(await page.locator("#filter").inputValue(), "d1?", "a text takes all keys");
  await page.locator("#keys").click();
  await page.locator("dialog.sheet input[type=checkbox]").uncheck();
  await page.locator("dialog.sheet > button").click();
  await page.locator("#keys").focus();
  await page.keyboard.press("3");
  assert.equal(await page.locator("#tab-management").getAttribute("aria-selected"), "true");
  assertQuiet(page);
  await closePage(page);
});

test("a theme that is chosen comes before the system's, and stays", async () => {
  const page = await openPage({ colorScheme: "light" });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.locator("#theme").selectOption("dark");
  await becomes(async () => (await ground()) !== light, true);
  await page.reload();
  await page.locator("#theme").waitFor();
  await becomes(async () => (await ground()) !== light, true);
  assert.equal(await page.locator("#theme").inputValue(), "dark");
  await page.locator("#theme").selectOption("system");
  await becomes(ground, light);
  assertQuiet(page);
  await closePage(page);
});

test("on paper there is the answer, without what only works on a screen", async () => {
  const page = await openPage();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".table-tools").isVisible(), false);
  assert.equal(await page.locator(".tabs").isVisible(), false);
  assert.equal(await row(page, "logs.write").isVisible(), true);
  assert.match(await page.locator(".version").textContent(), /ramplay \d/);
  assertQuiet(page);
  await closePage(page);
});
