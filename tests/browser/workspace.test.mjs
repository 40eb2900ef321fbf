// Scenarios by name: nothing that a person made is lost, whatever they open, delete, import or do in another tab.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { assertAccessible, assertQuiet, closeAll, closePage, openPage, started } from "./harness.mjs";
import {
  WRITE_TEMPLATE,
  assertFitsSideways,
  becomes,
  editor,
  eventually,
  logOn,
  policy,
  allow,
  verdict,
  write,
} from "./page.mjs";

after(closeAll);

const dialog = (page) => page.locator("dialog.library[aria-labelledby=library-title]");
const notice = (page) => page.locator(".notice:not(.lesson)");
const title = (page) => page.locator("#title");
const list = (page) => page.locator(".shelf > [role=tabpanel] > .scenarios > li");
const names = (page) => list(page).locator("strong").allInnerTexts();
const entry = (page, name) => list(page).filter({ has: page.locator("strong", { hasText: name }) });

/** What is stored, as names and scenarios. */
const stored = (page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith("ramplay.record."))
      .map(([, text]) => {
        const [head, ...rest] = text.split("\n");
        const words = head.split(" ");
        const scenario = JSON.parse(rest.join("\n"));
        return { name: words.slice(6).join(" "), deleted: words[4] !== "-", user: scenario.identities.user, scenario };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
const users = async (page) => (await stored(page)).filter(({ deleted }) => !deleted).map(({ user }) => user);

async function openLibrary(page, tab = "mine") {
  await page.locator("#scenarios").click();
  await page.locator(".shelf").waitFor();
  await page.locator(`#library-tab-${tab}`).click();
}

const closeLibrary = async (page) => {
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
};

/** Makes a scenario that is stored: this name, this user. */
async function make(page, name, user) {
  await title(page).fill(name);
  await page.locator("#user").fill(user);
  await eventually(async () => assert.ok((await stored(page)).some((one) => one.name === name && one.user === user)));
}

test("a scenario has a name, is stored after a pause, and is there after a reload", async () => {
  const page = await openPage();
  assert.deepEqual(await stored(page), [], "the example is nobody's work");
  await make(page, "许可 1", "bob");
  // What was typed a moment before the page goes away is there, too.
  await page.locator("#user").fill("carol");
  await page.reload();
  await started(page);
  assert.equal(await title(page).inputValue(), "许可 1");
  assert.equal(await page.locator("#user").inputValue(), "carol");
  assert.deepEqual(await users(page), ["carol"]);
  assertQuiet(page);
  await closePage(page);
});

test("scenarios are opened, duplicated, renamed, deleted and brought back", async () => {
  const page = await openPage();
  await make(page, "one", "bob");
  await openLibrary(page);
  assert.deepEqual(await names(page), ["one"]);
  await entry(page, "one").locator(".duplicate").click();
  await becomes(() => names(page), ["one (2)", "one"]);
  await entry(page, "one (2)").locator(".rename").click();
  await page.locator(".naming input").fill("two");
  await page.keyboard.press("Enter");
  await becomes(() => names(page), ["two", "one"]);
  await entry(page, "two").locator(".open").click();
  await dialog(page).waitFor({ state: "hidden" });
  await becomes(() => title(page).inputValue(), "two");
  await page.locator("#user").fill("dora");

  // The name in the list is the one in the head.
  await openLibrary(page);
  await entry(page, "two").locator(".rename").click();
  await page.locator(".naming input").fill("second");
  await page.locator(".naming button[type=submit]").click();
  await becomes(() => title(page).inputValue(), "second");
  await entry(page, "one").locator(".delete").click();
  await becomes(() => names(page), ["second"]);
  await page.locator(".undo-delete").click();
  await becomes(async () => (await names(page)).toSorted(), ["one", "second"]);

  // The one that is open can be deleted as well: the example takes its place.
  await entry(page, "second").locator(".delete").click();
  await becomes(() => names(page), ["one"]);
  await becomes(() => page.locator("#user").inputValue(), "alice");
  assert.equal(await title(page).inputValue(), "");
  await page.locator(".deleted > summary").click();
  await page.locator(".deleted .bring-back").click();
  await becomes(async () => (await names(page)).length, 2);
  await entry(page, "one").locator(".delete").click();
  await page.locator(".deleted > summary").click();
  await page.locator(".deleted .purge").click();
  await becomes(async () => (await stored(page)).map(({ name }) => name), ["second"]);
  await entry(page, "second").locator(".open").click();
  await becomes(() => page.locator("#user").inputValue(), "dora");
  assert.equal(await notice(page).count(), 0);
  assertQuiet(page);
  await closePage(page);
});

test("earlier states are kept, compared and restored", async () => {
  const page = await openPage();
  await write(page, WRITE_TEMPLATE);
  await becomes(async () => (await stored(page)).length, 1);
  // Some minutes later; only the time of day, since timers that run already must be cleared as they were set.
  await page.evaluate(() => {
    const before = Date.now.bind(Date);
    Date.now = () => before() + 180_000;
  });
  await page.locator("#user").fill("bob");
  await write(page, policy(allow("log:Get*", "*")));
  await openLibrary(page);
  await list(page).locator(".history").click();
  const revisions = page.locator(".revisions > li");
  await becomes(() => revisions.count(), 1);
  await revisions.locator(".compare").click();
  const since = await page.locator(".since").innerText();
  assert.match(since, /RAM user: bob, before: alice/);
  assert.match(since, /the text of policy flink-read-logstore changed/);
  assert.match(await page.locator(".difference ins").first().innerText(), /^\+ /);
  await revisions.locator(".restore").click();
  await becomes(() => editor(page).inputValue(), WRITE_TEMPLATE);
  await becomes(() => page.locator("#user").inputValue(), "alice");
  await eventually(async () => assert.match(await page.locator(".said").innerText(), /earlier state is back/));
  await becomes(() => revisions.count(), 2, "the one before is in the history");
  await closeLibrary(page);
  await becomes(() => verdict(page, "logs.write"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("an example is opened with what to notice, and the work before it is kept", async () => {
  const page = await openPage();
  await make(page, "mine", "bob");
  await openLibrary(page, "examples");
  const examples = page.locator("[data-example]");
  await examples.first().waitFor();
  const all = await examples.count();
  assert.ok(all >= 20);
  await page.locator("#example-search").fill("metricstore");
  await eventually(async () => assert.ok((await examples.count()) < all));
  await page.locator("#example-search").fill("no such words");
  await page.getByText("No example matches.").waitFor();
  await page.locator("#example-search").fill("");
  await page.locator("#example-method").selectOption("rd.root");
  await eventually(async () => assert.ok((await examples.count()) > 0 && (await examples.count()) < all));
  await page.locator("#example-method").selectOption("");
  await page.locator('[data-example="guide-sls-write"] .open').click();
  await dialog(page).waitFor({ state: "hidden" });
  await becomes(() => title(page).inputValue(), "Write to one Logstore");
  await becomes(() => verdict(page, "logs.write"), "Allow");
  assert.match(await page.locator(".lesson").innerText(), /nothing can be read back/);
  await page.getByRole("button", { name: "中文" }).click();
  await eventually(async () => assert.match(await page.locator(".lesson").innerText(), /看点.*只需要一个操作/));
  await page.getByRole("button", { name: "English" }).click();
  await page.locator(".lesson button:not(.show-point)").click();
  await becomes(() => page.locator(".lesson").count(), 0);
  // A reload finds it; left untouched it is gone, and the work is there.
  await page.reload();
  await started(page);
  assert.equal(await title(page).inputValue(), "Write to one Logstore");
  await openLibrary(page);
  await entry(page, "mine").locator(".open").click();
  await becomes(() => page.locator("#user").inputValue(), "bob");
  assert.deepEqual(await users(page), ["bob"]);

  // Undo goes back at once.
  await openLibrary(page, "examples");
  await page.locator('[data-example="guide-sls-write"] .open').click();
  await becomes(() => title(page).inputValue(), "Write to one Logstore");
  await notice(page).getByRole("button", { name: "Undo" }).click();
  await becomes(() => title(page).inputValue(), "mine");
  assert.equal(await page.locator("#user").inputValue(), "bob");
  await becomes(() => users(page), ["bob"]);
  assertQuiet(page);
  await closePage(page);
});

test("an example is opened with the row that makes its point, and a reload keeps what to notice", async () => {
  for (const options of [{}, { locale: "zh-CN", width: 390, height: 844 }]) {
    const page = await openPage(options);
    const open = async (id) => {
      await openLibrary(page, "examples");
      await page.locator(`[data-example="${id}"] .open`).click();
      await dialog(page).waitFor({ state: "hidden" });
      await page.locator(".lesson").waitFor();
    };
    const chosen = () => page.locator(".tables > .tabs [aria-selected=true]").getAttribute("id");
    const show = page.locator(".lesson .show-point");

    // A row that is denied, on another tab, and not to be seen with this filter.
    await page.locator(".tables .switch button").nth(2).click();
    await open("session-too-narrow");
    await becomes(chosen, "tab-management");
    const row = page.locator('tr[data-row="delete-instance"]');
    assert.equal(await row.locator("button.row").getAttribute("aria-expanded"), "true");
    assert.equal(await page.locator("tr.explanation").count(), 1);
    const lesson = await page.locator(".lesson > p").innerText();
    // Beside the form it is in view at once; below the form, what to notice comes first.
    if (!options.width) await eventually(async () => assert.ok(await row.evaluate(isInView)));
    assert.ok(await page.locator(".lesson").evaluate(isInView));
    await show.click();
    await eventually(async () => assert.ok(await row.locator("button.row").evaluate((e) => e === document.activeElement)));
    assert.ok(await row.evaluate(isInView));

    // The person looks elsewhere; what to notice outlasts a reload, and leads there again.
    await page.locator("#tab-development").click();
    await becomes(chosen, "tab-development");
    await becomes(async () => (await stored(page)).length, 1);
    await page.reload();
    await started(page);
    assert.equal(await page.locator(".lesson > p").innerText(), lesson);
    await show.click();
    await becomes(chosen, "tab-management");
    assert.equal(await row.locator("button.row").getAttribute("aria-expanded"), "true");

    // A permission, a precondition and drafts have no trail: they are marked, or their tab is opened.
    await open("custom-role-runs-jobs");
    await becomes(chosen, "tab-development");
    await page.locator('tr[aria-current][data-row="start-stop-jobs"]').waitFor();
    await open("trust-missing-account");
    await becomes(() => page.locator(".preconditions [aria-current]").count(), 2);
    await open("job-consumer-group");
    await becomes(chosen, "tab-jobs");
    await page.locator(".card.draft").first().waitFor();
    await assertAccessible(page);
    await assertFitsSideways(page);

    // Another scenario has nothing to notice, before and after a reload.
    await page.locator("#reset").click();
    await becomes(() => page.locator(".lesson").count(), 0);
    await page.reload();
    await started(page);
    assert.equal(await page.locator(".lesson").count(), 0);
    assertQuiet(page);
    await closePage(page);
  }
});

function isInView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

const PASTED = '```json\n{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:Get*", "Resource": "*",}]}\n```';
const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

test("what is pasted is shown with its repairs before anything is done with it", async () => {
  const page = await openPage();
  await openLibrary(page, "import");
  await page.locator("#import-text").fill(PASTED);
  const preview = page.locator(".preview");
  await eventually(async () => assert.match(await preview.innerText(), /a comma before a closing bracket was taken out/));
  assert.match(await preview.innerText(), /to the RAM user/);
  assert.deepEqual(await stored(page), []);
  await page.locator("#import-add").click();
  await dialog(page).waitFor({ state: "hidden" });
  await becomes(() => page.locator("article.card").count(), 3);
  assert.match(await editor(page, 2).inputValue(), /log:Get\*/);
  await becomes(() => users(page), ["alice"]);

  await openLibrary(page, "import");
  for (const [text, expected] of [
    ["Dear diary", /nothing that is known here/],
    ['{"version": 9, "logon": "rd.root"}', /made by a newer version/],
    ["CREATE TEMPORARY TABLE t (a STRING) WITH ('connector' = 'sls');", /a Flink SQL draft/],
  ]) {
    await page.locator("#import-text").fill(text);
    await eventually(async () => assert.match(await preview.innerText(), expected));
  }
  assertQuiet(page);
  await closePage(page);
});

test("what is exported can be imported as a scenario of its own", async () => {
  const page = await openPage();
  await logOn(page, "rd.ram_user");
  await make(page, "to keep", "bob");
  await openLibrary(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    entry(page, "to keep").locator(".export").click(),
  ]);
  assert.equal(download.suggestedFilename(), "to-keep.ramplay.json");
  const text = readFileSync(await download.path(), "utf8");
  assert.equal(JSON.parse(text).identities.user, "bob");
  await page.locator("#library-tab-import").click();
  await page.locator("#import-file").setInputFiles(file("other.ramplay.json", text.replace('"bob"', '"eve"')));
  await eventually(async () => assert.match(await page.locator(".preview").innerText(), /a scenario with 2 policies/));
  await page.locator("#import-open").click();
  await becomes(() => page.locator("#user").inputValue(), "eve");
  assert.equal(await title(page).inputValue(), "other");
  await becomes(async () => (await users(page)).toSorted(), ["bob", "eve"]);
  assertQuiet(page);
  await closePage(page);
});

test("a file can be dropped anywhere, and a text pasted outside of a field", async () => {
  const page = await openPage();
  const drop = (name, bytes) =>
    page.evaluate(
      ([name, bytes]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
        document.querySelector("main").dispatchEvent(
          new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }),
        );
      },
      [name, [...bytes]],
    );
  await drop("reader.json", Buffer.from(policy(allow("log:Get*", "*"))));
  const preview = page.locator(".preview");
  await eventually(async () => assert.match(await preview.innerText(), /reader.json: a policy/));
  await drop("picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  await eventually(async () => assert.match(await preview.innerText(), /this is no text/));
  await closeLibrary(page);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, PASTED);
  await eventually(async () => assert.match(await preview.innerText(), /a code block of Markdown/));
  await page.locator("#import-open").click();
  await becomes(() => page.locator("article.card").count(), 1);
  assertQuiet(page);
  await closePage(page);
});

/** A second tab of the same window. */
async function secondTab(page) {
  const other = await page.context().newPage();
  other.complaints = page.complaints;
  await other.goto(page.site);
  await started(other);
  return other;
}

/** Lets a tab hear nothing of what others store, once `isDeaf` is set, as when it sleeps. */
const deaf = (context) =>
  context.addInitScript(() =>
    addEventListener("storage", (event) => window.isDeaf && event.stopImmediatePropagation(), { capture: true }),
  );

test("a tab follows what another stores, and never overwrites it without a word", async () => {
  const page = await openPage({ prepare: deaf });
  await make(page, "ours", "bob");
  const other = await secondTab(page);
  assert.equal(await title(other).inputValue(), "ours");
  await other.locator("#user").fill("carol");
  await becomes(() => page.locator("#user").inputValue(), "carol", "nothing of its own is unsaved");

  // Both edit: both are kept.
  await page.evaluate(() => (window.isDeaf = true));
  await other.locator("#user").fill("theirs");
  await becomes(() => users(page), ["theirs"]);
  await page.locator("#user").fill("mine");
  await notice(page).waitFor();
  assert.match(await notice(page).innerText(), /Another tab changed this scenario/);
  assert.deepEqual(await users(page), ["theirs", "mine"]);
  assert.equal(await title(page).inputValue(), "ours (2)");
  await notice(page).getByRole("button", { name: "Keep both" }).click();
  await becomes(() => notice(page).count(), 0);
  await page.locator("#user").fill("mine still");
  await becomes(() => users(page), ["theirs", "mine still"]);
  assertQuiet(page);
  await closePage(page);
});

for (const choice of ["Use the other one", "Replace the other one with mine"]) {
  test(`after a conflict: ${choice}`, async () => {
    const page = await openPage({ prepare: deaf });
    await make(page, "ours", "bob");
    const other = await secondTab(page);
    await page.evaluate(() => (window.isDeaf = true));
    await other.locator("#user").fill("theirs");
    await becomes(() => users(page), ["theirs"]);
    await page.locator("#user").fill("mine");
    await notice(page).getByRole("button", { name: choice }).click();
    const expected = choice.startsWith("Use") ? "theirs" : "mine";
    await becomes(() => page.locator("#user").inputValue(), expected);
    await becomes(() => title(page).inputValue(), "ours");
    await becomes(() => users(page), [expected]);
    // The other one is not lost either.
    const all = await page.evaluate(() => Object.values(localStorage).join("\n"));
    assert.match(all, /"user": ?"theirs"/);
    assert.match(all, /"user": ?"mine"/);
    await becomes(() => other.locator("#user").inputValue(), expected, "the other tab sees it");
    assertQuiet(page);
    await closePage(page);
  });
}

test("what another tab deleted goes on as a copy when it is edited", async () => {
  const page = await openPage();
  await make(page, "ours", "bob");
  const other = await secondTab(page);
  await openLibrary(other);
  await list(other).locator(".delete").click();
  await becomes(() => users(page), []);
  await page.locator("#user").fill("mine");
  await notice(page).waitFor();
  assert.match(await notice(page).innerText(), /Another tab deleted this scenario/);
  assert.deepEqual(await users(page), ["mine"]);
  assertQuiet(page);
  await closePage(page);
});

test("when nothing can be stored, what was open can be had back", async () => {
  const page = await openPage({ storage: "denied" });
  await page.locator("#user").fill("bob");
  await notice(page).waitFor();
  await openLibrary(page, "examples");
  await page.locator('[data-example="guide-sls-write"] .open').click();
  await becomes(() => title(page).inputValue(), "Write to one Logstore");
  await eventually(async () => assert.match(await notice(page).innerText(), /could not be stored/));
  await notice(page).getByRole("button", { name: "Undo" }).click();
  await becomes(() => page.locator("#user").inputValue(), "bob");
  assertQuiet(page);
  await closePage(page);
});

test("when storage becomes full, what was stored stays whole and that is said", async () => {
  const page = await openPage();
  await make(page, "mine", "bob");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("Setting the value exceeded the quota.", "QuotaExceededError");
    };
  });
  await page.locator("#user").fill("carol");
  await notice(page).waitFor();
  assert.deepEqual(await users(page), ["bob"]);
  await openLibrary(page);
  await list(page).locator(".duplicate").click();
  await eventually(async () => assert.match(await page.locator(".said").innerText(), /no room for it/));
  assert.deepEqual(await users(page), ["bob"]);
  assertQuiet(page);
  await closePage(page);
});

