// Findings and statements in the text.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import {
  assertAccessible,
  closeAll,
  content,
  eventually,
  finish,
  go,
  heard,
  open,
  selection,
  value,
} from "./page.mjs";

after(closeAll);

const card = (page) => page.locator(".cm-card");

test("each class of finding has its own underline and sign", async () => {
  const page = await open({ query: "marks" });
  const lines = await content(page)
    .locator(".cm-mark")
    .evaluateAll((marks) => marks.map((mark) => [mark.textContent, getComputedStyle(mark).textDecorationStyle]));
  assert.deepEqual(lines, [
    ["log:Get*", "dotted"],
    ["log:PostLogStoreLog", "wavy"],
    ['"*"', "double"],
    ["203.0.113.0/24", "wavy"],
  ]);
  const signs = await page
    .locator(".cm-sign .cm-icon")
    .evaluateAll((icons) => icons.map((icon) => icon.classList[1]));
  // The first is the spacer, which is never seen.
  assert.deepEqual(signs.slice(1, 4), ["cm-icon-error", "cm-icon-security", "cm-icon-warning"]);
  await finish(page);
});

test("a finding that is added to others gets its sign", async () => {
  const page = await open();
  const kinds = (classes) =>
    page.evaluate((classes) => {
      const text = document.getElementById("policy").value;
      const words = ["log:Get*", "log:Delete*"];
      const mark = (name, at) => ({ start: text.indexOf(words[at]), end: text.indexOf(words[at]) + 4, class: name });
      globalThis.handles.policy.setMarks(classes.map((name, at) => ({ ...mark(name, at), message: name })));
      return [...document.querySelectorAll("[data-language=ram] .cm-sign[title^=Show] .cm-icon")].map(
        (icon) => icon.classList[1],
      );
    }, classes);
  assert.deepEqual(await kinds(["warning"]), ["cm-icon-warning"]);
  assert.deepEqual(await kinds(["warning", "error"]), ["cm-icon-warning", "cm-icon-error"]);
  assert.deepEqual(await kinds(["warning"]), ["cm-icon-warning"]);
  await finish(page);
});

test("a finding is told under the pointer, as text, with its source and its fix", async () => {
  const page = await open({ query: "marks" });
  await page.locator(".cm-mark-security").hover();
  await card(page).waitFor();
  assert.match(await card(page).textContent(), /Security.*This applies to <b>every<\/b> resource/);
  await page.keyboard.press("Escape");
  await page.mouse.move(1, 1);
  await eventually(async () => assert.equal(await card(page).count(), 0));

  await page.locator(".cm-mark-error").hover();
  await eventually(async () =>
    assert.match(await card(page).textContent(), /There is no operation log:PostLogStoreLog/),
  );
  assert.equal(await card(page).locator("a").getAttribute("rel"), "noopener noreferrer");
  await assertAccessible(page);
  await card(page).getByRole("button", { name: "Write log:PostLogStoreLogs" }).click();
  assert.deepEqual((await heard(page)).fixes, ["fix-1"]);
  assert.equal(await card(page).count(), 0);
  assert.ok(await content(page).evaluate((element) => element === document.activeElement));
  await finish(page);
});

test("findings are reached, read and mended with the keyboard", async () => {
  const page = await open({ query: "marks" });
  await go(page, "{");
  const selected = async () => (await value(page)).slice(...(await selection(page)));
  await page.keyboard.press("F8");
  assert.equal(await selected(), "log:Get*");
  await page.keyboard.press("F8");
  assert.equal(await selected(), "log:PostLogStoreLog");
  await eventually(async () =>
    assert.match(await page.locator(".cm-announced").first().textContent(), /^Error: There is no operation/),
  );
  assert.equal(await card(page).count(), 1);
  await page.evaluate(() => globalThis.mark());
  assert.equal(await card(page).count(), 1, "the same marks again close nothing");
  await page.keyboard.press("Shift+F8");
  await page.keyboard.press("Shift+F8");
  assert.equal(await selected(), "203.0.113.0/24", "round the end");
  await go(page, "log:PostLog");
  await page.keyboard.press("Alt+Enter");
  await card(page).getByRole("button").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await card(page).count(), 0);
  await page.keyboard.press("Alt+Enter");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.tagName), "BUTTON"));
  await page.keyboard.press("Enter");
  assert.deepEqual((await heard(page)).fixes, ["fix-1"]);
  await finish(page);
});

test("the sign beside a line shows what it stands for", async () => {
  const page = await open({ query: "marks" });
  await page.locator(".cm-signs .cm-icon-warning").click();
  assert.match(await card(page).textContent(), /This range is kept for documentation/);
  await finish(page);
});

test("marks move with the text, and those for another text are refused", async () => {
  const page = await open({ query: "marks" });
  await go(page, '"1"');
  await page.keyboard.type(', "X": 1');
  assert.equal(await content(page).locator(".cm-mark-error").textContent(), "log:PostLogStoreLog");
  const set = (text, marks) =>
    page.evaluate(([text, marks]) => globalThis.handles.policy.setMarks(marks, text), [text, marks]);
  assert.equal(await set("other", []), false);
  assert.equal(await content(page).locator(".cm-mark").count(), 4);
  const beyond = [
    { start: 2, end: 1e6, class: "error", message: "m" },
    { start: -1, end: -1, class: "warning", message: "m" },
  ];
  assert.equal(await set(await value(page), beyond), true);
  assert.equal(await page.locator(".cm-point").count(), 1);
  await page.evaluate(() => globalThis.handles.policy.setMarks([]));
  assert.equal(await page.locator(".cm-mark").count(), 0);
  await finish(page);
});

test("statements that decide, and those that decide nothing, are told apart without colour", async () => {
  const page = await open({ query: "marks" });
  const decides = await content(page).locator(".cm-decides-allow").allTextContents();
  assert.ok(decides.join("").startsWith('{"Effect": "Allow"') && decides.join("").includes("access-log"));
  assert.equal(await page.locator(".cm-statements .cm-icon-allow").count(), 1);
  assert.equal(await page.locator(".cm-statements .cm-icon-idle").count(), 1);
  assert.equal(await page.locator(".cm-bar-allow").count(), 5);
  assert.equal(
    await page.locator(".cm-bar-allow span").first().getAttribute("title"),
    "Allow: this statement decides the answer shown",
  );
  await page.evaluate(() => {
    globalThis.handles.policy.setDeciding([{ start: 0, end: 1, effect: "Deny" }]);
    globalThis.handles.policy.setCoverage([]);
  });
  assert.equal(await page.locator(".cm-bar-deny").count(), 1);
  assert.equal(await page.locator(".cm-idle").count(), 0);
  await finish(page);
});

test("the page can select a place, which comes into view", async () => {
  const page = await open({ height: 300 });
  await page.evaluate(() => {
    const area = document.getElementById("policy");
    area.value = area.value + "\n".repeat(300) + "end";
    globalThis.handles.policy.select(area.value.length - 3, area.value.length);
  });
  await eventually(async () => assert.ok((await content(page).innerText()).includes("end")));
  assert.equal((await value(page)).slice(...(await selection(page))), "end");
  await finish(page);
});
