// The editor in the place of the text areas: that it comes late and once, what it shows, and how it is left.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertAccessible, assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import {
  READ_TEMPLATE,
  addPolicy,
  allow,
  becomes,
  editor,
  eventually,
  marked,
  openTab,
  policy,
  row,
  verdict,
  write,
} from "./page.mjs";

after(closeAll);

/** The editable part of the editor. */
const content = (page, id = "policy-0") => page.locator(`[data-for=${id}]`);
const value = (page, id = "policy-0") => page.locator(`#${id}`).evaluate((area) => area.value);
const options = (page) => page.locator(".cm-tooltip-autocomplete li .cm-completionLabel").allTextContents();

/** Takes the first of what is offered; a list that has only just opened takes no key yet. */
async function take(page, first) {
  await becomes(() => options(page).then((list) => list[0]), first);
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await becomes(() => options(page).then((list) => list.includes(first)), false);
}

/** Puts the caret behind a piece of text. */
const go = (page, text, id = "policy-0") =>
  page.locator(`#${id}`).evaluate((area, text) => {
    const at = area.value.indexOf(text) + text.length;
    area.focus();
    area.setSelectionRange(at, at);
  }, text);

/** Points at a word of the text until a card is shown. */
async function point(page, word) {
  await eventually(async () => {
    await page.mouse.move(2, 2);
    const box = await content(page).getByText(word, { exact: false }).last().boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    await page.locator(".cm-card").first().waitFor({ timeout: 1_500 });
  }, 10_000);
}

test("it comes after the first answer, once for all texts, and typing in it answers", async () => {
  const asked = [];
  const page = await openPage({
    ready: false,
    prepare: async (context) => {
      context.on("request", (request) => asked.push(new URL(request.url()).pathname));
      // Held back until the answer is there.
      await context.route(/\/editor\.js$/, async (route) => {
        await wasAnswered;
        await route.continue();
      });
    },
  });
  await becomes(() => verdict(page, "logs.pull"), "Allow", "answered without the editor");
  assert.equal(await page.locator(".rich-editor").count(), 0);
  assert.ok(await editor(page).isVisible());
  answered();
  await content(page).waitFor();
  await addPolicy(page, "to the RAM user", policy(allow("log:*", "*")));
  await becomes(() => page.locator(".rich-editor").count(), 2);
  assert.equal(asked.filter((path) => path.endsWith("/path/editor.js")).length, 1);

  await go(page, "log:ListProject");
  await page.keyboard.type("s");
  await becomes(() => value(page).then((text) => text.includes("log:ListProjects")), true);
  assertQuiet(page);
  await closePage(page);
});

let answered;
const wasAnswered = new Promise((resolve) => (answered = resolve));

test("without it, the text area stays", async () => {
  const page = await openPage({ ready: false, block: /\/editor\.js$/ });
  await write(page, policy(allow("log:PostLogStoreLogs", "*")));
  await becomes(() => verdict(page, "logs.write"), "Allow");
  await page.waitForTimeout(500);
  assert.ok(await editor(page).isVisible());
  assert.deepEqual(
    page.complaints.filter((complaint) => !complaint.includes("ERR_FAILED")),
    [],
  );
  await closePage(page);
});

test("findings are underlined, explained where one points, and mended there; undo takes it back", async () => {
  const page = await openPage();
  const text = policy(allow("log:PostLogStoreLog", "*"));
  await write(page, text);
  await becomes(() => content(page).locator(".cm-mark-warning").allTextContents(), ['"log:PostLogStoreLog"']);
  await point(page, "log:PostLogStoreLog");
  const card = page.locator(".cm-card", { hasText: "action-misspelt" });
  assert.match(await card.innerText(), /did you mean/);
  assert.match(await card.getByRole("link").first().getAttribute("href"), /^https:/);
  await card.getByRole("button").click();
  await becomes(() => verdict(page, "logs.write"), "Allow");
  assert.equal(await value(page), text.replace("PostLogStoreLog", "PostLogStoreLogs"));
  await becomes(() => content(page).locator(".cm-mark-warning").count(), 0);
  await content(page).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await becomes(() => value(page), text);
  await becomes(() => verdict(page, "logs.write"), "ImplicitDeny");

  // A problem of the reader, from the list below.
  await write(page, text.replace('"Effect"', '"Sid": "x", "Effect"'));
  await becomes(() => content(page).locator(".cm-mark-error").count(), 1);
  await page.locator("#problems-0 button.place").first().click();
  assert.ok(await content(page).evaluate((dom) => dom === document.activeElement));
  assertQuiet(page);
  await closePage(page);
});

