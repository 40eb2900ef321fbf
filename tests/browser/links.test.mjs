// Links: what one holds is shown beside one's own work, which nothing happens to; what cannot be opened says why.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { assertAccessible, assertQuiet, closeAll, closePage, openPage, started } from "./harness.mjs";
import { addPolicy, assertFitsSideways, becomes, eventually, policy, allow } from "./page.mjs";

after(closeAll);

/** Links of released versions, each with its content. */
const GOLDEN = readFileSync(new URL("../../crates/link/tests/golden.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => [line.slice(0, line.indexOf(" ")), JSON.parse(line.slice(line.indexOf(" ") + 1))]);

/** A link with the title `谁可以读取 <b>?` and the user `zhang.san`. */
const LINK = "11FknxeYTuflGPZbtuoI6YN9B5axAxh7uIHe6xE5XsuARqnmOUtt5x7TQsxiecMeYGX6w4dDKCON0";
const TITLE = "谁可以读取 <b>?";
const USER = "zhang.san";

/** A link whose form is of a later version: the sum at its end is right. */
const NEWER = "20AabcDwfw";

const visit = (page) => page.locator(".notice.visit");
const refusal = (page) => page.locator(".notice [data-code]");
const user = (page) => page.locator("#user");
const button = (page, name) => visit(page).getByRole("button", { name });
const fragment = (page) => page.evaluate(() => location.hash);
const count = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("ramplay.record.")).length);

/** A window with work of its own. */
async function withWork(options = {}) {
  const page = await openPage(options);
  await page.locator("#title").fill("my work");
  await user(page).fill("me");
  await eventually(async () => assert.equal(await count(page), 1));
  return page;
}

/** Goes to another link in the page that is open. */
const go = (page, link) => page.evaluate((link) => void (location.hash = link), link);

async function assertOwnWork(page) {
  await becomes(() => user(page).inputValue(), "me");
  assert.equal(await page.locator("#title").inputValue(), "my work");
  assert.equal(await visit(page).count(), 0);
}

test("a link is shown before anything else, beside the own work, and a reload shows it again", async () => {
  const page = await openPage({ path: `#${LINK}` });
  assert.equal(await user(page).inputValue(), USER);
  assert.match(await visit(page).innerText(), /what a link holds: “谁可以读取 <b>\?”/);
  assert.equal(await page.locator("#title").inputValue(), TITLE);
  assert.equal(await fragment(page), `#${LINK}`);
  assert.equal(await count(page), 0, "nothing is stored that was only looked at");
  await page.reload();
  await started(page);
  assert.equal(await user(page).inputValue(), USER);
  await button(page, "To the example").click();
  await becomes(() => user(page).inputValue(), "alice");
  assert.equal(await fragment(page), "");
  assertQuiet(page);
  await closePage(page);
});

test("the own work comes back as it was", async () => {
  const page = await withWork();
  await go(page, LINK);
  await becomes(() => user(page).inputValue(), USER);
  assert.equal(await count(page), 1);
  // Another tab, or the same one loaded again without the link, has the own work.
  await button(page, "Back to my own work").click();
  await assertOwnWork(page);
  assert.equal(await fragment(page), "");
  // And so has who goes back in the history of the browser.
  await go(page, LINK);
  await visit(page).waitFor();
  await page.goBack();
  await assertOwnWork(page);
  await page.reload();
  await started(page);
  await assertOwnWork(page);
  assertQuiet(page);
  await closePage(page);
});

test("a copy is kept when a person says so", async () => {
  const page = await withWork();
  await go(page, LINK);
  await button(page, "Keep a copy").click();
  await eventually(async () => assert.equal(await count(page), 2));
  await becomes(() => fragment(page), "");
  assert.match(await visit(page).innerText(), /a scenario of your own now/);
  await page.reload();
  await started(page);
  assert.equal(await user(page).inputValue(), USER);
  assert.equal(await visit(page).count(), 0);
  assertQuiet(page);
  await closePage(page);
});

test("an edit is never lost: it makes a copy", async () => {
  const page = await withWork();
  await go(page, LINK);
  await visit(page).waitFor();
  await user(page).fill("edited");
  assert.match(await visit(page).innerText(), /a scenario of your own now/);
  await eventually(async () => assert.equal(await count(page), 2));
  await becomes(() => fragment(page), "");
  await button(page, "Back to my own work").click();
  await assertOwnWork(page);
  await page.reload();
  await started(page);
  await assertOwnWork(page);
  assert.equal(await count(page), 2);
  assertQuiet(page);
  await closePage(page);
});

