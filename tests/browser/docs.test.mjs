// The documentation: from another origin than the playground that its pages embed, under the policy that it prints.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before, test } from "node:test";

import { DIST, assertAccessible, assertQuiet, closeAll, closePage, openPage, startServer } from "./harness.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

let site;
let docs;

/** Serves the documentation with the addresses of what lies beside it, the playground, as those of its own server. */
async function serveDocs(folder, playground) {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${new URL("embed.js", playground)}`,
    "style-src 'self'",
    `img-src 'self' ${new URL("icons/", playground)}`,
    "connect-src 'self'",
    `frame-src ${new URL("embed.html", playground)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(folder, normalize(decodeURIComponent(pathname)));
    try {
      const body = await readFile(file);
      response.writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
      });
      const outside = "../".repeat(pathname.split("/").length - 1);
      const moved = (name) => [`="${outside}${name}`, `="${new URL(name, playground)}`];
      response.end(
        extname(file) === ".html"
          ? ["embed.js", "index.html", "icons/"].reduce((text, name) => text.replaceAll(...moved(name)), body.toString())
          : body,
      );
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end();
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { address: `http://localhost:${server.address().port}/`, close };
}

before(async () => {
  const folder = join(DIST, "docs");
  assert.ok(existsSync(join(folder, "index.html")), `${folder} is missing: run \`cargo xtask book\``);
  site = await startServer();
  docs = await serveDocs(folder, site.address);
});

after(async () => {
  await closeAll();
  await docs?.close();
});

const open = (path, options = {}) =>
  openPage({ site: docs.address, others: [site.address], path, ready: false, ...options });

test("pages show scenarios live, from another origin", async () => {
  const page = await open("programs/embed.html");
  const element = page.locator("ram-playground");
  const table = element.locator("table").first();
  await element.scrollIntoViewIfNeeded();
  const frame = page.frameLocator("ram-playground iframe");
  await frame.locator("table").first().waitFor();
  await table.waitFor({ state: "hidden" });
  assert.notEqual(new URL(await page.locator("ram-playground iframe").getAttribute("src")).origin, new URL(page.url()).origin);
  assertQuiet(page);
  await closePage(page);
});

test("a reader edits the policy of the first page, and the verdict follows", async () => {
  const page = await open("index.html");
  await page.locator("ram-playground").scrollIntoViewIfNeeded();
  const frame = page.frameLocator("ram-playground iframe");
  const policy = frame.locator("textarea").first();
  await policy.waitFor();
  await policy.fill('{"Version": "1", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}');
  await frame.getByText("explicitly denied").first().waitFor();
  assert.equal(page.url(), `${docs.address}index.html`);
  assertQuiet(page);
  await closePage(page);
});

test("without JavaScript the tables stand where the playground would be", async () => {
  const page = await open("index.html", { javaScript: false });
  await page.locator("ram-playground table").first().waitFor();
  assert.match(await page.locator("ram-playground").innerText(), /Consume logs without a consumer group/);
  assert.equal(await page.locator("#search").isVisible(), false);
  await page.getByRole("link", { name: "Exact answers", exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: "Exact answers" }).waitFor();
  assertQuiet(page);
  await closePage(page);
});

test("search finds headings in the language of the page", async () => {
  const page = await open("concepts/layers.html");
  await page.keyboard.press("/");
  await page.keyboard.type("absent-key-for-all");
  await page.locator("#hits a").first().waitFor();
  await page.locator("#search").fill("misspelt action");
  await page.locator("#hits a", { hasText: "probably misspelt" }).first().waitFor();
  assert.match(await page.locator("#found").innerText(), /\d+ places/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/reference\/findings\.html#/);
  await page.locator("header .lang").click();
  await page.locator("#search").fill("拼写");
  await page.locator("#hits a[href*='zh/']").first().waitFor();
  assert.equal(await page.locator("#hits a:not([href*='zh/'])").count(), 0);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#hits a").count(), 0);
  assertQuiet(page);
  await closePage(page);
});

const PAGES = ["index.html", "concepts/exact.html", "cli/diff.html", "reference/conditions.html", "zh/guide/verdict.html"];

test("pages are accessible", async () => {
  for (const path of PAGES) {
    const page = await open(path, { reducedMotion: "reduce" });
    if (path.includes("verdict")) await page.locator("ram-playground iframe").first().waitFor({ state: "attached" });
    await assertAccessible(page);
    assertQuiet(page);
    await closePage(page);
  }
});

test("pages fit into a phone, and the contents are folded away", async () => {
  for (const path of PAGES) {
    const page = await open(path, { width: 390, height: 844 });
    assert.equal(await page.locator(".contents details").getAttribute("open"), null);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `${path} is ${wider} pixels wider than the window`);
    await closePage(page);
  }
});
