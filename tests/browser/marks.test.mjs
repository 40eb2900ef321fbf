// Verdicts and the statements that decided them point at each other, for the mouse and for the keyboard.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import {
  OWNER,
  READ_TEMPLATE,
  addPolicy,
  allow,
  becomes,
  deny,
  editor,
  explanation,
  logOn,
  marked,
  openTab,
  policy,
  row,
  rowButton,
  trust,
  verdict,
  write,
} from "./page.mjs";

after(closeAll);

/** A policy's statements as they stand in its text, without white space. */
const statements = (text) => text.match(/^ {4}\{[\s\S]*?^ {4}\}/gm).map((one) => one.replaceAll(/\s/g, ""));

const focused = (page) =>
  page.evaluate(() => document.activeElement.closest("[data-row]")?.dataset.row ?? document.activeElement.id);

test("pointing at a verdict marks the statement that decided it", async () => {
  const page = await openPage();
  await write(page, READ_TEMPLATE);
  const [listProject, list, read] = statements(READ_TEMPLATE);
  assert.equal(await marked(page), "");
  for (const [id, statement] of [
    ["project.list", listProject],
    ["logstore.list", list],
    // Two checks, which different statements allow.
    ["logs.pull", list + read],
    ["logs.query", read],
    ["logs.write", ""],
  ]) {
    await row(page, id).hover();
    await becomes(() => marked(page), statement, id);
  }
  await row(page, "logs.pull").hover();
  await page.locator(".matrix h2").hover();
  await becomes(() => marked(page), "", "the pointer has left");
  await rowButton(page, "logstore.list").focus();
  await becomes(() => marked(page), list, "with the keyboard");

  // A denial marks the statement that denies, in the policy where it stands.
  const other = policy(allow("log:*", "*"), deny("log:GetCursorOrData", "*"));
  const index = await addPolicy(page, "to the RAM user", other);
  await becomes(() => verdict(page, "logs.pull"), "ExplicitDeny");
  await row(page, "logs.pull").hover();
  await becomes(() => marked(page, index), statements(other)[1]);
  assert.equal(await marked(page, 0), "");

  // Consoles too: theirs is the system policy's, whose text opens.
  await page.locator("#console-management").hover();
  await becomes(async () => /DescribeVvpInstances|stream:/.test(await marked(page, 1)), true);
  assertQuiet(page);
  await closePage(page);
});

test("marks go when the focus or the pointer leaves", async () => {
  const page = await openPage();
  await page.locator("#console-management .why").focus();
  await becomes(async () => (await marked(page, 1)) === "", false, "focused");
  await page.keyboard.press("Tab");
  await page.locator("#project").focus();
  await becomes(() => marked(page, 1), "", "the focus has left the console");

  await logOn(page, "ram_role.same_account");
  const text = trust(`acs:ram::${OWNER}:root`);
  const index = await addPolicy(page, "as the role's trust policy", text);
  const card = page.locator("#console-management");
  await card.locator(".preconditions li", { hasText: "trust policy" }).hover();
  await becomes(() => marked(page, index), statements(text)[0], "the precondition");
  await card.locator("h2").hover();
  await becomes(() => marked(page, index), "", "the pointer has left the precondition");
  assertQuiet(page);
  await closePage(page);
});

test("marking a statement moves nothing", async () => {
  const page = await openPage();
  await write(page, READ_TEMPLATE);
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  const moved = await page.evaluate(async () => {
    const column = document.querySelector(".scenario");
    const frames = async () => {
      for (const _ of "12") await new Promise(requestAnimationFrame);
    };
    const moved = [];
    for (let place = 0; place <= column.scrollHeight - column.clientHeight; place += 150) {
      for (const id of ["project.list", "logs.query"]) {
        const check = async (what) => {
          await frames();
          if (column.scrollTop !== place) moved.push(`${id} ${what}: ${place} to ${column.scrollTop}`);
          column.scrollTo(0, place);
          await frames();
        };
        column.scrollTo(0, place);
        await frames();
        document.querySelector(`[data-row="${id}"] button.row`).focus({ preventScroll: true });
        await check("marked");
        document.activeElement.blur();
        await check("unmarked");
      }
    }
    return moved;
  });
  assert.deepEqual(moved, [], "the scenario stays where it was");
  assertQuiet(page);
  await closePage(page);
});

