// In the place of a text area, and back.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { closeAll, content, eventually, finish, go, heard, open, selection, value } from "./page.mjs";

after(closeAll);

test("attaching and detaching keep text, selection, focus and looks", async () => {
  const page = await open({ query: "plain" });
  const before = await page.locator("#policy").evaluate((area) => {
    area.style.color = "inherit";
    area.focus();
    area.setSelectionRange(5, 14, "backward");
    return [area.value, area.outerHTML];
  });
  await page.evaluate(() => globalThis.start("policy"));
  assert.deepEqual(await selection(page), [5, 14]);
  assert.ok(await content(page).evaluate((element) => element === document.activeElement));
  assert.equal(await page.locator("#policy").isVisible(), false);
  await page.keyboard.type("x");
  await page.keyboard.press("Shift+ArrowLeft");
  const text = before[0].slice(0, 5) + "x" + before[0].slice(14);
  await page.evaluate(() => globalThis.handles.policy.detach());
  const now = await page
    .locator("#policy")
    .evaluate((area) => [
      area.value,
      area.outerHTML,
      [area.selectionStart, area.selectionEnd, area.selectionDirection],
      document.activeElement === area,
      Object.getOwnPropertyNames(area),
    ]);
  assert.deepEqual(now, [text, before[1], [5, 6, "backward"], true, []]);
  assert.equal(await page.locator(".rich-editor").count(), 0);
  await finish(page);
});

test("without focus, none is taken", async () => {
  const page = await open({ query: "plain" });
  await page.locator("#before").focus();
  await page.evaluate(() => globalThis.start("policy"));
  await page.evaluate(() => globalThis.handles.policy.detach());
  assert.equal(await page.evaluate(() => document.activeElement.id), "before");
  await finish(page);
});

test("attaching twice is attaching once, and detaching twice does no harm", async () => {
  const page = await open();
  assert.ok(await page.evaluate(() => globalThis.start("policy") === globalThis.start("policy")));
  await page.evaluate(() => (globalThis.handles.policy.detach(), globalThis.handles.policy.detach()));
  await page.evaluate(() => globalThis.start("policy"));
  assert.equal(await content(page).count(), 1);
  await finish(page);
});

test("what is typed is heard as input of the text area, with its text", async () => {
  const page = await open();
  await go(page, '"Version": "1"');
  await page.keyboard.type(",");
  const { inputs, events, carets } = await heard(page);
  assert.equal(inputs.length, 1);
  assert.equal(inputs[0][0], "insertText");
  assert.ok(inputs[0][1].includes('"Version": "1",,'));
  assert.deepEqual(events.filter((event) => event === "focus").length, 1);
  assert.equal(carets.at(-1), inputs[0][1].indexOf(",,") + 1);
  await page.locator("#after").focus();
  const later = await heard(page);
  assert.deepEqual(later.events.slice(-2), ["change", "blur"]);
  assert.equal(later.carets.at(-1), null);
  await finish(page);
});

test("a form is sent with the text that is there", async () => {
  const page = await open();
  await go(page, '"1"');
  await page.keyboard.type("!");
  const sent = await page.evaluate(() => new FormData(document.getElementById("form")).get("policy"));
  assert.ok(sent.replaceAll("\r\n", "\n").includes('"1"!'));
  await page.evaluate(() => document.getElementById("form").reset());
  await eventually(async () => assert.equal(await value(page), ""));
  await finish(page);
});

test("a text that the page sets keeps the caret, is not heard, and can be undone", async () => {
  const page = await open();
  const old = await value(page);
  await go(page, "log:ListProject");
  const [caret] = await selection(page);
  const fresh = old.replace('"Version": "1"', '"Version": "1", "Added": true').replace("203.0.113.0/24", "0.0.0.0/0");
  await page.locator("#policy").evaluate((area, text) => (area.value = text), fresh);
  assert.deepEqual(await selection(page), [caret + 15, caret + 15]);
  assert.deepEqual((await heard(page)).inputs, []);
  await page.keyboard.type("X");
  await page.keyboard.press("ControlOrMeta+z");
  assert.equal(await value(page), fresh, "what was typed is a step of its own");
  await page.keyboard.press("ControlOrMeta+z");
  assert.equal(await value(page), old, "and the whole replacement is one");
  assert.equal((await heard(page)).inputs.at(-1)[1], old, "which the page hears of");
  assert.equal((await heard(page)).inputs.at(-1)[0], "historyUndo");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  assert.equal(await value(page), fresh);
  await finish(page);
});

