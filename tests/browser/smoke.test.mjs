// The page starts, quietly, and says so when it cannot.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertAccessible, assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";

after(closeAll);

for (const locale of ["en-US", "zh-CN"]) {
  test(`the page starts and is accessible (${locale})`, async () => {
    const page = await openPage({ locale });
    assert.notEqual((await page.locator("#app").innerText()).trim(), "");
    await assertAccessible(page);
    assertQuiet(page);
    await closePage(page);
  });
}

for (const storage of ["denied", "full"]) {
  test(`the page starts when storage is ${storage}`, async () => {
    const page = await openPage({ storage });
    assertQuiet(page);
    await closePage(page);
  });
}

test("the crash panel is there and hidden", async () => {
  const page = await openPage();
  assert.equal(await page.locator("#crash").count(), 1);
  assert.equal(await page.locator("#crash").isVisible(), false);
  await closePage(page);
});
