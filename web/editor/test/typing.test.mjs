// What is typed is taken before the browser writes it, and everything else is left to the browser.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { closeAll, content, finish, go, open, value } from "./page.mjs";

after(closeAll);

/** Notes who writes: `page.evaluate(() => taken)` says for each piece of text whether the editor took it. */
const watch = (page) =>
  page.evaluate(() => {
    globalThis.taken = [];
    // Behind the editor's own listeners.
    document.addEventListener("beforeinput", (event) => taken.push([event.data, event.defaultPrevented]));
  });

test("a letter, a bracket and a letter over a selection are taken by the editor", async () => {
  const page = await open();
  await page.locator("#policy").evaluate((area) => (area.value = "ab"));
  await watch(page);
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type('c["');
  assert.equal(await value(page), 'abc[""]');
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.type("x");
  assert.equal(await value(page), 'xc[""]');
  const taken = await page.evaluate(() => globalThis.taken);
  assert.deepEqual(
    taken,
    ["c", "[", '"', "x"].map((data) => [data, true]),
  );
  await page.keyboard.press("ControlOrMeta+z");
  assert.equal(await value(page), 'abc[""]', "it is one step that can be undone");
  await finish(page);
});

test("a selection that the editor has not heard of is what is typed over", async () => {
  const page = await open();
  await page.locator("#policy").evaluate((area) => (area.value = "one two"));
  await content(page).focus();
  await page.evaluate(() => {
    const [line] = document.querySelector(".cm-content").querySelectorAll(".cm-line");
    const [text] = [...line.childNodes].filter((node) => node.textContent);
    const node = text.firstChild ?? text;
    getSelection().setBaseAndExtent(node, 0, node, 3);
    document.execCommand("insertText", false, "1");
  });
  await page.keyboard.type("!");
  assert.equal(await value(page), "1! two");
  await finish(page);
});

test("what is composed is the browser's to write", async () => {
  const page = await open();
  await page.locator("#policy").evaluate((area) => (area.value = "策"));
  await watch(page);
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+End");
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "lue", selectionStart: 3, selectionEnd: 3 });
  await client.send("Input.insertText", { text: "略" });
  assert.equal(await value(page), "策略");
  const taken = await page.evaluate(() => globalThis.taken);
  assert.ok(taken.length > 0 && taken.every(([, isTaken]) => !isTaken), JSON.stringify(taken));
  await finish(page);
});

test("a line of thousands of characters is not coloured, and becomes so when it is formatted", async () => {
  const page = await open();
  const statement = { Effect: "Allow", Action: "log:GetLogStore", Resource: "*" };
  const policy = JSON.stringify({ Version: "1", Statement: Array(40).fill(statement) });
  await page.locator("#policy").evaluate((area, text) => (area.value = text), policy);
  await go(page, '"Version');
  const coloured = () => page.locator(".cm-content").first().locator(".cm-string").count();
  assert.equal(await coloured(), 0);
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type(" ");
  assert.equal(await value(page), ` ${policy}`);
  await page.evaluate(() => globalThis.handles.policy.format());
  assert.ok((await coloured()) > 10);
  await finish(page);
});
