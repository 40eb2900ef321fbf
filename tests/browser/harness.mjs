// What every browser test needs: the built site on a server, a browser, and a record of all
// that the page should not have done.
//
//   const page = await openPage({ width: 390, colorScheme: "dark" });
//   …
//   assertQuiet(page);
//   await closePage(page);      // or leave it to closeAll
//   after(closeAll);            // once per file
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import axe from "axe-core";
import { chromium } from "playwright-core";

import { serve } from "./server.mjs";

/** The built site. */
export const DIST = process.env.RAMPLAY_DIST ?? fileURLToPath(new URL("../../dist/", import.meta.url));

/** Somewhere below the root, as the site must not care where it is. */
export const PATH = "/some/path/";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Promises of the one browser and the one server of this process, once they are wanted. */
let browser;
let server;

function startBrowser() {
  const executablePath = process.env.CHROMIUM;
  assert.ok(executablePath, "CHROMIUM is not set: run the tests with `cargo xtask test --only browser`");
  browser ??= chromium.launch({ executablePath, headless: true, args: FLAGS });
  return browser;
}

/** The server of the built site. */
export function startServer() {
  assert.ok(existsSync(join(DIST, "index.html")), `${DIST} has no site: run \`cargo xtask build\``);
  server ??= serve(DIST, PATH);
  return server;
}

/**
 * Opens the site in a window of its own, with storage of its own.
 *
 * - `width`, `height`, `colorScheme`, `locale`, `reducedMotion`: the window and its user
 * - `storage`: "ok", "denied" (every access throws) or "full" (every write throws)
 * - `workers`: "denied" (no service worker can be registered) or "ok"
 * - `javaScript`: whether the browser runs scripts
 * - `site`: the address of another server than that of the built site
 * - `others`: addresses of further servers that may be asked
 * - `guarded`: whether requests to anywhere else are kept back; if not, they are told all the same, and the browser's
 *   cache works
 * - `path`: what follows the site's address, such as "#s=…"
 * - `plain`: whether texts are edited in plain text fields; if not, this waits for the editor
 * - `block`: a regular expression; requests for addresses that match it fail
 * - `prepare(context)`: called before the page is opened, for scripts, routes and cookies
 * - `opening(page)`: called before the page goes to its address
 * - `ready`: whether to wait until the page has started
 */
export async function openPage({
  width = 1280,
  height = 800,
  colorScheme = "light",
  locale = "en-US",
  reducedMotion = "no-preference",
  storage = "ok",
  workers = "denied",
  javaScript = true,
  site = undefined,
  others = [],
  guarded = true,
  path = "",
  plain = false,
  block = undefined,
  prepare = async () => {},
  opening = async () => {},
  ready = true,
} = {}) {
  const address = site ?? (await startServer()).address;
  const context = await (await startBrowser()).newContext({
    viewport: { width, height },
    colorScheme,
    locale,
    reducedMotion,
    javaScriptEnabled: javaScript,
  });
  context.setDefaultTimeout(15_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(address).origin });
  if (plain) await context.addInitScript(choosePlain);
  await context.addInitScript(spoilStorage, storage);
  if (workers === "denied") await context.addInitScript(denyWorkers);
  await context.addInitScript(tellViolations);

  const complaints = [];
  context.on("console", (message) => {
    if (["error", "warning", "assert"].includes(message.type())) {
      complaints.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error()}`));
  context.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
  const isOutside = outside([address, ...others]);
  context.on("request", (request) => {
    if (isOutside(request.url())) complaints.push(`request outside of the site: ${request.url()}`);
  });
  if (guarded) await context.route(({ href }) => isOutside(href), (route) => route.abort());
  if (block) await context.route(block, (route) => route.abort());
  await prepare(context);

  const page = await context.newPage();
  page.complaints = complaints;
  page.site = address;
  await opening(page);
  await page.goto(address + path);
  if (ready) await started(page);
  return page;
}

/** Tells the addresses of other servers than these. */
export const outside = (own) => (address) =>
  /^(https?|wss?):/.test(address) && !own.some((site) => address.startsWith(site));

/** Waits until the page has taken the loading text away and shown itself. */
export async function started(page) {
  await page.locator("#loading").waitFor({ state: "detached" });
  await page.locator("#app > *").first().waitFor();
  // The editor comes when the page has answered, unless something is in its way.
  await page.waitForFunction(editorIsThere, undefined, { timeout: 5_000 }).catch(() => {});
}

function editorIsThere() {
  const { editor } = document.documentElement.dataset;
  return editor === "plain" || !document.querySelector("textarea[id^=policy-]") || document.querySelector(".cm-content");
}

function choosePlain() {
  if (location.protocol.startsWith("http")) localStorage.setItem("ramplay.editor", "plain");
}

/** Closes a page, its window and its storage. */
export async function closePage(page) {
  await page.context().close();
}

/** Ends the browser and the server; to be called at the end of every file. */
export async function closeAll() {
  await (await browser)?.close();
  await (await server)?.close();
  browser = undefined;
  server = undefined;
}

/** Fails if the page complained on the console, threw, missed a file or asked another server. */
export function assertQuiet(page) {
  assert.deepEqual(page.complaints, []);
}

/** Fails if axe finds the page hard to use in either theme, and says what and where; rules in `except` are left out. */
export async function assertAccessible(page, { except = [] } = {}) {
  const found = await violations(page, { rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])) });
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const [other, own] = isDark ? ["light", "dark"] : ["dark", "light"];
  await page.emulateMedia({ colorScheme: other });
  // Of all that axe checks only the contrast depends on the colours.
  found.push(...(await violations(page, { runOnly: ["color-contrast"] })));
  await page.emulateMedia({ colorScheme: own });
  assert.deepEqual(found, []);
}

/**
 * What axe finds in a page of ours, which is one frame: what, where, and why. Its half a megabyte is given to each document
 * once. Of a page in Chromium or Firefox.
 */
export async function violations(page, options = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run({ resultTypes: ["violations"], ...options });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary}`),
    );
  }, options);
}

/** Runs in the page, before its scripts: what its policy forbids is a complaint, even where the browser does not say so. */
export function tellViolations() {
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
    console.error(`against the policy: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
  });
}

/** Runs in the page, before its scripts. */
export function denyWorkers() {
  if (!globalThis.ServiceWorkerContainer) return;
  ServiceWorkerContainer.prototype.register = () =>
    Promise.reject(new DOMException("Access is denied for this document.", "SecurityError"));
}

/** Runs in the page, before its scripts. */
export function spoilStorage(storage) {
  if (storage === "denied") {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    }
  }
  if (storage === "full") {
    Storage.prototype.setItem = () => {
      throw new DOMException("Setting the value exceeded the quota.", "QuotaExceededError");
    };
  }
}
