// With the keyboard alone.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { closeAll, content, eventually, finish, go, heard, open, selection, value } from "./page.mjs";

after(closeAll);

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.dataset.for);

test("Tab indents, and Escape lets it leave, forwards and backwards", async () => {
  const page = await open();
  await page.locator("#toggle").focus();
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "policy");
  const old = await value(page);
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("Tab");
  assert.equal(await value(page), `  ${old}`);
  await page.keyboard.press("Shift+Tab");
  assert.equal(await value(page), old);

  await page.keyboard.press("Escape");
  await eventually(async () =>
    assert.match(await page.locator(".cm-announced").first().textContent(), /Tab now leaves/),
  );
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "draft");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(page), "policy");
  assert.equal(await value(page), old);
  await finish(page);
});

test("after Escape there is no hurry, and writing takes Tab back", async () => {
  const page = await open();
  await go(page, "{");
  const old = await value(page);
  await page.keyboard.press("Escape");
  await page.clock.install();
  await page.clock.fastForward(60_000);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "draft");

  await go(page, "{");
  await page.keyboard.press("Escape");
  await page.keyboard.type(" ");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "policy");
  assert.notEqual(await value(page), old);
  await finish(page);
});

test("Enter indents, brackets close themselves, and a closing one goes back", async () => {
  const page = await open();
  await page.locator("#policy").evaluate((area) => (area.value = ""));
  await content(page).focus();
  const enter = async (text) => {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  await enter("{");
  await enter('"a": [');
  await page.keyboard.type("1");
  assert.equal(await value(page), '{\n  "a": [\n    1\n  ]\n}');
  await page.locator("#policy").evaluate((area) => (area.value = ""));
  await enter('{"a": [{');
  assert.equal(await value(page), '{"a": [{\n  \n}]}', "one line is one step, however many brackets it opens");
  await finish(page);
});

test("search finds, replaces and gives the focus back", async () => {
  const page = await open();
  await go(page, "{");
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("log:");
  await page.keyboard.press("Enter");
  const [start, end] = await selection(page);
  assert.equal((await value(page)).slice(start, end), "log:");
  assert.equal(await page.locator(".cm-search [name=select]").isVisible(), false);
  await page.getByRole("textbox", { name: "Replace" }).fill("sls:");
  await page.keyboard.press("Shift+Tab");
  await page.getByRole("button", { name: "Replace all" }).click();
  assert.ok(!(await value(page)).includes('"log:'));
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".cm-search").count(), 0);
  assert.equal(await focused(page), "policy");
  assert.deepEqual((await heard(page)).inputs.length, 1);
  await finish(page);
});

test("folding hides, and says so", async () => {
  const page = await open();
  await go(page, '"Statement": [');
  await page.keyboard.press("Control+Shift+BracketLeft");
  assert.ok(!(await content(page).innerText()).includes("Effect"));
  assert.equal(await page.locator(".cm-foldPlaceholder").first().getAttribute("aria-label"), "folded code");
  await page.keyboard.press("Control+Shift+BracketRight");
  assert.ok((await content(page).innerText()).includes("Effect"));
  await finish(page);
});

test("layout is one step, of which the page hears", async () => {
  const page = await open();
  await page.locator("#policy").evaluate((area) => (area.value = '{"Version":"1","Statement":[]}'));
  await go(page, '"Statement"');
  await page.keyboard.press("Shift+Alt+F");
  const laidOut = '{\n  "Version": "1",\n  "Statement": []\n}\n';
  assert.equal(await value(page), laidOut);
  assert.deepEqual(await selection(page), [laidOut.indexOf('t":') + 2, laidOut.indexOf('t":') + 2]);
  assert.equal((await heard(page)).inputs.length, 1);
  await page.keyboard.press("ControlOrMeta+z");
  assert.equal(await value(page), '{"Version":"1","Statement":[]}');
  await page.locator("#policy").evaluate((area) => (area.value = '{"Version":'));
  assert.equal(await page.evaluate(() => globalThis.handles.policy.format()), false);
  assert.equal(await page.evaluate(() => globalThis.handles.draft.format()), false);
  await finish(page);
});
