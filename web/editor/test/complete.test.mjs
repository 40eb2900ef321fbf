// Completion and documentation, with a host that knows a few words.
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

const options = (page) => page.locator(".cm-completions [role=option]");
const write = (page, text, id = "policy") =>
  page.locator(`#${id}`).evaluate((area, text) => (area.value = text), text);

/** Accepting is refused for a moment after the list opens, so that nobody accepts what they have not seen. */
const settle = (page) => page.waitForTimeout(120);

test("what may stand at the caret is offered with its detail, its meaning and its source", async () => {
  const page = await open();
  await go(page, '"Action": "log:');
  await page.keyboard.press("Control+Space");
  await options(page).first().waitFor();
  assert.deepEqual(await options(page).allTextContents(), [
    "log:GetLogStoreRead",
    "log:GetProjectRead",
    "log:PostLogStoreLogsWrite",
  ]);
  const info = page.locator(".cm-completionInfo");
  await info.waitFor();
  assert.match(await info.textContent(), /Queries a Logstore/);
  assert.match(await info.locator("a").getAttribute("href"), /^https:/);
  const context = (await heard(page)).contexts.at(-1);
  assert.deepEqual(
    [context.kind, context.effect, context.prefix, context.path],
    ["action", "Deny", "log:", ["Statement", 1, "Action"]],
  );
  await assertAccessible(page);
  await settle(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.ok((await value(page)).includes('"Action": "log:GetProject",'));
  await page.keyboard.press("ControlOrMeta+z");
  assert.ok((await value(page)).includes('"Action": "log:Delete*"'));
  await finish(page);
});

test("writing opens the list, and Escape closes it", async () => {
  const page = await open();
  await write(page, '{"Statement": [{"Action": ""}]}');
  await go(page, '"Action": "');
  await page.keyboard.type("log:Get");
  await eventually(async () => assert.equal(await options(page).count(), 2));
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await options(page).count(), 0));
  assert.equal(await page.evaluate(() => document.activeElement.dataset.for), "policy");
  await finish(page);
});

test("an element is written with what follows it, and its values are offered at once", async () => {
  const page = await open();
  await write(page, '{"Statement": [\n  {}]}');
  await go(page, "  {");
  await page.keyboard.type('"');
  await options(page).first().waitFor();
  await settle(page);
  await page.keyboard.type("Ef");
  await eventually(async () => assert.deepEqual(await options(page).allTextContents(), ["Effect"]));
  await settle(page);
  await page.keyboard.press("Enter");
  assert.equal(await value(page), '{"Statement": [\n  {"Effect": ""}]}');
  await eventually(async () => assert.deepEqual(await options(page).allTextContents(), ["Allow", "Deny"]));
  await settle(page);
  await page.keyboard.press("Enter");
  assert.equal(await value(page), '{"Statement": [\n  {"Effect": "Allow"}]}');
  await page.keyboard.type(', "Act');
  await eventually(async () => assert.deepEqual(await options(page).allTextContents(), ["Action"]));
  await settle(page);
  await page.keyboard.press("Enter");
  assert.equal(await value(page), '{"Statement": [\n  {"Effect": "Allow", "Action": [\n    ""\n  ]}]}');
  await finish(page);
});

test("a draft's options and their values are offered", async () => {
  const page = await open();
  await write(page, "CREATE TABLE x WITH ()", "draft");
  await go(page, "WITH (", { id: "draft" });
  await page.keyboard.type("'pro");
  await eventually(async () => assert.deepEqual(await options(page).allTextContents(), ["projectRequired"]));
  await settle(page);
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await value(page, "draft"), "CREATE TABLE x WITH ('project' = '')"));
  await eventually(async () => assert.deepEqual(await options(page).allTextContents(), ["slsSimple Log Service"]));
  assert.equal((await heard(page)).contexts.at(-1).key, "project");
  await finish(page);
});

test("a host that offers nothing, or fails, disturbs nobody", async () => {
  const page = await open({ query: "plain" });
  for (const kind of ["absent", "empty", "failing"]) {
    await page.evaluate((kind) => {
      const fail = () => Promise.reject(new Error("not ready"));
      const hosts = {
        absent: {},
        empty: { complete: () => [], hover: () => null },
        failing: { complete: fail, hover: fail },
      };
      globalThis.handles.policy = globalThis.attach(document.getElementById("policy"), hosts[kind]);
    }, kind);
    await go(page, '"log:');
    await page.keyboard.press("Control+Space");
    await page.keyboard.press("Alt+Enter");
    await page.keyboard.type("x");
    assert.ok((await value(page)).includes('"log:x'), kind);
    assert.equal(await options(page).count(), 0);
    await page.evaluate(() => globalThis.handles.policy.detach());
  }
  await finish(page);
});

test("documentation is shown under the pointer and at the caret", async () => {
  const page = await open();
  await content(page).getByText("log:ListProject").first().hover();
  const card = page.locator(".cm-card");
  await card.waitFor();
  assert.match(await card.textContent(), /log:ListProject.*Lists projects\..*Source/);
  assert.equal(await card.locator("p code").textContent(), "projects");
  await page.mouse.move(1, 1);
  await eventually(async () => assert.equal(await card.count(), 0));
  await go(page, "log:ListPro");
  await page.keyboard.press("ControlOrMeta+.");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.tagName), "A"));
  await page.keyboard.press("Escape");
  assert.equal(await card.count(), 0);
  assert.deepEqual((await selection(page))[0], (await value(page)).indexOf('ject"'));
  await finish(page);
});