test("links of all versions open, one after the other", async () => {
  const page = await withWork();
  for (const [link, content] of GOLDEN) {
    await go(page, "");
    await go(page, link);
    if (content.future || content.notes) {
      await eventually(async () => assert.equal(await refusal(page).getAttribute("data-code"), "link-scenario-newer"));
      assert.match(await page.locator(".notice textarea").inputValue(), /"(future|notes)": /);
    } else {
      await visit(page).waitFor();
      assert.equal(await user(page).inputValue(), content.identities.user);
    }
  }
  await go(page, "");
  await assertOwnWork(page);
  assertQuiet(page);
  await closePage(page);
});

for (const [what, link, code, words] of [
  ["cut", LINK.slice(0, -3), "link-cut", /this link was cut: its last 3 characters are missing/],
  ["damaged", `${LINK.slice(0, 9)}${LINK[9] === "x" ? "y" : "x"}${LINK.slice(10)}`, "link-damaged", /this link was damaged/],
  ["made by a newer version", NEWER, "link-newer", /made by a newer version/],
  ["random bytes", "%ff%00%8a~", "link-none", /no link of the playground/],
  ["none of ours", "s=N4IgLgngDgpiBcIDaB", "link-none", /no link of the playground/],
  ["a bomb", `1${"A".repeat(100_000)}`, "link-too-long", /more than the 32768 of any link/],
]) {
  test(`a link is refused, and the own work stays: ${what}`, async () => {
    const page = await withWork();
    await go(page, link);
    await refusal(page).waitFor();
    assert.equal(await refusal(page).getAttribute("data-code"), code);
    assert.match(await refusal(page).innerText(), words);
    await assertOwnWork(page);
    // The same when the page is opened with it.
    await page.reload();
    await started(page);
    assert.match(await refusal(page).innerText(), words);
    await assertOwnWork(page);
    await page.getByRole("button", { name: "中文" }).click();
    assert.match(await refusal(page).innerText(), /未打开该链接/);
    await page.getByRole("button", { name: "English" }).click();
    if (code === "link-newer") assert.equal(await page.locator(".notice textarea").inputValue(), NEWER);
    await page.locator(".notice").getByRole("button", { name: "Dismiss" }).click();
    assert.equal(await fragment(page), "");
    assertQuiet(page);
    await closePage(page);
  });
}

test("a link that is refused takes no time", async () => {
  const page = await openPage({ path: `#${LINK}` });
  const took = await page.evaluate(async () => {
    const opener = await window.ramplayOpener;
    const random = (length) => Array.from({ length }, () => (Math.random() * 36 | 0).toString(36)).join("");
    const start = performance.now();
    for (let turn = 0; turn < 100; turn += 1) opener.open(`1${random(32_000)}`);
    return (performance.now() - start) / 100;
  });
  // What it takes is printed and not asserted: the machine may be busy.
  console.log(`# ${took.toFixed(2)} ms for each refused link of 32,000 characters`);
  await closePage(page);
});

test("an empty playground is a link, too", async () => {
  const page = await withWork();
  await go(page, "new");
  await becomes(() => user(page).inputValue(), "alice");
  await page.reload();
  await started(page);
  assert.equal(await user(page).inputValue(), "alice");
  await button(page, "Back to my own work").click();
  await assertOwnWork(page);
  assertQuiet(page);
  await closePage(page);
});

test("without storage a link can be looked at and edited", async () => {
  const page = await openPage({ path: `#${LINK}`, storage: "denied" });
  assert.equal(await user(page).inputValue(), USER);
  assert.equal(await page.locator(".notice").count(), 1, "nothing has to be stored yet");
  await user(page).fill("edited");
  await page.locator(".notice", { hasText: "does not let the page store anything" }).waitFor();
  assert.equal(await fragment(page), `#${LINK}`, "a reload shows at least the link again");
  await visit(page).getByRole("button", { name: "To the example" }).click();
  await becomes(() => user(page).inputValue(), "alice");
  assertQuiet(page);
  await closePage(page);
});

test("the reader of links that does not come is said, and the own work is there", async () => {
  const page = await openPage({ path: `#${LINK}`, block: /ramplay-opener/ });
  assert.equal(await refusal(page).getAttribute("data-code"), "link-not-loaded");
  assert.equal(await user(page).inputValue(), "alice");
  await closePage(page);
});

