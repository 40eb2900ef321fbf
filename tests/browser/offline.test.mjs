// The page without a network, and a new version of it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { copy, list, removeCopies } from "./copies.mjs";
import { DIST, assertAccessible, assertQuiet, closeAll, closePage, openPage, started } from "./harness.mjs";
import { becomes, openFacts, verdict } from "./page.mjs";

after(async () => {
  await closeAll();
  await removeCopies();
});

/** Opens a copy and waits until it is kept. */
async function visit({ address }) {
  const page = await openPage({ site: address, workers: "ok" });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  return page;
}

const update = (page) => page.locator("#update > div");
const version = (page) => page.locator("meta[name=tested]").count();

/** Makes another version of a copy. */
function change({ folder }) {
  const index = join(folder, "index.html");
  const html = readFileSync(index, "utf8");
  writeFileSync(index, html.replace("<head>", '<head><meta name="tested" content="" />'));
  list(folder);
}

const WORKER = join(DIST, "sw.js");

test("a build lists its files as they are", { skip: !existsSync(WORKER) && "development builds have no service worker" }, () => {
  const listed = JSON.parse(readFileSync(WORKER, "utf8").match(/^const FILES = (.*);$/m)[1]);
  const hash = (path) => createHash("sha256").update(readFileSync(join(DIST, path))).digest("hex");
  const isOther = (path) => !existsSync(join(DIST, path)) || hash(path) !== listed[path];
  assert.deepEqual(Object.keys(listed).filter(isOther), [], "files that the worker would refuse");
  assert.match(readFileSync(join(DIST, "index.html"), "utf8"), /<meta name="service-worker" content="sw.js" \/>/);
});

test("after a visit the page works without a network", async () => {
  const page = await visit(await copy());
  await page.context().setOffline(true);
  await page.reload();
  await started(page);
  assert.equal(await verdict(page, "logs.pull"), "Allow");
  await openFacts(page);
  assertQuiet(page);
  await closePage(page);
});

test("a new version is announced, and comes when it is asked for", async () => {
  const site = await copy();
  const page = await visit(site);
  assert.equal(await update(page).isVisible(), false);
  change(site);
  await page.reload();
  await started(page);
  assert.equal(await version(page), 0, "the version that is kept comes first");
  await update(page).waitFor();
  await assertAccessible(page);

  await page.locator("#update-later").click();
  assert.equal(await update(page).isVisible(), false);
  await page.reload();
  await update(page).waitFor();
  assert.equal(await version(page), 0, "nothing is forced");

  const other = await page.context().newPage();
  await other.goto(site.address);
  await started(other);
  await other.locator("#update > div").waitFor();
  await page.locator("#update-now").click();
  await becomes(() => version(page), 1);
  await started(page);
  assert.equal(await update(page).isVisible(), false);
  // The other tab stays as it is, and still offers to reload.
  assert.equal(await version(other), 0);
  await other.locator("#update-now").click();
  await becomes(() => version(other), 1);

  const names = await page.evaluate(() => caches.keys());
  assert.equal(names.length, 1, `old versions are gone: ${names}`);
  assertQuiet(page);
  await closePage(page);
});

for (const [what, deny] of [
  ["are denied", undefined],
  // As in frames without an origin.
  [
    "cannot even be asked for",
    (context) =>
      context.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, "serviceWorker", {
          get() {
            throw new DOMException("Service worker is disabled because the context is sandboxed.", "SecurityError");
          },
        }),
      ),
  ],
]) {
  test(`where service workers ${what} the page works`, async () => {
    const { address } = await copy();
    const page = await openPage({ site: address, prepare: deny });
    assert.equal(await verdict(page, "logs.pull"), "Allow");
    // Longer than the page waits before it asks for one.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    assertQuiet(page);
    await closePage(page);
  });
}

test("the page can be installed", async () => {
  const { folder } = await copy();
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.webmanifest"), "utf8"));
  for (const { src } of manifest.icons) assert.ok(readFileSync(join(folder, src)).length > 0);
  assert.ok(manifest.icons.some(({ sizes }) => sizes === "512x512"));
  assert.ok(readdirSync(folder).includes("sw.js"));
});