test("what cannot be read is offered as text until it is deleted for ever", async () => {
  const prepare = (context) =>
    context.addInitScript(() => {
      if (location.protocol.startsWith("http")) localStorage.setItem("ramplay.record.1-2-3", "许可 broken");
    });
  const page = await openPage({ prepare });
  await openLibrary(page);
  assert.equal(await page.locator(".unreadable textarea").inputValue(), "许可 broken");
  assert.match(await page.locator(".aside").innerText(), /Cannot be read/);
  await page.locator(".unreadable button").click();
  await becomes(() => page.locator(".unreadable").count(), 0);
  assert.equal(await page.evaluate(() => localStorage.getItem("ramplay.record.1-2-3")), null);
  assertQuiet(page);
  await closePage(page);
});

test("everything can be done with the keyboard, and the focus comes back", async () => {
  const page = await openPage();
  await make(page, "one", "bob");
  await page.locator("#scenarios").focus();
  await page.keyboard.press("Enter");
  await page.locator(".shelf").waitFor();
  assert.ok(await page.evaluate(() => document.querySelector("dialog.library[aria-labelledby=library-title]").contains(document.activeElement)));
  const focused = () => page.evaluate(() => document.activeElement.className || document.activeElement.id);
  const reach = async (what) => {
    for (let step = 0; step < 30 && (await focused()) !== what; step += 1) await page.keyboard.press("Tab");
    assert.equal(await focused(), what);
  };
  await reach("duplicate");
  await page.keyboard.press("Enter");
  await becomes(async () => (await names(page)).length, 2);
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "scenarios");
  assertQuiet(page);
  await closePage(page);
});

for (const locale of ["en-US", "zh-CN"]) {
  test(`axe finds nothing in the library (${locale})`, async () => {
    const page = await openPage({ locale, reducedMotion: "reduce", width: 390, height: 844 });
    await make(page, "one", "bob");
    await openLibrary(page);
    await list(page).locator(".duplicate").click();
    await becomes(async () => (await names(page)).length, 2);
    await list(page).first().locator(".delete").click();
    await page.locator(".deleted > summary").click();
    await list(page).first().locator(".history").click();
    await list(page).first().locator(".rename").click();
    await assertAccessible(page);
    await assertFitsSideways(page);
    await page.locator("#library-tab-import").click();
    await page.locator("#import-text").fill(PASTED);
    await page.locator("#import-open").waitFor();
    await assertAccessible(page);
    await assertFitsSideways(page);
    await page.locator("#library-tab-examples").click();
    await page.locator("#example-search").fill("metricstore");
    await page.locator("[data-example]").first().waitFor();
    await assertAccessible(page);
    await assertFitsSideways(page);
    await page.locator("[data-example] .open").first().click();
    await page.locator(".lesson").waitFor();
    await assertAccessible(page);
    await assertFitsSideways(page);
    assertQuiet(page);
    await closePage(page);
  });
}
