// What the tests in a browser need: the harness on a server with the strictest policy, and a record of complaints.
// The browser is the one that `CHROMIUM` names, or Debian's.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright-core";

const WEB = fileURLToPath(new URL("../../", import.meta.url));
const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript" };

/** Stricter than the page's own: not even style attributes may be written. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

let browser;
let server;

async function serve() {
  assert.ok(existsSync(join(WEB, "editor/build/editor.js")), "build the editor first: `npm run build`");
  const made = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(WEB, normalize(join(sep, pathname)));
    try {
      const body = await readFile(file);
      const type = `${TYPES[extname(file)] ?? "text/plain"}; charset=utf-8`;
      response.writeHead(200, {
        "content-type": type,
        "content-security-policy": POLICY,
        "cache-control": "no-store",
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => made.listen(0, "127.0.0.1", resolve));
  return made;
}

/** Opens the harness; `query` is `plain`, `marks` or `lang=zh`, and the rest is for the window. */
export async function open({ query = "", width = 900, height = 900, ...window } = {}) {
  server ??= serve();
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  browser ??= chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
  const address = `http://127.0.0.1:${(await server).address().port}/`;
  const context = await (await browser).newContext({ viewport: { width, height }, ...window });
  context.setDefaultTimeout(10_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (message) => {
    if (["error", "warning", "assert"].includes(message.type())) page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  await page.goto(`${address}editor/harness.html?${query}`);
  await page.locator("html[data-ready]").waitFor();
  return page;
}

export async function closeAll() {
  await (await browser)?.close();
  const running = await server;
  running?.closeAllConnections();
  running?.close();
}

/** Ends a test: the page must have said nothing, and broken no rule of its policy. */
export async function finish(page) {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

export async function assertAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
    ),
    [],
  );
}

/** The editable part of an editor. */
export const content = (page, id = "policy") => page.locator(`[data-for=${id}]`);

/** The text of the text area, as the page reads it. */
export const value = (page, id = "policy") => page.locator(`#${id}`).evaluate((area) => area.value);

/** Selection of the text area, as the page reads it. */
export const selection = (page, id = "policy") =>
  page.locator(`#${id}`).evaluate((area) => [area.selectionStart, area.selectionEnd]);

export const heard = (page) => page.evaluate(() => globalThis.heard);

/** Puts the caret behind a text, or selects it. */
export function go(page, text, { select = false, id = "policy" } = {}) {
  return page.locator(`#${id}`).evaluate(
    (area, [wanted, selects]) => {
      const at = area.value.indexOf(wanted);
      area.focus();
      area.setSelectionRange(selects ? at : at + wanted.length, at + wanted.length);
    },
    [text, select],
  );
}

/** Repeats a check until it passes, or fails with its last complaint. */
export async function eventually(check, patienceMs = 5_000) {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
