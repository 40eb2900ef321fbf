// The main job: paste a policy and read what it allows on the Logstore.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import {
  READ_TEMPLATE,
  WRITE_TEMPLATE,
  becomes,
  editor,
  focus,
  explanation,
  paste,
  row,
  rowButton,
  verdict,
  verdicts,
} from "./page.mjs";

after(closeAll);

const missing = (page, id) => row(page, id).locator("code.missing").allTextContents();

/** What the guide's read-only template allows: all that is listed or got on the Logstore and below. */
const READ = [
  "project.list",
  "logstore.list",
  "logstore.read-settings",
  "logs.pull",
  "logs.query",
  "logs.query-console",
  "index.read",
  "group.list",
];

const allowed = async (page) =>
  Object.entries(await verdicts(page))
    .filter(([, verdict]) => verdict === "Allow")
    .map(([id]) => id)
    .sort();

test("the read-only template lets logs be consumed without a consumer group, not written", async () => {
  const page = await openPage();
  await paste(page, "{}");
  await becomes(() => verdict(page, "logs.pull"), "Withheld");
  await paste(page, READ_TEMPLATE);
  assert.equal(await editor(page).inputValue(), READ_TEMPLATE);
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  await becomes(() => allowed(page), READ.toSorted());

  assert.equal(await verdict(page, "logs.write"), "ImplicitDeny");
  assert.deepEqual(await missing(page, "logs.write"), ["log:PostLogStoreLogs"]);
  assert.equal(await verdict(page, "group.flink"), "ImplicitDeny");
  assert.deepEqual(await missing(page, "group.flink"), [
    "log:CreateConsumerGroup",
    "log:ConsumerGroupUpdateCheckPoint",
  ]);

  await rowButton(page, "logs.write").click();
  const reason = await explanation(page).innerText();
  assert.match(reason, /implicitly denied: nothing in the identity-based policies allows it/);
  assert.match(
    reason,
    /log:PostLogStoreLogs on acs:log:cn-hangzhou:1000000000000001:project\/web-project\/logstore\/access-log/,
  );
  assert.match(reason, /Statements about other actions: 4/);
  assert.match(reason, /stated/);
  await rowButton(page, "logs.pull").click();
  await becomes(() => explanation(page).count(), 1, "one explanation at a time");
  const trail = await explanation(page).innerText();
  assert.match(trail, /Allow flink-read-logstore #3: applies/);
  assertQuiet(page);
  await closePage(page);
});

test("the write template lets logs be written, not consumed", async () => {
  const page = await openPage();
  await paste(page, WRITE_TEMPLATE);
  await becomes(() => verdict(page, "logs.write"), "Allow");
  await becomes(() => allowed(page), ["logs.write"]);
  assert.equal(await verdict(page, "logs.pull"), "ImplicitDeny");
  assert.deepEqual(await missing(page, "logs.pull"), ["log:ListShards", "log:GetCursorOrData"]);
  assert.deepEqual(await missing(page, "logs.write"), []);
  assert.match(await row(page, "logs.write").innerText(), /flink-read-logstore #1/);
  await rowButton(page, "logs.pull").click();
  assert.match(await explanation(page).innerText(), /nothing in the identity-based policies allows it/);
  assertQuiet(page);
  await closePage(page);
});

test("the answer follows each keystroke", async () => {
  const page = await openPage();
  await paste(page, WRITE_TEMPLATE);
  await becomes(() => verdict(page, "logs.write"), "Allow");
  await caretBehind(page, "PostLogStoreLogs");
  await page.keyboard.press("Backspace");
  await becomes(() => verdict(page, "logs.write"), "ImplicitDeny");
  await page.keyboard.type("*");
  await becomes(() => verdict(page, "logs.write"), "Allow");
  await page.keyboard.type("\\");
  await becomes(() => verdict(page, "logs.write"), "Withheld");
  await page.keyboard.press("Backspace");
  await becomes(() => verdict(page, "logs.write"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("typing in the middle keeps text and caret", async () => {
  // The editor closes what is opened.
  const page = await openPage({ plain: true });
  const before = await editor(page).inputValue();
  const at = await caretBehind(page, "log:ListProject");
  const typed = '-许可😀"\\{}\n x';
  await page.keyboard.type(typed);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("y");
  const expected = `${before.slice(0, at)}${typed.slice(0, -1)}yx${before.slice(at)}`;
  assert.equal(await editor(page).inputValue(), expected);
  assert.equal(await editor(page).evaluate((area) => area.selectionStart), at + typed.length);

  // Replacing a selection, and taking it back as the browser does.
  await editor(page).evaluate((area) => area.setSelectionRange(2, 11));
  await page.keyboard.type("abc");
  assert.equal(await editor(page).inputValue(), `${expected.slice(0, 2)}abc${expected.slice(11)}`);
  assert.equal(await editor(page).evaluate((area) => area.selectionEnd), 5);
  assertQuiet(page);
  await closePage(page);
});

test("what was typed can be undone with the keyboard", async () => {
  const page = await openPage();
  const before = await editor(page).inputValue();
  await caretBehind(page, "log:ListProject");
  await page.keyboard.type("s");
  assert.notEqual(await editor(page).inputValue(), before);
  await page.keyboard.press("ControlOrMeta+z");
  assert.equal(await editor(page).inputValue(), before);
  await becomes(() => verdict(page, "project.list"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

/** Puts the caret behind a piece of text; resolves to its place. */
async function caretBehind(page, text) {
  await focus(editor(page));
  return editor(page).evaluate((area, text) => {
    const at = area.value.indexOf(text) + text.length;
    area.setSelectionRange(at, at);
    return at;
  }, text);
}