test("actions, condition keys and resources are completed, each as its place needs", async () => {
  const page = await openPage();
  await write(page, '{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:", "Resource": ""}]}');
  await go(page, '"log:');
  await page.keyboard.type("GetCur");
  const first = page.locator(".cm-tooltip-autocomplete li").first();
  await becomes(async () => /^log:GetCursorOrData\s*get$/.test(await first.innerText()), true);
  await take(page, "log:GetCursorOrData");
  await becomes(() => value(page).then((text) => text.includes('"Action": "log:GetCursorOrData", "Resource"')), true);

  await go(page, '"Resource": "');
  await page.keyboard.press("Control+Space");
  // What the action is checked on, with the scenario's names.
  await take(page, "acs:log:*:*:project/web-project/logstore/access-log");
  await go(page, 'access-log"');
  await page.keyboard.type(', "Condi');
  await take(page, "Condition");
  await page.keyboard.type('"IpAdd');
  await take(page, "IpAddress");
  await page.keyboard.type('"acs:Sou');
  await take(page, "acs:SourceIp");
  await eventually(async () =>
    assert.match(await value(page), /"Condition": \{\s*"IpAddress": \{\s*"acs:SourceIp": ""\s*\}\s*\}/),
  );
  assertQuiet(page);
  await closePage(page);
});

test("what is known of a word is shown with its source, in the page's language", async () => {
  const page = await openPage();
  await write(page, READ_TEMPLATE);
  await point(page, "log:ListProject");
  const card = page.locator(".cm-card");
  assert.match(await card.innerText(), /List the account's projects\.\n+Access level: list\./);
  assert.match(await card.getByRole("link").first().getAttribute("href"), /^https:/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "中文" }).click();
  await becomes(() => page.locator("html").getAttribute("lang"), "zh-CN");
  await go(page, '"log:List');
  await page.keyboard.press("Alt+Enter");
  await becomes(async () => /访问级别|匹配目录中的/.test(await card.innerText()), true);
  await becomes(() => page.locator(".cm-card a").first().evaluate((link) => link.textContent), "来源");
  assertQuiet(page);
  await closePage(page);
});

test("a text is laid out, and undone, and a removed card takes its history along", async () => {
  const page = await openPage();
  const short = JSON.stringify(JSON.parse(READ_TEMPLATE));
  await write(page, short);
  await go(page, "{");
  await page.keyboard.press("Shift+Alt+f");
  await becomes(() => value(page).then((text) => text.split("\n").length > 5), true);
  assert.equal(JSON.stringify(JSON.parse(await value(page))), short);
  await page.keyboard.press("ControlOrMeta+z");
  await becomes(() => value(page), short);

  const other = policy(allow("log:*", "*"));
  const index = await addPolicy(page, "to the RAM user", other);
  await content(page, `policy-${index}`).waitFor();
  await page.locator("article.card button.remove").first().click();
  await becomes(() => value(page, `policy-${index - 1}`), other);
  await content(page, `policy-${index - 1}`).focus();
  await page.keyboard.press("ControlOrMeta+End");
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ControlOrMeta+z");
  assert.ok(!(await value(page, `policy-${index - 1}`)).includes("log:ListProject\"]"), "not the text of the other");
  assertQuiet(page);
  await closePage(page);
});

test("statements that decide and those that do not are marked", async () => {
  const page = await openPage();
  await write(page, policy(allow("log:Get*", "*"), allow("ecs:*", "*")));
  await becomes(() => content(page).locator(".cm-idle").first().textContent(), "{");
  const idle = () => content(page).locator(".cm-idle").allTextContents();
  assert.match((await idle()).join(""), /ecs:\*/);
  assert.doesNotMatch((await idle()).join(""), /log:Get/);
  assert.match(await page.locator(".hint.idle").innerText(), /^1 statement decides none of the answers shown/);
  await row(page, "logs.query").hover();
  await becomes(async () => /"log:Get\*"/.test(await marked(page)), true);
  assert.equal(await page.locator(".cm-bar-allow").count() > 0, true);
  await page.locator(".matrix h2").hover();
  await becomes(() => marked(page), "");
  // What decides is idle no longer.
  await write(page, policy(allow("log:Get*", "*"), allow("log:PostLogStoreLogs", "*")));
  await becomes(() => content(page).locator(".cm-idle").count(), 0);
  assertQuiet(page);
  await closePage(page);
});

