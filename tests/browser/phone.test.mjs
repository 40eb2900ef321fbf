// The page in the hand: 390 pixels wide.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import {
  WRITE_TEMPLATE,
  addPolicy,
  assertFitsSideways,
  becomes,
  eventually,
  explanation,
  logOn,
  openTab,
  rowButton,
  trust,
  verdict,
  write,
  openFacts,
} from "./page.mjs";

after(closeAll);

const PHONE = { width: 390, height: 844 };

/** Smallest side of what is to be touched, in pixels (WCAG 2.2, 2.5.8). */
const TOUCH = 24;

/** Controls that are too small to touch. Links in a line of text are excepted, as in WCAG. */
function tooSmall(page) {
  return page.locator("button, select, input, summary, textarea, a.summary").evaluateAll(
    (all, least) =>
      all
        .filter((control) => control.checkVisibility() && !control.closest(".backdrop"))
        // A checkbox is touched by its label.
        .map((control) => (control.type === "checkbox" ? control.closest("label") : control))
        .map((control) => ({ control, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < least || box.height < least))
        .map(({ control, box }) => {
          const name = control.textContent.trim() || control.id || control.getAttribute("aria-label");
          return `${control.nodeName} ${name}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`;
        }),
    TOUCH,
  );
}

test("nothing is wider than the phone, and everything can be touched", async () => {
  const page = await openPage(PHONE);
  const small = new Set();
  const fits = async () => {
    await assertFitsSideways(page);
    for (const control of await tooSmall(page)) small.add(control);
  };
  await fits();
  await rowButton(page, "group.flink").click();
  await explanation(page).waitFor();
  await page.locator("#console-management .why").click();
  await fits();
  await openTab(page, "management");
  await fits();
  await openTab(page, "development");
  await page.locator("#member").selectOption("custom");
  await fits();
  await openFacts(page);
  await page.locator(".facts summary").evaluateAll((all) => all.forEach((summary) => summary.click()));
  await fits();
  assert.deepEqual([...small], []);
  assertQuiet(page);
  await closePage(page);
});

test("forms, menus and long names fit too", async () => {
  const page = await openPage(PHONE);
  await logOn(page, "rd.ram_admin_as_role");
  await addPolicy(page, "as the role's trust policy", trust("acs:ram::1000000000000001:root"));
  await write(page, WRITE_TEMPLATE.replace("{", '{"Sid": "x",').padEnd(400, " x"));
  await page.locator("#logstore").fill("a-very-long-name-".repeat(12));
  await page.locator("#account").fill("letters");
  await page.locator("article.card input.name").first().fill("a-very-long-name-".repeat(12));
  await page.locator(".circumstances summary").click();
  await page.getByRole("button", { name: "Add a key" }).click();
  const cut = [];
  for (const menu of ["add-policy", "add-system", "add-template"]) {
    await page.locator(`#${menu} > summary`).click();
    const { x, width } = await page.locator(`#${menu} > ul`).boundingBox();
    if (x < 0 || x + width > PHONE.width) cut.push(`${menu} lies from ${x} to ${x + width}`);
    await page.locator(`#${menu} > summary`).click();
  }
  assert.deepEqual(cut, []);
  await assertFitsSideways(page);
  assert.deepEqual(await tooSmall(page), []);
  await page.getByRole("button", { name: "中文" }).click();
  await becomes(() => page.locator("html").getAttribute("lang"), "zh-CN");
  await assertFitsSideways(page);
  assertQuiet(page);
  await closePage(page);
});

test("the verdicts stay in view while a policy is written, and lead to the answer", async () => {
  const page = await openPage(PHONE);
  const summary = page.locator("a.summary");
  const inView = () =>
    summary.evaluate((bar) => {
      const { top, bottom } = bar.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  const said = () => summary.locator(".hidden").allTextContents();
  assert.ok(await inView());
  const before = await said();
  assert.equal(before.length, 4);
  await page.locator("[data-for=policy-0]").scrollIntoViewIfNeeded();
  await write(page, WRITE_TEMPLATE);
  await becomes(() => verdict(page, "logs.write"), "Allow");
  assert.ok(await inView());
  assert.deepEqual(await said(), [...before.slice(0, 2), "implicitly denied", "allowed"]);
  // It hides no control that has the focus.
  await page.locator("#consumer-group").focus();
  await eventually(async () => {
    const [bar, input] = await Promise.all([
      summary.boundingBox(),
      page.locator("#consumer-group").boundingBox(),
    ]);
    assert.ok(input.y + input.height <= bar.y || input.y >= bar.y + bar.height);
  });

  await summary.click();
  await becomes(() => page.evaluate(() => document.activeElement.id), "answer");
  const top = () => page.locator("#answer").evaluate((answer) => answer.getBoundingClientRect().top);
  await eventually(async () => assert.ok((await top()) < PHONE.height / 2, "the answer is in view"));
  assert.ok(await page.locator("#console-management h2").isVisible());
  assertQuiet(page);
  await closePage(page);
});

test("on a large screen both columns are in one glance and there is no bar", async () => {
  const page = await openPage();
  assert.equal(await page.locator("a.summary").isVisible(), false);
  const inWindow = async (selector) => {
    const box = await page.locator(selector).boundingBox();
    assert.ok(box.y >= 0 && box.y < 800 && box.x >= 0 && box.x + box.width <= 1280, selector);
  };
  for (const selector of ["#logon", ".rich-editor", "#console-management", "#console-development"]) {
    await inWindow(selector);
  }
  for (const selector of ['[data-row="logs.pull"]', '[data-row="logs.write"]', ".matrix table"]) {
    await inWindow(selector);
  }
  await assertFitsSideways(page);
  assertQuiet(page);
  await closePage(page);
});
