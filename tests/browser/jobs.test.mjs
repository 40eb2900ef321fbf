// Flink SQL drafts: the guide's own draft with its own template, its trap, its slip, and the cure.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertAccessible, assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import { READ_TEMPLATE, assertFitsSideways, becomes, editor, eventually, fill, focus, hasFocus, openTab, verdict, write } from "./page.mjs";

after(closeAll);

/** The draft of the guide "Manage permissions for secure access to Flink SQL jobs", placeholders and all. */
const GUIDE = `CREATE TEMPORARY TABLE sls_input(
  \`time\` BIGINT,
  url STRING,
  dt STRING,
  float_field FLOAT,
  double_field DOUBLE,
  boolean_field BOOLEAN,
  \`__topic__\` STRING METADATA VIRTUAL,
  \`__source__\` STRING METADATA VIRTUAL,
  \`__timestamp__\` STRING METADATA VIRTUAL,
  \`__tag__\` MAP<VARCHAR, VARCHAR> METADATA VIRTUAL,
  proctime as PROCTIME()
) WITH (
  'connector' = 'sls',
  'endpoint' ='cn-hangzhou-intranet.log.aliyuncs.com',
  'accessId' = '\${secret_values.slsak}',
  'accessKey' = '\${secret_values.slsaks}',
  'starttime' = '2024-08-30 15:39:00',
  'project' ='<Project name>',
  'batchGetSize' = '10',
  'logstore' ='<Logstore name>'
);

CREATE TEMPORARY TABLE print_sink(
  \`time\` BIGINT,
  url STRING
) WITH (
  'connector' = 'print',
  'logger' = 'true'
);

INSERT INTO print_sink
SELECT \`time\`, url FROM sls_input;
`;
const SECRET = "S3cretS3cretS3cretS3cretS3cret";

const draft = (page, index = 0) => page.locator(`#draft-${index}`);
const steps = (page, table) =>
  page
    .locator(`[data-table="${table}"] [data-verdict]`)
    .evaluateAll((rows) => rows.map((row) => `${row.dataset.step ?? "–"} ${row.dataset.verdict}`));
const remarks = (page) =>
  page.locator(".jobs .problems li").evaluateAll((items) => items.map((item) => item.dataset.code));
const button = (page, name) => page.locator(".jobs").getByRole("button", { name, exact: true });
const stored = (page) => page.evaluate(() => Object.values(localStorage).join("\n"));

/** Opens the part and pastes a draft. */
async function paste(page, text) {
  await openTab(page, "jobs");
  await button(page, "Add a draft").click();
  await fill(draft(page), text);
}

async function pasteGuide(page, text = GUIDE) {
  await write(page, READ_TEMPLATE);
  await paste(page, text);
  await becomes(() => page.locator(".jobs .fields label code").allTextContents(), ["<Project name>", "<Logstore name>"]);
  await page.locator("#jobs-binding-0").fill("web-project");
  await page.locator("#jobs-binding-1").fill("access-log");
  await page.locator("#jobs-variables").fill("slslak\nslsaks");
}

test("the guide's SQL with its own template: source allowed, sink free, the slip named and mended", async () => {
  const page = await openPage();
  await pasteGuide(page);
  await becomes(() => steps(page, "sls_input"), ["shards allow", "read allow"]);
  await becomes(() => steps(page, "print_sink"), ["– not_ram"]);
  const slip = page.locator('.jobs li[data-code="variable-undefined"]');
  await becomes(() => slip.count(), 1);
  assert.match(await slip.innerText(), /slsak[\s\S]*slslak/);
  await slip.getByRole("button", { name: "Use slslak" }).click();
  await becomes(() => slip.count(), 0);
  assert.match(await draft(page).inputValue(), /'accessId' = '\$\{secret_values\.slslak\}'/);
  await becomes(() => page.locator(".job-summary").innerText(), "✓\neverything that the drafts do is allowed");
  assertQuiet(page);
  await closePage(page);
});

