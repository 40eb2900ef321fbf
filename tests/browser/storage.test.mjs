// What was entered is there again after a reload, and nothing of it is ever lost in silence.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertQuiet, closeAll, closePage, openPage, started } from "./harness.mjs";
import {
  WRITE_TEMPLATE,
  addPolicy,
  becomes,
  editor,
  eventually,
  logOn,
  openTab,
  reach,
  verdict,
  verdicts,
  write,
} from "./page.mjs";

after(closeAll);

const notice = (page) => page.locator(".notice");
/** What is stored, as text: all scenarios without their heads. */
const stored = (page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith("ramplay.record."))
      .map(([, text]) => text.slice(text.indexOf("\n") + 1))
      .join("\n"),
  );

/** Opens the page with this text in the place of the stored scenario. */
function openWith(text, options) {
  const prepare = (context) =>
    context.addInitScript((text) => {
      // In the site, and once: a reload must find what the page itself has stored.
      if (!location.protocol.startsWith("http") || localStorage.getItem("prepared")) return;
      localStorage.setItem("prepared", "1");
      localStorage.setItem("ramplay.scenario", text);
    }, text);
  return openPage({ ...options, prepare });
}

test("a reload keeps what was entered, the logon method and the language", async () => {
  const page = await openPage();
  assert.equal(await page.locator("#reset").count(), 0, "the example needs no way back to itself");
  const text = `${WRITE_TEMPLATE}\n`;
  await write(page, text);
  await logOn(page, "rd.ram_user");
  await addPolicy(page, "as a control policy at Production", '{"broken": "许可😀');
  await page.locator("#user").fill("bob");
  await page.locator("#member").selectOption("editor");
  await page.locator(".circumstances summary").click();
  await page.locator("#source-ip").fill("203.0.113.7");
  await page.locator("#mfa").selectOption("true");
  await page.getByRole("button", { name: "中文" }).click();
  await becomes(() => page.locator("html").getAttribute("lang"), "zh-CN");
  const before = [await verdicts(page), await reach(page)];
  await eventually(async () =>
    assert.ok(JSON.parse(await stored(page)).policies.some(({ document }) => document === text)),
  );

  await page.reload();
  await started(page);
  assert.equal(await editor(page).inputValue(), text);
  assert.equal(await editor(page, 2).inputValue(), '{"broken": "许可😀');
  assert.equal(await page.locator("#logon").inputValue(), "rd.ram_user");
  assert.equal(await page.locator("#user").inputValue(), "bob");
  assert.equal(await page.locator("#member").inputValue(), "editor");
  assert.equal(await page.locator("#source-ip").inputValue(), "203.0.113.7");
  assert.equal(await page.locator("#mfa").inputValue(), "true");
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  assert.deepEqual([await verdicts(page), await reach(page)], before);
  assert.equal(await notice(page).count(), 0);

  // And back to the example, which a reload keeps as well.
  await page.locator("#reset").click();
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  await notice(page).getByRole("button").first().click();
  await becomes(() => editor(page).inputValue(), text, "what it replaced can be had back");
  await page.locator("#reset").click();
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  await page.reload();
  await started(page);
  assert.equal(await page.locator("#logon").inputValue(), "ram_user.same_account");
  assert.equal(await verdict(page, "logs.pull"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("a removed policy can be had back", async () => {
  const page = await openPage();
  const text = await editor(page).inputValue();
  await page.locator("article.card").first().locator("button.remove").click();
  await becomes(() => verdict(page, "logs.pull"), "ImplicitDeny");
  await page.locator(".undo").getByRole("button", { name: "Undo" }).click();
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  assert.equal(await editor(page).inputValue(), text);
  assertQuiet(page);
  await closePage(page);
});

for (const storage of ["denied", "full"]) {
  test(`when storage is ${storage} the page works, and the first edit says that nothing is kept`, async () => {
    const page = await openPage({ storage });
    assert.equal(await notice(page).count(), 0);
    await logOn(page, "account.other");
    await becomes(() => reach(page), ["impossible", "open"]);
    await notice(page).waitFor();
    assert.match(await notice(page).innerText(), /after a reload your input is gone/);
    await notice(page).getByRole("button", { name: "Dismiss" }).click();
    await becomes(() => notice(page).count(), 0);
    await openTab(page, "management");
    await page.getByRole("button", { name: "中文" }).click();
    await becomes(() => page.locator("html").getAttribute("lang"), "zh-CN");
    assertQuiet(page);
    await closePage(page);
  });
}

const NEWER = JSON.stringify({ version: 2, logon: "rd.ram_user", policies: [] });
for (const [what, text, reason] of [
  ["no scenario", '{"许可": 😀</textarea>', /unknown field `许可`.*scenario-malformed at line 1, column 9/],
  ["a scenario of a newer version", NEWER, /version `2` was made by a newer version/],
  [
    "a field of a newer version",
    NEWER.replace("{", '{"shape": 1,').replace(":2", ":1"),
    /unknown field `shape`/,
  ],
]) {
  test(`stored is ${what}: the example is shown, and the old text is kept`, async () => {
    const page = await openWith(text);
    await notice(page).waitFor();
    assert.match(await notice(page).innerText(), /could not be read/);
    assert.match(await notice(page).innerText(), reason);
    assert.equal(await notice(page).locator("textarea").inputValue(), text);
    assert.equal(await verdict(page, "logs.pull"), "Allow", "the example");
    // It is kept whatever is edited.
    assert.equal(await stored(page), text);
    await page.reload();
    await notice(page).waitFor();
    await logOn(page, "rd.ram_user");
    assert.equal(await notice(page).locator("textarea").inputValue(), text, "still there to be copied");
    await notice(page).getByRole("button", { name: "Dismiss" }).click();
    await becomes(() => notice(page).count(), 0);
    await page.reload();
    await started(page);
    assert.equal(await page.locator("#logon").inputValue(), "rd.ram_user");
    assert.equal(await notice(page).count(), 0);
    assert.ok((await stored(page)).includes(text));
    assertQuiet(page);
    await closePage(page);
  });
}

test("policies of every place are kept, whatever the logon method makes of them", async () => {
  const policies = [
    "identity",
    "session",
    "trust",
    "caller",
    { control: "Staging" },
    { group: "rg-1" },
    "project",
    "job",
  ];
  const text = JSON.stringify({
    version: 1,
    logon: "account.purchaser",
    policies: policies.map((attach) => ({ attach, document: "{}" })),
  });
  const page = await openWith(text);
  assert.equal(await notice(page).count(), 0);
  assert.equal(await page.locator("article.card").count(), policies.length);
  assert.equal(await page.locator("article.card.unused").count(), policies.length - 1);
  assert.deepEqual(await reach(page), ["open", "open"]);
  assertQuiet(page);
  await closePage(page);
});
