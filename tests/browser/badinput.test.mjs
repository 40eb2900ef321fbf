// Whatever is pasted or typed: it is said what is wrong and where, verdicts that depend on it are
// withheld, and the others stay.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import {
  READ_TEMPLATE,
  addPolicy,
  allow,
  becomes,
  editor,
  eventually,
  logOn,
  openTab,
  paste,
  policy,
  problems,
  reach,
  row,
  verdict,
  verdicts,
  write,
} from "./page.mjs";

after(closeAll);

const GOOD = `"Effect": "Allow", "Action": "log:*", "Resource": "*"`;
const one = (body) => `{\n  "Version": "1",\n  "Statement": [{\n    ${body}\n  }]\n}`;

/** What can be wrong with a policy: its name, its text, and the problems that are shown. */
const MISTAKES = [
  ["nothing", "", ["1:1 json-empty"]],
  ["no JSON", "Allow alice", ["1:1 json-syntax"]],
  ["cut off", '{\n  "Version": "1",\n  "Statement": [', ["3:17 json-syntax"]],
  ["a list", "[]", ["1:1 wrong-type"]],
  ["an empty policy", "{}", ["1:1 missing-element", "1:1 missing-element"]],
  ["a trailing comma", one(`${GOOD},`), ["4:58 json-trailing-comma"]],
  ["a comment", one(`// mine\n    ${GOOD}`), ["4:5 json-comment"]],
  ["single quotes", one(GOOD.replaceAll('"', "'")), undefined],
  ["a duplicate key", one(`"Effect": "Deny",\n    ${GOOD}`), ["5:5 json-duplicate-key"]],
  ["an unknown element", one(`${GOOD},\n    "Sid": "x"`), ["5:5 unknown-element"]],
  ["a number for a string", one(GOOD.replace('"log:*"', "7")), ["4:34 wrong-type"]],
  ["an unknown effect", one(GOOD.replace("Allow", "allow")), ["4:15 bad-effect"]],
  [
    "an unknown operator",
    one(`${GOOD},\n    "Condition": {"StringEqual": {"acs:SourceVpc": "v"}}`),
    ["5:19 unknown-operator"],
  ],
  [
    "no address",
    one(`${GOOD},\n    "Condition": {"IpAddress": {"acs:SourceIp": "10.0.0.300"}}`),
    ["5:49 bad-value"],
  ],
  ["a version of another cloud", one(GOOD).replace('"1"', '"2012-10-17"'), ["2:14 bad-version"]],
  ["a principal", one(`"Principal": "*", ${GOOD}`), ["4:5 principal-not-allowed"]],
];

