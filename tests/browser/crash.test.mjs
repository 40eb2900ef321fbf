// When the program itself fails, the person's text is saved and there is a way on.
//
// The failure is a real one: an element that the program is about to put something in front of is taken
// away, as a careless browser extension does.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertAccessible, closeAll, closePage, openPage, started } from "./harness.mjs";
import { WRITE_TEMPLATE, becomes, editor, verdict, write } from "./page.mjs";

after(closeAll);

const panel = (page) => page.locator("#crash");

/** Lets the program fail at the first edit, which makes the button back to the example appear. */
async function crash(page, text) {
  await page.evaluate(() => document.querySelector("#theme").remove());
  await write(page, text);
  await panel(page).waitFor({ state: "visible" });
  assert.ok(
    page.complaints.some((complaint) => /panicked/.test(complaint)),
    "it was a panic",
  );
}

test("a panic shows the person's text, and a reload goes on with it", async () => {
  const page = await openPage();
  assert.equal(await panel(page).isVisible(), false);
  await crash(page, WRITE_TEMPLATE);
  assert.match(await panel(page).innerText(), /Something in this page failed · 页面出错/);
  assert.match(await panel(page).locator("pre").innerText(), /panicked/);
  const kept = await panel(page).locator("textarea").inputValue();
  assert.ok(JSON.parse(kept).policies.some(({ document }) => document === WRITE_TEMPLATE));
  assert.equal(await editor(page).inputValue(), WRITE_TEMPLATE, "what is typed stands where it was typed");
  await assertAccessible(page);

  await page.getByRole("button", { name: /Reload/ }).click();
  await started(page);
  await becomes(() => editor(page).inputValue(), WRITE_TEMPLATE);
  assert.equal(await verdict(page, "logs.write"), "Allow");
  assert.equal(await panel(page).isVisible(), false);
  await closePage(page);
});

test("after a panic the example can be started from", async () => {
  const page = await openPage();
  await crash(page, WRITE_TEMPLATE);
  await panel(page)
    .getByRole("button", { name: /Start from the example/ })
    .click();
  await started(page);
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  assert.equal(await page.locator("#reset").count(), 0);
  await closePage(page);
});

test("after a panic without storage the texts are shown as they stand on the page", async () => {
  const page = await openPage({ storage: "denied" });
  await crash(page, WRITE_TEMPLATE);
  assert.ok((await panel(page).locator("textarea").inputValue()).includes(WRITE_TEMPLATE));
  await closePage(page);
});

test("further failures keep the first panel", async () => {
  const page = await openPage({ width: 390, height: 844 });
  await crash(page, WRITE_TEMPLATE);
  const before = await panel(page).innerHTML();
  await editor(page).evaluate((area) => area.dispatchEvent(new InputEvent("input", { bubbles: true })));
  await page.locator("#logon").selectOption("rd.root");
  assert.equal(await panel(page).innerHTML(), before);
  assert.ok(await panel(page).isVisible());
  await closePage(page);
});