test("a consumer group asks for more, and one click adds exactly that", async () => {
  const page = await openPage();
  await pasteGuide(page, GUIDE.replace("'batchGetSize' = '10'", "'consumerGroup' = 'g'"));
  await becomes(
    () => steps(page, "sls_input"),
    ["shards allow", "read allow", "group-exists allow", "group-create denied", "progress-store denied"],
  );
  const missing = await page.locator(".gap > ul code").allTextContents();
  assert.deepEqual(
    missing.filter((text) => text.startsWith("log:")).sort(),
    ["log:ConsumerGroupUpdateCheckPoint", "log:CreateConsumerGroup"],
  );
  // What else was asked stays as it is: the policy of the page is the same for all tables.
  await button(page, "Add it to the policy").click();
  await becomes(() => page.locator(".gap").count(), 0);
  assert.match(await editor(page).inputValue(), /log:CreateConsumerGroup/);
  await openTab(page, "logstore");
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("the generated policy is proven, makes everything green by itself, and nothing more", async () => {
  const page = await openPage();
  await pasteGuide(page, GUIDE.replace("'batchGetSize' = '10'", "'consumerGroup' = 'g'"));
  await page.locator("#jobs-reader").selectOption("job");
  await becomes(async () => (await steps(page, "sls_input")).filter((step) => step.endsWith(" denied")).length, 5);
  await page.locator('.proof[data-holds="true"]').waitFor();
  await button(page, "Attach it to the RAM user").click();
  await becomes(async () => (await steps(page, "sls_input")).filter((step) => !step.endsWith(" allow")), []);
  const text = JSON.parse(await editor(page, 2).inputValue());
  const actions = text.Statement.flatMap((statement) => statement.Action).sort();
  assert.deepEqual(actions, [
    "log:ConsumerGroupUpdateCheckPoint",
    "log:CreateConsumerGroup",
    "log:GetCursorOrData",
    "log:ListConsumerGroup",
    "log:ListShards",
  ]);
  assertQuiet(page);
  await closePage(page);
});

test("credentials are masked wherever they leave the text, and replaced with one click", async () => {
  const page = await openPage();
  await paste(page, GUIDE.replace("${secret_values.slsaks}", SECRET));
  await becomes(async () => (await remarks(page)).includes("plain-access-key-secret"), true);
  const shown = () =>
    page.evaluate(() => {
      const copy = document.body.cloneNode(true);
      // The text itself, and the copy of it that carries the marks.
      copy.querySelectorAll(".draft .editor").forEach((element) => element.remove());
      return copy.innerHTML;
    });
  assert.ok(!(await shown()).includes(SECRET), "not shown beside the text");
  await eventually(async () => assert.match(await stored(page), /CREATE/));
  assert.ok(!(await stored(page)).includes(SECRET), "not stored");
  assert.equal(await draft(page).inputValue(), GUIDE.replace("${secret_values.slsaks}", SECRET), "but kept in the text");

  // Another view and back: it is still there. After a reload it is gone, and only masked.
  await openTab(page, "logstore");
  await openTab(page, "jobs");
  await eventually(async () => assert.ok((await draft(page).inputValue()).includes(SECRET)));
  await page.reload();
  await openTab(page, "jobs");
  await eventually(async () => assert.match(await draft(page).inputValue(), /'accessKey' = 'S3cr\*{26}'/));

  await button(page, "Replace them with variables").click();
  await becomes(() => page.locator(".credentials").count(), 0);
  assert.match(await draft(page).inputValue(), /'accessKey' = '\$\{secret_values\.sls_input_accesskey\}'/);
  assertQuiet(page);
  await closePage(page);
});

test("a step explains itself with its layers, its source and what happens without it", async () => {
  const page = await openPage();
  await pasteGuide(page);
  const row = page.locator('[data-table="sls_input"] [data-step="read"] button.row');
  await row.click();
  const told = page.locator(".jobs tr.explanation");
  await told.waitFor();
  assert.match(await told.innerText(), /log:GetCursorOrData[\s\S]*If denied[\s\S]*flink-read-logstore #3/);
  assert.ok((await told.locator(".provenance a").count()) > 0);
  await row.click();
  await becomes(() => told.count(), 0);
  assertQuiet(page);
  await closePage(page);
});

test("broken SQL spoils only itself, and its place selects it", async () => {
  const page = await openPage();
  await paste(page, `CREATE TEMPORARY TABLE broken (a INT) WITH ('connector' = ;\n${GUIDE}`);
  await becomes(async () => (await steps(page, "sls_input")).length, 2);
  const problem = page.locator(".jobs .problems li.error").first();
  assert.match(await problem.locator(".place").innerText(), /^1:\d+$/);
  await problem.locator("button.place").click();
  assert.equal(await hasFocus(draft(page)), true);
  assertQuiet(page);
  await closePage(page);
});

test("a draft that is removed comes back, and everything survives a reload", async () => {
  const page = await openPage();
  await openTab(page, "jobs");
  await button(page, "Use the guide's SQL").click();
  await becomes(() => steps(page, "sls_input"), ["shards allow", "read allow"]);
  await button(page, "Remove this draft").click();
  await becomes(() => page.locator(".jobs .draft").count(), 0);
  await button(page, "Undo").click();
  await becomes(() => steps(page, "sls_input"), ["shards allow", "read allow"]);
  await page.reload();
  await openTab(page, "jobs");
  await becomes(() => steps(page, "sls_input"), ["shards allow", "read allow"]);
  assertQuiet(page);
  await closePage(page);
});

test("typing in a draft keeps caret and focus, and policies answer to it at once", async () => {
  const page = await openPage();
  await openTab(page, "jobs");
  await button(page, "Use the guide's SQL").click();
  const area = draft(page);
  await focus(area);
  await area.evaluate((area) => area.setSelectionRange(area.value.indexOf("'batchGetSize'"), area.value.indexOf("'batchGetSize'")));
  await page.keyboard.type("'consumerGroup' = 'g', ");
  await becomes(async () => (await steps(page, "sls_input")).length, 5);
  const before = await area.evaluate((area) => area.value.slice(0, area.selectionStart));
  assert.ok(before.endsWith("'consumerGroup' = 'g', "), before);
  assert.equal(await hasFocus(area), true);
  // A policy that is edited beside it changes the steps.
  await write(page, READ_TEMPLATE.replace("log:Get*", "log:Git*"));
  await becomes(async () => (await steps(page, "sls_input"))[1], "read denied");
  assertQuiet(page);
  await closePage(page);
});

test("the page starts without the part, and says so when it cannot come", async () => {
  const page = await openPage({ block: /ramplay-jobs/ });
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  await openTab(page, "jobs");
  await page.getByRole("alert").filter({ hasText: "could not be loaded" }).waitFor();
  await openTab(page, "logstore");
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  await closePage(page);
});

for (const options of [{}, { locale: "zh-CN", width: 390, height: 844 }, { width: 390, height: 844 }]) {
  test(`accessible and within the page: ${JSON.stringify(options)}`, async () => {
    const page = await openPage(options);
    const summary = page.locator("a.summary");
    if (await summary.isVisible()) await summary.click();
    await openTab(page, "jobs");
    await page.locator(".jobs button.guide").click();
    await page.locator(".jobs .checklist > summary").click();
    await page.locator('.jobs [data-step="read"] button.row').click();
    await page.locator(".proof[data-holds]").waitFor();
    await assertAccessible(page);
    await assertFitsSideways(page);
    assertQuiet(page);
    await closePage(page);
  });
}