test("nobody without a link loads what reads them", async () => {
  const asked = [];
  const opening = async (page) => page.on("request", (request) => asked.push(request.url()));
  const page = await openPage({ opening });
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  assert.equal(await fragment(page), "");
  assert.equal(await page.evaluate(() => document.activeElement.id), "answer");
  assert.deepEqual(asked.filter((url) => url.includes("opener")), []);
  assertQuiet(page);
  await closePage(page);
});

for (const [locale, said] of [
  ["en-US", /what a link holds/],
  ["zh-CN", /链接中的内容/],
]) {
  test(`what is said of links can be used by everybody, on a phone (${locale})`, async () => {
    const page = await openPage({ path: `#${LINK}`, width: 390, locale, reducedMotion: "reduce" });
    assert.match(await visit(page).innerText(), said);
    await assertFitsSideways(page);
    await assertAccessible(page);
    await go(page, NEWER);
    await refusal(page).waitFor();
    await assertFitsSideways(page);
    await assertAccessible(page);
    assertQuiet(page);
    await closePage(page);
  });
}

// Sharing.

const dialog = (page) => page.locator("dialog:has(.share)");
const shown = (page, section) => dialog(page).locator(`${section} .copyable pre`);
const plainLink = (page) => shown(page, ".plain-link");
const part = (page, name) => dialog(page).locator(".inside dt", { hasText: name }).locator("+ dd");
const details = (page, name) => dialog(page).locator("details", { has: page.locator("summary", { hasText: name }) });

async function openShare(page) {
  await page.locator("#share").click();
  await dialog(page).locator(".share").waitFor();
}

/** What the link that the dialog shows holds, as another visitor sees it. */
async function opened(page) {
  const link = await plainLink(page).innerText();
  assert.ok(link.startsWith(`${page.site}#1`), link);
  const other = await openPage({ path: link.slice(link.indexOf("#")) });
  const seen = {
    user: await user(other).inputValue(),
    title: await other.locator("#title").inputValue(),
    notice: await other.locator(".notice.visit").count(),
  };
  await closePage(other);
  return { link, ...seen };
}

test("the dialog says what is in the link, and the link opens with that", async () => {
  const page = await withWork();
  await page.locator("h1").click();
  await page.keyboard.press("s");
  await dialog(page).locator(".share").waitFor();
  assert.equal(await part(page, "Title").innerText(), "my work");
  assert.equal(await part(page, "Accounts and names").innerText(), "me");
  assert.match(await part(page, "Policies").innerText(), /flink-read-logstore, AliyunStreamReadOnlyAccess/);
  await dialog(page).locator("#share-called").fill("谁可以读取");
  const { link, ...seen } = await opened(page);
  assert.deepEqual(seen, { user: "me", title: "谁可以读取", notice: 1 });
  assert.match(await dialog(page).locator(".length").innerText(), new RegExp(`${link.length} characters: short enough`));
  assert.equal(await fragment(page), "", "the address is left alone until a person says so");
  await assertAccessible(page);
  assertQuiet(page);
  await closePage(page);
});

test("the address bar has the link when a person wants it, until they edit", async () => {
  const page = await withWork();
  await openShare(page);
  await page.locator("#share-address").click();
  const link = await plainLink(page).innerText();
  assert.equal(await page.evaluate(() => location.href), link);
  await page.reload();
  await started(page);
  await assertOwnWork(page);
  assert.equal(await page.evaluate(() => location.href), link);
  await user(page).fill("me again");
  await becomes(() => fragment(page), "");
  assertQuiet(page);
  await closePage(page);
});

