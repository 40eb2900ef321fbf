// What is seen before the program runs.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertAccessible, assertQuiet, closeAll, closePage, openPage, started } from "./harness.mjs";

after(closeAll);

const first = (page, lang) => page.locator(`.first[lang="${lang}"]`);

/** Opens the page without its program, which comes when `release` is called. */
async function openWaiting(options = {}) {
  let release;
  const arrival = new Promise((resolve) => {
    release = resolve;
  });
  const prepare = async (context) => {
    await options.prepare?.(context);
    await context.route(/\.wasm$/, async (route) => {
      await arrival;
      await route.continue();
    });
  };
  const page = await openPage({ ...options, prepare, ready: false });
  return { page, release };
}

/** Runs in the page, before its scripts: notes whether the example is ever seen. */
function watchExample() {
  const look = () => {
    const seen = (selector) =>
      [...document.querySelectorAll(selector)].some((element) => element.checkVisibility({ visibilityProperty: true }));
    globalThis.exampleSeen ||= seen(".first .verdicts") || seen(".first .example-note");
    requestAnimationFrame(look);
  };
  globalThis.exampleSeen = false;
  look();
}

for (const colorScheme of ["light", "dark"]) {
  test(`the example and its answer are there before the program (${colorScheme})`, async () => {
    const { page, release } = await openWaiting({ colorScheme, reducedMotion: "reduce" });
    assert.match(await first(page, "en").locator(".verdicts").innerText(), /Consume logs without a consumer group/);
    assert.ok(await first(page, "en").locator(".example-note").isVisible());
    assert.ok(!(await first(page, "zh-CN").isVisible()));
    assert.equal(await page.locator("#loading").innerText(), "Loading the playground…");
    await assertAccessible(page);
    release();
    await started(page);
    assert.equal(await page.locator(".first").count(), 0);
    assertQuiet(page);
    await closePage(page);
  });
}

const stored = (key, value) => (context) =>
  context.addInitScript(([key, value]) => localStorage.setItem(key, value), [key, value]);

for (const [what, options] of [
  ["of the browser", { locale: "zh-CN" }],
  ["that was chosen", { prepare: stored("ramplay.lang", "zh-CN") }],
]) {
  test(`it is in the language ${what}`, async () => {
    const { page, release } = await openWaiting(options);
    assert.match(await first(page, "zh-CN").locator(".verdicts").innerText(), /Logstore/);
    assert.ok(!(await first(page, "en").isVisible()));
    assert.equal(await page.locator("#loading").innerText(), "正在加载演练场…");
    release();
    await started(page);
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
    await closePage(page);
  });
}

for (const width of [390, 1280, 2560]) {
  test(`nothing jumps when the program takes over (${width} px)`, async () => {
    const { page, release } = await openWaiting({ width });
    const places = () =>
      page.evaluate(() =>
        Object.fromEntries(
          [".page-head", ".scenario", ".answer", ".cards", ".tables"].map((selector) => {
            const shown = [...document.querySelectorAll(selector)].find((element) => element.checkVisibility());
            const { left, width } = shown.getBoundingClientRect();
            return [selector, { left, width }];
          }),
        ),
      );
    const before = await places();
    release();
    await started(page);
    assert.deepEqual(await places(), before);
    await closePage(page);
  });
}

const SCENARIO = JSON.stringify({ version: 1, logon: "ram_user", policies: [] });

for (const [who, options] of [
  ["who comes back to work of their own", { prepare: stored("ramplay.scenario", SCENARIO) }],
  ["who follows a link", { path: "#s=1" }],
]) {
  test(`the example is not shown to those ${who}`, async () => {
    const prepare = async (context) => {
      await context.addInitScript(watchExample);
      await options.prepare?.(context);
    };
    const { page, release } = await openWaiting({ ...options, prepare });
    assert.ok(await first(page, "en").locator(".place").isVisible());
    assert.equal(await page.locator("#loading").innerText(), "Loading the playground…");
    await assertAccessible(page);
    release();
    await started(page);
    assert.equal(await page.evaluate(() => globalThis.exampleSeen), false);
    await closePage(page);
  });
}

test("without JavaScript the example can be read", async () => {
  const page = await openPage({ javaScript: false, ready: false });
  assert.match(await first(page, "en").locator(".verdicts").innerText(), /Consume logs without a consumer group/);
  assert.ok(!(await first(page, "zh-CN").isVisible()));
  assert.ok(!(await page.locator("#loading").isVisible()));
  assert.match(await page.locator("body").innerText(), /JavaScript is switched off[^]*已关闭 JavaScript/);
  await closePage(page);
});