test("every mistake is named with code, line, column and help, and withholds what depends on it", async () => {
  const page = await openPage();
  const others = async () => [
    (await reach(page))[1],
    await problems(page, 1),
    await page.locator("#console-development .count").textContent(),
  ];
  const before = await others();
  for (const [name, text, expected] of MISTAKES) {
    await write(page, READ_TEMPLATE);
    await becomes(() => verdict(page, "logs.pull"), "Allow", name);
    assert.equal(await editor(page).getAttribute("aria-invalid"), null);
    await write(page, text);
    await becomes(() => verdict(page, "logs.pull"), "Withheld", name);
    if (expected) assert.deepEqual(await problems(page), expected, name);
    const shown = page.locator("#problems-0 > li.error");
    assert.ok((await shown.count()) > 0, name);
    for (const part of [".kind", ".message", ".help", ".place"]) {
      assert.notEqual((await shown.first().locator(part).innerText()).trim(), "", `${name}: ${part}`);
    }
    assert.equal(await editor(page).getAttribute("aria-invalid"), "true");
    const kinds = new Set(Object.values(await verdicts(page)));
    assert.deepEqual([...kinds], ["Withheld"], `${name}: nothing is guessed`);
    assert.match(await row(page, "logs.pull").innerText(), /flink-read-logstore.*it has errors/, name);
    assert.deepEqual(await reach(page), ["withheld", "open"], name);
    assert.deepEqual(await others(), before, `${name}: the rest stays`);
  }
  // The place is a button that leads there.
  const text = one(`${GOOD},\n    "Sid": "x"`);
  await write(page, text);
  await page.getByRole("button", { name: "error, line 5, column 5" }).click();
  const chosen = await editor(page).evaluate((area) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  assert.match(chosen, /^"Sid"/);
  assertQuiet(page);
  await closePage(page);
});

test("a broken project policy withholds the Logstore and leaves the consoles", async () => {
  const page = await openPage();
  const before = await reach(page);
  await addPolicy(page, "as the SLS project policy", '{"Version": "1", "Statement": [}');
  await becomes(() => verdict(page, "logs.pull"), "Withheld");
  assert.deepEqual(await reach(page), before);
  await openTab(page, "management");
  await becomes(() => verdict(page, "describe-instances"), "Allow");
  assert.ok(!Object.values(await verdicts(page)).every((verdict) => verdict === "Withheld"));
  assertQuiet(page);
  await closePage(page);
});

test("a broken trust policy withholds both consoles, not the Logstore", async () => {
  const page = await openPage();
  await logOn(page, "ram_role.same_account");
  await addPolicy(page, "as the role's trust policy", "{");
  await becomes(() => reach(page), ["withheld", "withheld"]);
  assert.equal(await verdict(page, "logs.pull"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("an account ID with letters is refused where it is, and the rest stays", async () => {
  const page = await openPage();
  await page.locator("#account").fill("10000000000000x1");
  const problem = page.locator("#account-problem");
  await becomes(() => problem.locator("code").first().textContent(), "field-account-id");
  assert.equal(await page.locator("#account").getAttribute("aria-invalid"), "true");
  assert.equal(await page.locator("#account").getAttribute("aria-describedby"), "account-problem");
  assert.deepEqual(await reach(page), ["withheld", "open"]);
  assert.equal(await verdict(page, "logs.pull"), "Withheld");
  assert.match(await row(page, "logs.pull").innerText(), /Account that owns the workspace/);
  await page.locator("#account").fill("1000000000000001");
  await becomes(() => reach(page), ["open", "open"]);

  // The other account matters only to those who use it.
  await logOn(page, "account.other");
  await page.locator("#other-account").fill("abc");
  await becomes(() => page.locator("#other-account-problem code").first().textContent(), "field-account-id");
  await logOn(page, "ram_user.same_account");
  await becomes(() => reach(page), ["open", "open"]);
  assert.equal(await verdict(page, "logs.pull"), "Allow");

  await page.locator("#project").fill("a/b");
  await becomes(() => page.locator("#project-problem code").first().textContent(), "field-characters");
  assert.equal(await verdict(page, "logs.pull"), "Withheld");
  assert.deepEqual(await reach(page), ["open", "open"]);
  assertQuiet(page);
  await closePage(page);
});

test("too much, too deep and too hard is answered", async () => {
  const page = await openPage();
  const long = `${"x".repeat(60)}:`.repeat(60);
  const hostile = policy(allow(`log:${"*a".repeat(30)}*b`, `acs:log:*:*:${"*a".repeat(200)}*b`));
  const names = `${"a".repeat(2_000)}c`;
  await page.locator("#project").fill(names);
  await page.locator("#logstore").fill(names);
  const statements = Array.from({ length: 40 }, () => allow("log:*", `*${"a*".repeat(60)}b`));
  const rows = [
    ["a page of it", one(GOOD).padEnd(65_536), "Allow", "over-length"],
    ["64 KiB and one byte", one(GOOD).padEnd(65_537), "Withheld", "json-too-long"],
    ["64 KiB in fewer characters", one(GOOD).padEnd(30_000, "许可"), "Withheld", "json-too-long"],
    ["a megabyte", "x".repeat(1 << 20), "Withheld", "json-too-long"],
    ["a nesting bomb", "[".repeat(30_000) + "]".repeat(30_000), "Withheld", "json-too-deep"],
    ["an unclosed one", '{"a":'.repeat(13_000), "Withheld", "json-too-deep"],
    ["hostile wildcards", hostile, "ImplicitDeny", undefined],
    ["many of them", policy(...statements), "ImplicitDeny", undefined],
    ["a thousand statements", policy(...Array(1_000).fill(allow("log:*", "*"))), undefined, undefined],
    ["a thousand problems", `[${"'a',".repeat(1_000)}]`, "Withheld", undefined],
    ["a long name", policy(allow(long, long)), "ImplicitDeny", undefined],
  ];
  for (const [name, text, expected, code] of rows) {
    const took = await editor(page).evaluate(async (area, text) => {
      area.focus();
      area.value = text;
      const start = performance.now();
      let last = start;
      const observer = new MutationObserver(() => (last = performance.now()));
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
      // Until a frame has passed in which nothing changed.
      for (let seen = 0; seen < last;) {
        seen = last;
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      observer.disconnect();
      return performance.now() - start;
    }, text);
    // No measurement: only that nothing hangs, whatever else the machine does.
    assert.ok(took < 15_000, `${name} took ${took.toFixed(0)} ms`);
    if (expected) await becomes(() => verdict(page, "logs.pull"), expected, name);
    if (code) {
      const codes = (await problems(page)).map((problem) => problem.split(" ")[1]);
      assert.ok(codes.includes(code), `${name}: ${codes}`);
    }
  }
  assertQuiet(page);
  await closePage(page);
});

test("a byte order mark is named, and cured with one click", async () => {
  const page = await openPage();
  await write(page, `\u{feff}${READ_TEMPLATE}`);
  await becomes(() => problems(page), ["1:1 json-byte-order-mark"]);
  assert.equal(await verdict(page, "logs.pull"), "Withheld");
  await page.locator("#problems-0").getByRole("button", { name: "Fix" }).click();
  await becomes(() => problems(page), []);
  assert.equal(await editor(page).inputValue(), READ_TEMPLATE);
  assert.equal(await verdict(page, "logs.pull"), "Allow");
  assertQuiet(page);
  await closePage(page);
});

test("line ends of Windows are no mistake and move no place", async () => {
  const page = await openPage();
  await paste(page, READ_TEMPLATE.replaceAll("\n", "\r\n"));
  await becomes(() => verdict(page, "logs.pull"), "Allow");
  assert.deepEqual(await problems(page), []);
  await paste(page, one(`${GOOD},\n    "Sid": "x"`).replaceAll("\n", "\r\n"));
  await becomes(() => problems(page), ["5:5 unknown-element"]);
  assertQuiet(page);
  await closePage(page);
});

test("emoji and Chinese are names like any other", async () => {
  const page = await openPage();
  for (const name of ["日志库", "日志🧑‍🚀库", "é"]) {
    await page.locator("#logstore").fill(name);
    await becomes(() => verdict(page, "logs.pull"), "ImplicitDeny", name);
    await write(page, READ_TEMPLATE.replaceAll("access-log", name));
    await becomes(() => verdict(page, "logs.pull"), "Allow", name);
  }
  const nickname = "只读策略 🔒";
  await page.locator("article.card input.name").first().fill(nickname);
  await eventually(async () => assert.match(await row(page, "logs.pull").innerText(), /只读策略 🔒 #3/));
  // Places count characters as people do.
  const text =
    '{"Version": "1", "Statement": [{"Effect": "许😀", "Action": "x", "Resource": "😀", "Sid": 1}]}';
  await write(page, text);
  const column = (part) => [...text.slice(0, text.indexOf(part))].length + 1;
  await becomes(
    () => problems(page),
    [`1:${column('"许😀"')} bad-effect`, `1:${column('"Sid"')} unknown-element`],
  );
  assertQuiet(page);
  await closePage(page);
});
