// What a person does with the page and sees on it, in the words of the tests.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** The accounts of the example. */
export const OWNER = "1000000000000001";
export const OTHER = "2000000000000002";
export const MANAGEMENT_ACCOUNT = "3000000000000003";

/** A policy as people write it. */
export function policy(...statements) {
  return JSON.stringify({ Version: "1", Statement: statements }, undefined, 2);
}

export const allow = (action, resource) => ({ Effect: "Allow", Action: action, Resource: resource });
export const deny = (action, resource) => ({ Effect: "Deny", Action: action, Resource: resource });

/** The guide's templates for one Logstore, filled in: read from it, write to it. */
export const READ_TEMPLATE = policy(
  allow("log:ListProject", "acs:log:*:*:project/*"),
  allow("log:List*", "acs:log:*:*:project/web-project/logstore/*"),
  allow(["log:Get*", "log:List*"], "acs:log:*:*:project/web-project/logstore/access-log"),
);
export const WRITE_TEMPLATE = policy(
  allow(["log:PostLogStoreLogs"], ["acs:log:*:*:project/web-project/logstore/access-log"]),
);

/** A trust policy that lets these principals assume the role. */
export function trust(...principals) {
  return policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { RAM: principals } });
}

/** A data file of the Flink facts. */
export function facts(name) {
  return JSON.parse(readFileSync(new URL(`../../crates/flink/data/${name}.json`, import.meta.url), "utf8"));
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

/** Waits until what `read` resolves to is `expected`. */
export function becomes(read, expected, message) {
  return eventually(async () => assert.deepEqual(await read(), expected, message));
}

// What a person does.

export const editor = (page, index = 0) => page.locator(`#policy-${index}`);

/**
 * Replaces the text of a text area in one go, whether it is seen or the editor stands in its place. Playwright's own
 * `fill` and `focus` look at the page from a world of their own, in which the text area is only hidden.
 */
export async function fill(area, text) {
  await area.waitFor({ state: "attached" });
  await area.evaluate((area, text) => {
    area.focus();
    area.value = text;
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, text);
}

/** Puts the caret into a text area or the editor in its place. */
export const focus = (area) => area.evaluate((area) => area.focus());

/** Whether the caret is in a text area or the editor in its place. */
export const hasFocus = (area) =>
  area.evaluate((area) => {
    const { activeElement } = document;
    return activeElement === area || activeElement.dataset.for === area.id;
  });

/** Replaces a policy's text in one go. */
export const write = (page, text, index = 0) => fill(editor(page, index), text);

/** Replaces a policy's text from the clipboard, with the keyboard. */
export async function paste(page, text, index = 0) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await focus(editor(page, index));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("ControlOrMeta+v");
}

export const logOn = (page, method) => page.locator("#logon").selectOption(method);

/** The captions of what a menu offers. */
export const offered = (page, menu) => page.locator(`#${menu} li button`).allTextContents();

/** Chooses from one of the menus below the policies; `menu` is its id. */
export async function choose(page, menu, caption) {
  await page.locator(`#${menu} > summary`).click();
  await page.locator(`#${menu}`).getByRole("button", { name: caption, exact: true }).click();
}

/** Adds a policy at a place, with this text; resolves to its number. */
export async function addPolicy(page, place, text) {
  const editors = page.locator("textarea[id^=policy-]");
  const before = await editors.count();
  await choose(page, "add-policy", place);
  await becomes(() => editors.count(), before + 1);
  const index = Number((await editors.last().getAttribute("id")).replace("policy-", ""));
  await write(page, text, index);
  return index;
}

/** Takes all policies away. */
export async function removeAll(page) {
  const buttons = page.locator("article.card button.remove");
  for (let left = await buttons.count(); left > 0; left -= 1) {
    await buttons.first().click();
    await becomes(() => buttons.count(), left - 1);
  }
}

export const openTab = (page, name) => page.locator(`#tab-${name}`).click();

/** Opens the view of facts, and waits until it and its files have come. */
export async function openFacts(page) {
  await openTab(page, "facts");
  await page.locator(".facts").waitFor();
  await becomes(() => page.locator("#tables [role=status]").count(), 0);
}

// What a person sees.

export const row = (page, id) => page.locator(`[data-row="${id}"]`);
/** The button that opens and closes a row's explanation. */
export const rowButton = (page, id) => row(page, id).locator("button.row");
export const verdict = (page, id) => row(page, id).getAttribute("data-verdict");
export const explanation = (page) => page.locator("tr.explanation");

/** The verdicts of the table that is open, by row. */
export function verdicts(page) {
  return page
    .locator("#tables [data-verdict]")
    .evaluateAll((rows) => Object.fromEntries(rows.map((row) => [row.dataset.row, row.dataset.verdict])));
}

/** How both consoles are reached: of the cards, Management first. */
export function reach(page) {
  return page.evaluate(() => {
    const kinds = ["open", "provided", "closed", "impossible", "withheld"];
    const of = (id) => kinds.filter((kind) => document.getElementById(id).classList.contains(kind)).join(" ");
    return [of("console-management"), of("console-development")];
  });
}

/** How both consoles are reached with every logon method: of the matrix. */
export function matrix(page) {
  return page
    .locator(".matrix tr[data-method]")
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.dataset.method,
          [...row.querySelectorAll("[data-reach]")].map((cell) => cell.dataset.reach),
        ]),
      ),
    );
}

/** The problems of a policy, as "line:column code". */
export function problems(page, index = 0) {
  return page.locator(`#problems-${index} > li:has(.place)`).evaluateAll((items) =>
    items.map((item) => {
      const of = (selector) => item.querySelector(selector).textContent.trim();
      return `${of(".place")} ${of(".message > code:not(.help *):last-of-type")}`;
    }),
  );
}

/** What is marked as deciding in a policy's text, without white space: the editor does not mark that. */
export async function marked(page, index = 0) {
  const card = page.locator("article.card").nth(index);
  return (await card.locator("mark.decides, .cm-decides").allTextContents()).join("").replaceAll(/\s/g, "");
}

/** Fails if anything can be scrolled sideways but texts of policies and wide tables, which have to. */
export async function assertFitsSideways(page) {
  const wide = await page.evaluate(() => {
    const scrolls = (element) =>
      element === document.scrollingElement || /auto|scroll/.test(getComputedStyle(element).overflowX);
    return [document.scrollingElement, ...document.querySelectorAll("body *")]
      .filter((element) => element.scrollWidth > element.clientWidth && scrolls(element))
      .filter((element) => !element.closest(".editor, .wide, .copyable, textarea"))
      .map(
        ({ nodeName, className, scrollWidth, clientWidth }) =>
          `${nodeName} ${className}: ${scrollWidth} wide in ${clientWidth}`,
      );
  });
  assert.deepEqual(wide, []);
}