test("a link is copied as text, as Markdown, with its verdicts, as a picture and as a tag", async () => {
  const page = await openPage();
  await openShare(page);
  const link = await plainLink(page).innerText();
  const copied = async (place) => {
    await place.locator(".copy").click();
    await place.locator(".copy", { hasText: "Copied" }).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  assert.equal(await copied(dialog(page).locator(".plain-link")), link);
  await details(page, /^Markdown$/).locator("summary").click();
  assert.equal(await copied(details(page, /^Markdown$/)), `[Access to Realtime Compute for Apache Flink](${link})`);
  await details(page, "with the verdicts").locator("summary").click();
  const table = await copied(details(page, "with the verdicts"));
  assert.match(table, /\| Consume logs without a consumer group \(pull\) \| ✓ allowed \|/);
  await details(page, "QR").locator("summary").click();
  assert.ok((await dialog(page).getByRole("img", { name: "QR code of the link" }).boundingBox()).width > 100);
  await details(page, "Tag").locator("summary").click();
  await page.locator("#share-theme").selectOption("dark");
  await page.locator("#share-height").fill("300");
  await details(page, "Tag").getByRole("button", { name: "Policies" }).click();
  const tag = await copied(details(page, "Tag"));
  const fragment = link.slice(link.indexOf("#"));
  assert.ok(
    tag.startsWith(`<ram-playground scenario="${fragment}" show="matrix logstore" lang="en" theme="dark" height="300" readonly>\n`),
    tag,
  );
  assert.ok(tag.endsWith(`<script src="${page.site}embed.js" defer></script>\n`), tag);
  await assertAccessible(page);
  assertQuiet(page);
  await closePage(page);
});

test("where the browser does not let the page copy, the text is selected", async () => {
  const deny = () => {
    if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
  };
  const page = await openPage({ prepare: (context) => context.addInitScript(deny) });
  await openShare(page);
  await dialog(page).locator(".plain-link .copy").click();
  await dialog(page).locator(".plain-link .copy", { hasText: "Selected" }).waitFor();
  assert.equal(await page.evaluate(() => getSelection().toString()), await plainLink(page).innerText());
  assertQuiet(page);
  await closePage(page);
});

test("what is secret gets into no link: the dialog says where it is, and masks it", async () => {
  const SECRET = "LTAI5tAbCdEfGhIjKlMnOpQr";
  const page = await openPage({ plain: true });
  await addPolicy(page, "to the RAM user", policy({ ...allow("log:*", "*"), Condition: { StringEquals: { "acs:AccessId": SECRET } } }));
  await openShare(page);
  const refused = dialog(page).locator(".refused");
  assert.match(await refused.innerText(), /AccessKey ID `?LTAI\*\*\*\*`? in the policy `?#3`?, line 1?\d/);
  assert.ok(!(await dialog(page).innerText()).includes(SECRET));
  assert.equal(await plainLink(page).count(), 0);
  await assertAccessible(page);
  await page.locator("#share-mask").click();
  await plainLink(page).waitFor();
  assert.equal(await refused.count(), 0);
  const { link } = await opened(page);
  const content = await page.evaluate(async (link) => {
    const opener = await import(new URL("ramplay-opener.js", document.baseURI).href);
    await opener.default({ module_or_path: new URL("ramplay-opener_bg.wasm", document.baseURI) });
    return opener.open(link.slice(link.indexOf("#") + 1)).join();
  }, link);
  assert.ok(content.includes("LTAI****") && !content.includes(SECRET));
  assertQuiet(page);
  await closePage(page);
});

test("names are other ones in the link, and the page keeps its own", async () => {
  const page = await withWork();
  await page.locator("#account").fill("1234567890123456");
  await openShare(page);
  assert.match(await part(page, "Accounts and names").innerText(), /1234567890123456/);
  await page.locator("#share-accounts").check();
  assert.equal(await part(page, "Accounts and names").innerText(), "me");
  assert.equal(await page.locator("#share-address").count(), 0, "the page shows something else");
  await page.locator("#share-names").check();
  assert.match(await part(page, "Accounts and names").innerText(), /only those of the example/);
  await dialog(page).locator(".replaced summary").click();
  assert.match(await dialog(page).locator(".replaced").innerText(), /me\s+alice/);
  assert.equal((await opened(page)).user, "alice");
  assert.equal(await user(page).inputValue(), "me");
  assertQuiet(page);
  await closePage(page);
});

for (const [locale, said] of [
  ["en-US", /chat/],
  ["zh-CN", /长度适合聊天、邮件和文档/],
]) {
  test(`sharing can be used by everybody, on a phone (${locale})`, async () => {
    const page = await openPage({ width: 390, locale, reducedMotion: "reduce" });
    await openShare(page);
    for (const summary of await dialog(page).locator("details summary").all()) await summary.click();
    assert.match(await dialog(page).innerText(), said);
    await assertFitsSideways(page);
    await assertAccessible(page);
    await page.keyboard.press("Escape");
    await becomes(() => page.evaluate(() => document.activeElement.id), "share");
    assertQuiet(page);
    await closePage(page);
  });
}