test("setting the text that is there does nothing, and line ends are those of text areas", async () => {
  const page = await open();
  await page.locator("#policy").evaluate((area) => (area.value = area.value.replaceAll("\n", "\r\n")));
  await page.keyboard.press("ControlOrMeta+z");
  assert.deepEqual((await heard(page)).inputs, []);
  await page.locator("#policy").evaluate((area) => area.setRangeText("<>", 0, 1));
  assert.ok((await value(page)).startsWith("<>\n"));
  await finish(page);
});

test("the text area's names, description and states are the editor's", async () => {
  const page = await open();
  const hint = content(page).locator("xpath=ancestor::*[contains(@class, 'rich-editor')]").locator(".cm-hint");
  assert.match(await hint.textContent(), /press Escape, then Tab/);
  await page.locator("#policy").evaluate((area) => {
    area.setAttribute("aria-label", "Policy 1");
    area.setAttribute("aria-invalid", "true");
  });
  await eventually(async () => assert.equal(await content(page).getAttribute("aria-invalid"), "true"));
  assert.equal(await content(page).getAttribute("aria-label"), "Policy 1");
  const described = (await content(page).getAttribute("aria-describedby")).split(" ");
  assert.deepEqual(described, ["problems", await hint.getAttribute("id")]);
  await finish(page);
});

test("a click on the label leads to the editor", async () => {
  const page = await open();
  await page.locator("label[for=policy]").click();
  assert.ok(await content(page).evaluate((element) => element === document.activeElement));
  await finish(page);
});

test("what is read-only can be reached and read, and not written", async () => {
  const page = await open();
  const old = await value(page);
  await page.evaluate(() => globalThis.handles.policy.setReadOnly(true));
  await content(page).focus();
  await page.keyboard.type("x");
  await page.keyboard.press("Tab");
  assert.equal(await value(page), old);
  assert.equal(await content(page).getAttribute("aria-readonly"), "true");
  assert.equal(await page.evaluate(() => globalThis.handles.policy.format()), false);
  await page.locator("#policy").evaluate((area) => (area.disabled = true));
  await page.locator("#policy").evaluate((area) => (area.disabled = false));
  await eventually(async () => assert.equal(await content(page).getAttribute("aria-readonly"), null));
  await go(page, "{");
  await page.keyboard.type("x");
  assert.ok((await value(page)).startsWith("{x"));
  await finish(page);
});

test("texts composed by an input method arrive", async () => {
  const page = await open();
  await go(page, '"1"');
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
  await session.send("Input.imeSetComposition", { text: "你", selectionStart: 1, selectionEnd: 1 });
  await session.send("Input.insertText", { text: "你好" });
  assert.ok((await value(page)).includes('"1"你好'));
  await page.keyboard.press("ControlOrMeta+z");
  assert.ok(!(await value(page)).includes("你"));
  await finish(page);
});

test("an editor waits until nobody is composing a character in the text area", async () => {
  const page = await open({ query: "plain" });
  await page.locator("#policy").focus();
  const session = await page.context().newCDPSession(page);
  const done = page.evaluate(async () => {
    globalThis.calmed = false;
    await globalThis.calm(document.getElementById("policy"));
    globalThis.calmed = true;
    return document.getElementById("policy").value.slice(-2);
  });
  await page.waitForFunction(() => globalThis.calmed === false);
  await session.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(700);
  assert.equal(await page.evaluate(() => globalThis.calmed), false);
  await session.send("Input.insertText", { text: "你好" });
  assert.equal(await done, "你好");
  await page.locator("#before").focus();
  await page.evaluate(() => globalThis.calm(document.getElementById("policy")));
  await finish(page);
});
