// Advice that comes after the answer: findings, and the reader of what people paste.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import { READ_TEMPLATE, allow, becomes, editor, eventually, policy, verdict, write } from "./page.mjs";

after(closeAll);

const findings = (page) => page.locator(".findings .problems li");
const offer = (page) => page.locator(".offer");
const codes = (page) => page.locator(".findings li > .message > a > code").allTextContents();

test("a misspelt action is found, and mended with one click", async () => {
  const page = await openPage();
  await write(page, policy(allow("log:PostLogStoreLog", "acs:log:*:*:project/web-project/logstore/access-log")));
  await eventually(async () => assert.ok((await codes(page)).includes("action-misspelt")));
  const finding = findings(page).filter({ hasText: "action-misspelt" });
  assert.match(await finding.innerText(), /did you mean log:PostLogStoreLogs\?/);

  // Its place selects it in the editor.
  await finding.locator("button.place").click();
  const selected = await editor(page).evaluate((area) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  assert.equal(selected, '"log:PostLogStoreLog"');

  assert.equal(await verdict(page, "logs.write"), "ImplicitDeny");
  await finding.getByRole("button", { name: "Apply" }).click();
  await becomes(() => verdict(page, "logs.write"), "Allow");
  await eventually(async () => assert.ok(!(await codes(page)).includes("action-misspelt")));
  assertQuiet(page);
  await closePage(page);
});

test("findings follow the language and go with their cause", async () => {
  const page = await openPage();
  await write(page, policy(allow("*", "*")));
  await eventually(async () => assert.ok((await codes(page)).includes("allow-everything")));
  await page.getByRole("button", { name: "中文" }).click();
  await eventually(async () => assert.match(await findings(page).first().innerText(), /安全警告/));
  await write(page, READ_TEMPLATE);
  await eventually(async () => assert.ok(!(await codes(page)).includes("allow-everything")));
  assertQuiet(page);
  await closePage(page);
});

test("the policy in an answer of the command line client is offered and taken on demand only", async () => {
  const page = await openPage();
  const answer = JSON.stringify({
    RequestId: "9B34724D",
    PolicyVersion: { VersionId: "v3", IsDefaultVersion: true, PolicyDocument: READ_TEMPLATE },
  });
  await write(page, answer);
  await becomes(() => verdict(page, "logs.pull"), "Withheld");
  await offer(page).waitFor();
  assert.equal(await editor(page).inputValue(), answer, "nothing is replaced unasked");
  await offer(page).getByRole("button", { name: "Use this policy" }).click();
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  assert.deepEqual(JSON.parse(await editor(page).inputValue()), JSON.parse(READ_TEMPLATE));
  await becomes(() => offer(page).count(), 0);
  assertQuiet(page);
  await closePage(page);
});

test("repairs are listed one by one before they are made", async () => {
  const page = await openPage();
  const broken = READ_TEMPLATE.replace('"Version": "1",', '"Version"：“1”, // the version').replace(/]\s*}\s*$/, "], }");
  await write(page, broken);
  await offer(page).waitFor();
  const notes = await offer(page).locator(".notes li code:last-of-type").allTextContents();
  for (const code of ["punctuation", "curly-quotes", "comment", "trailing-comma"]) {
    assert.ok(notes.includes(code), `${code} in ${notes}`);
  }
  await offer(page).getByRole("button", { name: "Use this policy" }).click();
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("a policy of another cloud is named", async () => {
  const page = await openPage();
  const foreign = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::b/*" }] };
  await write(page, JSON.stringify(foreign));
  await eventually(async () => assert.match(await page.locator(".offers").innerText(), /AWS/));
  assert.equal(await offer(page).count(), 0);
  assertQuiet(page);
  await closePage(page);
});

test("without the modules of advice the page answers as ever", async () => {
  const page = await openPage({ block: /ramplay-(desk|asker)/ });
  await write(page, policy(allow("log:PostLogStoreLog", "*")));
  await becomes(() => verdict(page, "logs.write"), "ImplicitDeny");
  await write(page, READ_TEMPLATE);
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  assert.equal(await findings(page).count(), 0);
  await closePage(page);
});

test("a denial can be read in the field names of RAM's own report", async () => {
  const page = await openPage();
  await page.locator('[data-row="logs.write"] button.row').click();
  const report = page.locator("tr.explanation details.denial").first();
  await report.locator("summary").click();
  const text = await report.locator("pre").innerText();
  assert.match(text, /NoPermissionType: ImplicitDeny\nPolicyType: AccountLevelIdentityBasedPolicy\n/);
  assert.match(text, /AuthAction: log:PostLogStoreLogs/);
  await closePage(page);
});

test("policies that a reviewer cannot see leave the answer open, and say so", async () => {
  const page = await openPage();
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  await page.locator("details.unknown > summary").click();
  const project = page.getByRole("checkbox", { name: "the SLS project policy" });
  await project.check();
  await becomes(() => verdict(page, "logs.pull"), "Depends");
  await becomes(() => verdict(page, "logs.write"), "Depends");
  await page.locator('[data-row="logs.pull"] button.row').click();
  const said = await page.locator("tr.explanation").innerText();
  assert.match(said, /allowed unless the resource-based policies that were not given deny/);
  await project.uncheck();
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("when everything has been said, the page rests", async () => {
  const page = await openPage({
    prepare: (context) =>
      context.addInitScript(() => {
        const set = globalThis.setTimeout;
        globalThis.timers = 0;
        globalThis.setTimeout = (...args) => {
          globalThis.timers += 1;
          return set(...args);
        };
      }),
  });
  await write(page, policy(allow("log:PostLogStoreLog", "acs:log:*:*:project/web-project/logstore/access-log")));
  await eventually(async () => assert.ok((await codes(page)).includes("action-misspelt")));
  // Longer than every pause after which something is asked.
  const begun = () =>
    page.evaluate(async () => {
      const before = globalThis.timers;
      const { promise, resolve } = Promise.withResolvers();
      const frames = (until) => (performance.now() < until ? requestAnimationFrame(() => frames(until)) : resolve());
      frames(performance.now() + 1_500);
      await promise;
      return globalThis.timers - before;
    });
  await becomes(begun, 0);
  assertQuiet(page);
  await closePage(page);
});
