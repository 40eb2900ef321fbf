// What the tests with Firefox need, as harness.mjs and page.mjs have it for Chromium: Playwright cannot drive the Firefox
// that people have, Puppeteer can, over WebDriver BiDi.
//
//   const page = await openPage({ width: 390 });
//   …
//   assertQuiet(page);
//   await closePage(page);
//   after(closeAll);            // once per file
import assert from "node:assert/strict";

import puppeteer from "puppeteer-core";

import { closeAll as closeServer, denyWorkers, outside, spoilStorage, startServer, tellViolations, violations } from "./harness.mjs";
import { eventually } from "./page.mjs";

const PATIENCE_MS = 15_000;

/** Settings of Firefox. */
const PREFERENCES = {
  // Axe must not meet a colour on its way to another.
  "ui.prefersReducedMotion": 1,
  // Tests read what the page has copied without being asked.
  "dom.events.testing.asyncClipboard": true,
  "intl.accept_languages": "en-US",
};

/** A promise of the one browser of this process, once it is wanted. */
let browser;

/** Why there can be no tests with Firefox, or nothing. */
export const isMissing = !process.env.FIREFOX && "FIREFOX is not set: `cargo xtask test --only browser` sets it where there is one";

function startBrowser() {
  browser ??= puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX,
    headless: true,
    extraPrefsFirefox: PREFERENCES,
    // A first start takes long where others want the machine, too.
    timeout: 120_000,
    protocolTimeout: 60_000,
  });
  return browser;
}

/**
 * Opens the site in a window of its own, with storage of its own.
 *
 * - `width`, `height`: the window
 * - `storage`, `workers`, `site`, `others`, `path`, `ready`: as those of harness.mjs
 * - `opening(page)`: called before the page goes to its address
 */
export async function openPage({
  width = 1280,
  height = 800,
  storage = "ok",
  workers = "denied",
  site = undefined,
  others = [],
  path = "",
  opening = async () => {},
  ready = true,
} = {}) {
  const address = site ?? (await startServer()).address;
  const context = await (await startBrowser()).createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.site = address;
  page.complaints = [];
  watch(page, [address, ...others]);
  await page.setViewport({ width, height });
  await page.evaluateOnNewDocument(spoilStorage, storage);
  if (workers === "denied") await page.evaluateOnNewDocument(denyWorkers);
  await page.evaluateOnNewDocument(tellViolations);
  await opening(page);
  await page.goto(address + path);
  if (ready) await started(page);
  return page;
}

/** Opens the site in a second tab of a page's window; its complaints are the page's. */
export async function secondTab(page) {
  const other = await page.browserContext().newPage();
  other.setDefaultTimeout(PATIENCE_MS);
  other.complaints = page.complaints;
  watch(other, [page.site]);
  await other.evaluateOnNewDocument(tellViolations);
  await other.goto(page.site);
  await started(other);
  return other;
}

/** Notes what the page should not have done. */
function watch(page, own) {
  page.on("console", (message) => {
    if (["error", "warn", "assert"].includes(message.type())) page.complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => page.complaints.push(`uncaught: ${error}`));
  page.on("response", (response) => {
    if (response.status() >= 400) page.complaints.push(`${response.status()} for ${response.url()}`);
  });
  const isOutside = outside(own);
  page.on("request", (request) => {
    if (isOutside(request.url())) page.complaints.push(`request outside of the site: ${request.url()}`);
  });
}

/** Waits until the page has shown itself, with the editor in it. */
export function started(page) {
  return page.waitForFunction(() => !document.querySelector("#loading") && document.querySelector("#app .cm-content"));
}

/** Closes a page, its window and its storage. */
export const closePage = (page) => page.browserContext().close();

/** Ends the browser and the server; to be called at the end of every file. */
export async function closeAll() {
  await (await browser)?.close();
  browser = undefined;
  await closeServer();
}

/** Fails if axe finds the page hard to use as it is. */
export async function assertAccessible(page, what) {
  assert.deepEqual(await violations(page), [], what);
}

// What a person does. Pages and frames are driven alike; keys are those of a page.

/** Clicks on something, once it can be clicked on. */
export const click = (page, selector) => page.locator(selector).setTimeout(PATIENCE_MS).click();

/** Clicks on the button with these words. */
export const press = (page, words) => click(page, `xpath/.//button[normalize-space()="${words}"]`);

/** Replaces what stands in a field; a policy's, too, in whose place the editor is. */
export async function fill(page, selector, text) {
  await page.waitForSelector(selector);
  await page.evaluate(
    (selector, text) => {
      const field = document.querySelector(selector);
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    selector,
    text,
  );
}

/** Puts the caret behind a piece of a field's text. */
export function go(page, text, selector = "#policy-0") {
  return page.evaluate(
    (selector, text) => {
      const field = document.querySelector(selector);
      const at = field.value.indexOf(text) + text.length;
      field.focus();
      field.setSelectionRange(at, at);
    },
    selector,
    text,
  );
}

/** Presses keys together, such as "Control", "z". */
export async function chord(page, held, key) {
  await page.keyboard.down(held);
  await page.keyboard.press(key);
  await page.keyboard.up(held);
}

// What a person sees.

/** The texts of all that is there. */
export const texts = (page, selector) => page.$$eval(selector, (all) => all.map((each) => each.innerText.trim()));

/** The text of what is there once; waits for it. */
export const text = async (page, selector) => (await page.waitForSelector(selector)).evaluate((each) => each.innerText);

export const count = (page, selector) => page.$$eval(selector, (all) => all.length);
export const value = (page, selector) => page.evaluate((selector) => document.querySelector(selector)?.value, selector);
export const attribute = (page, selector, name) =>
  page.evaluate((selector, name) => document.querySelector(selector)?.getAttribute(name), selector, name);
export const verdict = (page, id) => attribute(page, `[data-row="${id}"]`, "data-verdict");

/** Where the focus is: the id, or the class. */
export const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.className);

/** Waits until a text matches. */
export const says = (page, selector, expected) => eventually(async () => assert.match(await text(page, selector), expected));