test("the caret in a statement marks the verdicts that it decided", async () => {
  const page = await openPage({ plain: true });
  await write(page, READ_TEMPLATE);
  const decided = () =>
    page.locator("#tables tr.caret").evaluateAll((rows) => rows.map((row) => row.dataset.row).sort());
  await editor(page).focus();
  for (const [part, rows] of [
    ["log:ListProject", ["logs.query-console", "project.list"]],
    ["log:List*", ["group.list", "logs.pull", "logs.query-console", "logstore.list"]],
  ]) {
    const at = READ_TEMPLATE.indexOf(part);
    // As the arrow keys do: set, then one step.
    await editor(page).evaluate((area, at) => area.setSelectionRange(at, at), at);
    await page.keyboard.press("ArrowRight");
    await becomes(decided, rows, part);
  }
  await page.keyboard.press("ControlOrMeta+Home");
  await becomes(decided, [], "outside of every statement");
  // With the mouse: on the last line but two, which is in the third statement.
  const line = READ_TEMPLATE.split("\n").findIndex((line) => line.includes("log:Get*"));
  await editor(page).click({ position: { x: 60, y: 6 + 19 * line + 9 } });
  await becomes(async () => (await decided()).includes("logs.query"), true);
  await page.locator("#project").focus();
  await becomes(decided, [], "the caret has left");
  assertQuiet(page);
  await closePage(page);
});

test("explanations open and close with the keyboard", async () => {
  const page = await openPage();
  // What filters and copies the table comes between the tabs and the first row.
  await page.locator("#copy-table > summary").focus();
  await page.keyboard.press("Tab");
  const first = await focused(page);
  assert.ok(await row(page, first).count(), `Tab leads from the tabs to the first row, not to ${first}`);
  const button = rowButton(page, first);
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  await page.keyboard.press("Enter");
  await becomes(() => button.getAttribute("aria-expanded"), "true");
  assert.equal(await explanation(page).count(), 1);
  assert.equal(await focused(page), first, "the focus stays");
  await page.keyboard.press("Escape");
  await becomes(() => explanation(page).count(), 0);
  assert.equal(await focused(page), first);
  await page.keyboard.press("Space");
  await becomes(() => explanation(page).count(), 1);

  // The marks stay as long as the explanation is open.
  const text = await marked(page);
  await page.locator("#project").focus();
  assert.equal(await marked(page), text);
  await openTab(page, "management");
  await page.locator("#console-management .why").click();
  await becomes(() => page.locator("#console-management .explanation").count(), 1);
  assert.equal(await page.locator("#console-management .why").getAttribute("aria-expanded"), "true");
  await page.locator("#console-management .why").press("Enter");
  await becomes(() => page.locator("#console-management .explanation").count(), 0);
  assertQuiet(page);
  await closePage(page);
});

test("Tab leads to the way around the scenario first, and out of a text", async () => {
  const page = await openPage({ plain: true });
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  await becomes(() => focused(page), "answer");

  const text = await editor(page).inputValue();
  await editor(page).focus();
  await page.keyboard.press("Tab");
  assert.notEqual(await focused(page), "policy-0");
  assert.equal(await editor(page).inputValue(), text);
  await editor(page).focus();
  await page.keyboard.press("Shift+Tab");
  assert.notEqual(await focused(page), "policy-0");
  assertQuiet(page);
  await closePage(page);
});

test("a menu opens, adds and gives the focus back with the keyboard alone", async () => {
  const page = await openPage();
  const menu = page.locator("#add-template");
  await menu.locator("summary").focus();
  await page.keyboard.press("Enter");
  await becomes(() => menu.getAttribute("open"), "");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await becomes(() => page.locator("article.card").count(), 3);
  await becomes(() => menu.getAttribute("open"), null);
  assert.equal(await page.evaluate(() => document.activeElement.closest("details")?.id), "add-template");
  await becomes(() => verdict(page, "logs.write"), "Allow", "the second template is the one to write with");
  assertQuiet(page);
  await closePage(page);
});
