// The views of the page that pictures are taken of. Each has a name for its files, a function
// that brings a freshly opened page there, and if need be the options with which it is opened
// (see `openPage`) and `fullPage` to show all of it instead of the window.
import {
  OTHER,
  addPolicy,
  allow,
  deny,
  explanation,
  fill,
  logOn,
  openTab,
  policy,
  rowButton,
  trust,
  write,
  openFacts,
} from "./page.mjs";

/** Brings something that was opened into the window. */
const showFirst = (locator) => locator.first().scrollIntoViewIfNeeded();

/** A role of the owning account, assumed from the same account: with trust policy and caller's policy. */
async function role(page) {
  await logOn(page, "ram_role.same_account");
  await addPolicy(page, "as the role's trust policy", trust("acs:ram::1000000000000001:root"));
  await addPolicy(
    page,
    "to the RAM user that assumes the role",
    policy(allow("sts:AssumeRole", "acs:ram::1000000000000001:role/flink-ops")),
  );
  await page.locator("#logon").scrollIntoViewIfNeeded();
}

/** A user of a member, bound by a control policy at a folder. */
async function member(page) {
  await logOn(page, "rd.ram_user");
  const captions = { en: "as a control policy at Production", "zh-CN": "Production 的管控策略" };
  const lang = await page.evaluate(() => document.documentElement.lang);
  await addPolicy(page, captions[lang], policy(deny("stream:*", "*")));
  await page.locator("#logon").scrollIntoViewIfNeeded();
}

async function explained(page) {
  await rowButton(page, "group.flink").click();
  await explanation(page).waitFor();
  await showFirst(explanation(page));
}

async function errors(page) {
  await page.locator("#account").fill(`${OTHER.slice(0, -1)}x`);
  await write(
    page,
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {"Effect": "allow", "Sid": 1}\n  ],\n}',
  );
  await showFirst(page.locator("#problems-0"));
}

async function facts(page) {
  await openFacts(page);
  for (const part of [0, 3, 4]) await page.locator(".facts > details > summary").nth(part).click();
  await page.locator("#tab-facts").scrollIntoViewIfNeeded();
}

/** The guide's draft with a consumer group, which its read-only template does not cover, and a key in plain text. */
async function jobs(page) {
  await phoneAnswer(page);
  await openTab(page, "jobs");
  await page.locator(".jobs button.guide").click();
  const draft = page.locator("#draft-0");
  const text = (await draft.inputValue()).replace("'batchGetSize' = '10'", "'consumerGroup' = 'flink-group'");
  await fill(draft, text.replace("${secret_values.slsaks}", "S3cretS3cretS3cretS3cretS3cret"));
  await page.locator(".proof[data-holds]").waitFor();
  await page.locator(".jobs .about").scrollIntoViewIfNeeded();
}

async function jobSteps(page) {
  await jobs(page);
  await page.locator('.jobs [data-step="group-create"] button.row').click();
  await page.locator(".jobs .checklist > summary").click();
  await page.locator(".jobs .least").scrollIntoViewIfNeeded();
}

async function phoneAnswer(page) {
  const summary = page.locator("a.summary");
  if (await summary.isVisible()) await summary.click();
}

/** A question whose answer is a denial. */
async function ask(page) {
  await phoneAnswer(page);
  await openTab(page, "ask");
  await page.locator("#ask-action").fill("log:PostLogStoreLogs");
  await page.locator(".asked").waitFor();
  await page.locator(".ask").scrollIntoViewIfNeeded();
}

/** The way in of a member whose folder denies. */
async function way(page) {
  await member(page);
  await phoneAnswer(page);
  await openTab(page, "way");
  await page.locator(".tree").waitFor();
  await page.locator(".way").scrollIntoViewIfNeeded();
}

/** What would allow a denied row. */
async function ways(page) {
  await phoneAnswer(page);
  await rowButton(page, "logs.write").click();
  await page.locator("tr.explanation .find-ways").click();
  await page.locator("tr.explanation .repair").first().waitFor();
  await page.locator("tr.explanation .ways").scrollIntoViewIfNeeded();
}

/** The questions that have names. */
async function questions(page) {
  await phoneAnswer(page);
  await openTab(page, "questions");
  await page.locator(".questions .ask-now").click();
  await page.locator(".questions .answers > li").first().waitFor();
  await page.locator(".questions").scrollIntoViewIfNeeded();
}

async function guide(page) {
  await phoneAnswer(page);
  await openTab(page, "guide");
  await page.locator("#guide-what").selectOption("logstore-write");
  await page.locator(".guide").scrollIntoViewIfNeeded();
}

/** A review of a policy that was narrowed in one place and widened in another, with an assertion and a comment. */
async function review(page) {
  await phoneAnswer(page);
  await openTab(page, "review");
  await page.locator(".take-base").click();
  await page.locator("#review-lines").fill("logs.pull is allowed\nlogs.write is denied\n");
  await page.locator("#review-lines").blur();
  await page.locator(".assertions-list > li").first().waitFor();
  await write(page, policy(allow(["log:Get*", "log:PostLogStoreLogs"], "acs:log:*:*:project/web-project/*")));
  await page.locator("[data-way]").first().waitFor();
  await page.locator(".review button.coverage").click();
  await page.locator("#review-comment").fill("Who writes here?");
  await page.locator(".say").click();
  await page.locator(".comments > li").waitFor();
  await page.locator(".review").scrollIntoViewIfNeeded();
}

/** What is in a link, and the ways to pass it on. */
async function share(page) {
  await page.locator("#share").click();
  await page.locator("#share-called").waitFor();
}

/** The gallery of examples. */
async function gallery(page) {
  await page.locator("#scenarios").click();
  await page.locator("dialog[open] [role=tab]").nth(1).click();
  await page.locator("dialog[open] [role=tabpanel] li").first().waitFor();
}

/** The sheet of keys. */
async function sheet(page) {
  await page.locator("#keys").click();
}

export const VIEWS = [
  { name: "start", show: async () => {} },
  { name: "start-full", show: async () => {}, fullPage: true },
  { name: "chinese", show: async () => {}, options: { locale: "zh-CN" } },
  { name: "answer", show: phoneAnswer },
  { name: "role", show: role },
  { name: "role-full", show: role, fullPage: true },
  { name: "member", show: member },
  { name: "member-full", show: member, fullPage: true },
  { name: "explanation", show: explained },
  { name: "explanation-chinese", show: explained, options: { locale: "zh-CN" } },
  { name: "errors", show: errors },
  { name: "jobs", show: jobs },
  { name: "jobs-full", show: jobSteps, fullPage: true },
  { name: "jobs-chinese", show: jobs, options: { locale: "zh-CN" } },
  { name: "ask", show: ask },
  { name: "questions", show: questions },
  { name: "questions-chinese", show: questions, options: { locale: "zh-CN" } },
  { name: "ways", show: ways },
  { name: "way", show: way },
  { name: "way-chinese", show: way, options: { locale: "zh-CN" } },
  { name: "guide", show: guide },
  { name: "guide-chinese", show: guide, options: { locale: "zh-CN" } },
  { name: "review", show: review },
  { name: "review-full", show: review, fullPage: true },
  { name: "review-chinese", show: review, options: { locale: "zh-CN" } },
  { name: "share", show: share },
  { name: "share-chinese", show: share, options: { locale: "zh-CN" } },
  { name: "gallery", show: gallery },
  { name: "gallery-chinese", show: gallery, options: { locale: "zh-CN" } },
  { name: "keys", show: sheet },
  { name: "facts", show: facts },
];
