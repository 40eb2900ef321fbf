// What a visitor sees when the page cannot start.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertAccessible, assertQuiet, closeAll, closePage, openPage, started } from "./harness.mjs";

after(closeAll);

const help = (page) => page.getByRole("alert").filter({ hasText: "The playground could not start" });

for (const [what, block] of [
  ["the WebAssembly module", /\.wasm$/],
  ["the script", /ramplay-web[^/]*\.js$/],
]) {
  test(`without ${what} there is help`, async () => {
    const page = await openPage({ block, ready: false });
    await help(page).waitFor();
    assert.match(await help(page).innerText(), /Reload the page/);
    await assertAccessible(page);
    await closePage(page);
  });
}

test("the help is in Chinese for who reads Chinese", async () => {
  const page = await openPage({ block: /\.wasm$/, ready: false, locale: "zh-CN" });
  const told = page.getByRole("alert").filter({ hasText: "无法启动演练场" });
  await told.waitFor();
  assert.match(await told.innerText(), /请重新加载页面[^]*浏览器提示/);
  await assertAccessible(page);
  await closePage(page);
});

test("a browser without WebAssembly is told so", async () => {
  const prepare = (context) => context.addInitScript(() => delete globalThis.WebAssembly);
  const page = await openPage({ prepare, ready: false });
  await help(page).waitFor();
  assert.match(await help(page).innerText(), /does not offer WebAssembly/);
  await closePage(page);
});

test("a download that takes too long is not waited for in silence, and still counts", async () => {
  let release;
  const arrival = new Promise((resolve) => {
    release = resolve;
  });
  const prepare = async (context) => {
    await context.clock.install();
    await context.route(/\.wasm$/, async (route) => {
      await arrival;
      await route.continue();
    });
  };
  const page = await openPage({ prepare, ready: false });
  assert.equal(await page.locator("#loading").innerText(), "Loading the playground…");
  await page.clock.fastForward(21_000);
  await help(page).waitFor();
  release();
  await started(page);
  assertQuiet(page);
  await closePage(page);
});

test("without JavaScript the page says what it needs", async () => {
  const page = await openPage({ javaScript: false, ready: false });
  await page.locator("noscript > p").first().waitFor();
  assert.match(await page.locator("noscript").innerText(), /JavaScript is switched off/);
  await closePage(page);
});