test("plain text fields are a lasting choice, and come and go with the text", async () => {
  const page = await openPage();
  await write(page, READ_TEMPLATE);
  await page.getByLabel("Plain text fields").check();
  await becomes(() => page.locator(".rich-editor").count(), 0);
  assert.ok(await editor(page).isVisible());
  assert.equal(await editor(page).inputValue(), READ_TEMPLATE);
  await page.reload();
  await editor(page).waitFor();
  await page.waitForTimeout(600);
  assert.equal(await page.locator(".rich-editor").count(), 0);
  await page.getByLabel("Plain text fields").uncheck();
  await content(page).waitFor();
  assert.equal(await value(page), READ_TEMPLATE);
  await page.reload();
  await content(page).waitFor();
  assertQuiet(page);
  await closePage(page);
});

test("Tab indents, and after Escape it leaves", async () => {
  const page = await openPage();
  await write(page, READ_TEMPLATE);
  await go(page, "{");
  await page.keyboard.press("Tab");
  await eventually(async () => assert.notEqual(await value(page), READ_TEMPLATE));
  const inside = () => content(page).evaluate((dom) => dom === document.activeElement);
  assert.ok(await inside());
  const text = await value(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.equal(await inside(), false);
  assert.equal(await value(page), text);
  await content(page).focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await inside(), false);
  assertQuiet(page);
  await closePage(page);
});

test("drafts of Flink SQL have it too", async () => {
  const page = await openPage();
  await openTab(page, "jobs");
  await page.locator(".jobs button.guide").click();
  await content(page, "draft-0").waitFor();
  await go(page, "'connector' = 'sls',", "draft-0");
  await page.keyboard.type(" 'consumerG");
  await take(page, "consumerGroup");
  await eventually(async () => assert.match(await value(page, "draft-0"), /'sls', 'consumerGroup' = ''/));
  await page.keyboard.type("g");
  await go(page, "'consumerGroup' = 'g'", "draft-0");
  await page.keyboard.type(",");
  await becomes(() => page.locator(".jobs [data-step]").count().then((count) => count > 2), true);

  // A secret in plain text is underlined; the fix writes a variable, and undo brings it back.
  const secret = (await value(page, "draft-0")).replace("${secret_values.slsaks}", "S3cretS3cretS3cretS3cretS3cret");
  await page.locator("#draft-0").evaluate((area, text) => {
    area.value = text;
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, secret);
  await becomes(() => content(page, "draft-0").locator(".cm-mark-error").count().then((count) => count > 0), true);
  await page.locator(".jobs .cm-sign[title^=Show]:has(.cm-icon-error)").first().click();
  await page.locator(".cm-card").getByRole("button", { name: "Replace them with variables" }).first().click();
  await becomes(() => value(page, "draft-0").then((text) => text.includes("S3cret")), false);
  assertQuiet(page);
  await closePage(page);
});

test("axe finds nothing with the editor, its findings and its list, in both languages", async () => {
  for (const locale of ["en-US", "zh-CN"]) {
    const page = await openPage({ locale, reducedMotion: "reduce" });
    await write(page, policy(allow("log:PostLogStoreLog", "*"), { ...allow("ecs:*", "*"), Sid: "x" }));
    await becomes(() => content(page).locator(".cm-mark-error").count(), 1);
    await eventually(async () => assert.ok(await content(page).locator(".cm-mark-warning").count()));
    await assertAccessible(page);
    await go(page, '"log:');
    await page.keyboard.press("Control+Space");
    await page.locator(".cm-tooltip-autocomplete").waitFor();
    // The list is gone through with the arrow keys from the text, where the focus stays.
    await assertAccessible(page, { except: ["scrollable-region-focusable"] });
    await page.keyboard.press("Escape");
    await page.keyboard.press("F8");
    await page.locator(".cm-card").waitFor();
    await assertAccessible(page);
    await closePage(page);
  }
});
