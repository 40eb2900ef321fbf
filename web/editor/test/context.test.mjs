// Where the caret is: no browser, only texts with a `|` where the caret is.
import assert from "node:assert/strict";
import { test } from "node:test";

import { contextAt } from "../src/context.js";

const at = (language, text) => contextAt(language, text.replace("|", ""), text.indexOf("|"));
const policy = (text) => at("ram", text);
const sql = (text) => at("sql", text);

/** Fails if the context lacks something of what is expected, or has it otherwise. */
function has(context, expected, text) {
  assert.ok(context, `nothing at ${text}`);
  const shown = Object.fromEntries(Object.keys(expected).map((key) => [key, context[key]]));
  assert.deepEqual(shown, expected, text);
}

const inStatement = (inner) => `{"Version": "1", "Statement": [{${inner}}]}`;
const S0 = ["Statement", 0];

const POLICIES = [
  // Elements.
  ["{|}", { kind: "element", level: "policy", path: [], prefix: "", insideString: false, isKey: true }],
  ['{"|"}', { kind: "element", level: "policy", insideString: true, closed: true, followed: false }],
  ['{"Ver|"}', { kind: "element", prefix: "Ver", from: 2, to: 5 }],
  ['{"Ver|sion": "1"}', { kind: "element", prefix: "Ver", from: 2, to: 9, followed: true }],
  ['{"Version": "1", |}', { kind: "element", level: "policy", present: ["Version"] }],
  [inStatement("|"), { kind: "element", level: "statement", path: S0 }],
  [inStatement('"Effect": "Allow", "A|"'), { kind: "element", effect: "Allow", present: ["Effect"], prefix: "A" }],
  [inStatement('"Effect": "Allow", Act|'), { kind: "element", prefix: "Act", insideString: false }],
  ['{"Statement": {"Eff|"}}', { kind: "element", level: "statement", path: ["Statement"] }],
  // Values.
  [inStatement('"Effect": |'), { kind: "value", element: "Effect", path: [...S0, "Effect"], insideString: false }],
  [inStatement('"Effect": "|"'), { kind: "value", element: "Effect", insideString: true, effect: "" }],
  [inStatement('"Effect": Al|'), { kind: "value", element: "Effect", prefix: "Al", insideString: false }],
  ['{"Version": "|"}', { kind: "value", element: "Version", path: ["Version"] }],
  // Actions.
  [inStatement('"Action": "log:|"'), { kind: "action", element: "Action", prefix: "log:", actions: ["log:"] }],
  [inStatement('"Action": ["log:Get|*"]'), { kind: "action", path: [...S0, "Action", 0], prefix: "log:Get" }],
  [inStatement('"Action": ["a", "b", |]'), { kind: "action", path: [...S0, "Action", 2], actions: ["a", "b"] }],
  [inStatement('"Action": ["a", | "b"]'), { kind: "action", path: [...S0, "Action", 1], present: ["a", "b"] }],
  [inStatement('"Action": [|]'), { kind: "action", path: [...S0, "Action", 0], insideString: false }],
  [inStatement('"NotAction": "|"'), { kind: "action", element: "NotAction" }],
  // Resources know the actions, wherever they stand.
  [
    inStatement('"Resource": "|", "Action": ["x", "y"]'),
    { kind: "resource", actions: ["x", "y"], element: "Resource" },
  ],
  [inStatement('"Action": "x", "Effect": "Deny", "NotResource": ["|"]'), { kind: "resource", effect: "Deny" }],
  // Conditions.
  [inStatement('"Condition": {|}'), { kind: "operator", path: [...S0, "Condition"], isKey: true }],
  [inStatement('"Condition": {"Str|"}'), { kind: "operator", prefix: "Str" }],
  [inStatement('"Condition": {"StringEquals": {"acs:|"}}'), { kind: "condition-key", operator: "StringEquals" }],
  [
    inStatement('"Condition": {"Bool": {"acs:MFAPresent": "|"}}'),
    { kind: "value", operator: "Bool", conditionKey: "acs:MFAPresent" },
  ],
  [inStatement('"Condition": {"Bool": {"k": ["x", "|"]}}'), { kind: "value", conditionKey: "k", present: ["x"] }],
  // Principals.
  [inStatement('"Principal": {"|"}'), { kind: "principal", isKey: true, principalType: undefined }],
  [inStatement('"Principal": {"RAM": "|"}'), { kind: "principal", isKey: false, principalType: "RAM" }],
  [inStatement('"Principal": {"Service": ["|"]}'), { kind: "principal", principalType: "Service" }],
  // Escapes and characters beyond the first plane.
  [inStatement('"Sid": "😀", "Action": "|"'), { kind: "action", from: 56, to: 56 }],
  [inStatement(String.raw`"Resource": "a\"b|"`), { kind: "resource", prefix: String.raw`a\"b` }],
  // Broken.
  [
    '{"Statement":[{"Effect":"Allow","Action":"a",\n|',
    { kind: "element", level: "statement", present: ["Effect", "Action"] },
  ],
  [
    '{"Statement": [{"Action": "log:|\n"Resource": "*"}]}',
    { kind: "action", prefix: "log:", closed: false, resources: ["*"] },
  ],
  ['{"Statement": [{"Action": ["log:|, "b"]}]}', { kind: "action", prefix: "log:", closed: true }],
  ['{"Statement": [{"Effect": |\n"Action": "a"}]}', { kind: "value", element: "Effect", actions: ["a"] }],
  ['{"Statement": [{"Effect": "Allow" "Act|"}]}', { kind: "element", prefix: "Act", effect: "Allow" }],
  [
    '{"Statement": [{"Effect": "Allow"}, {"Effect": "Deny", "|',
    { kind: "element", effect: "Deny", path: ["Statement", 1] },
  ],
  ['{"Statement": [{"Action": "a", }, {|', { kind: "element", path: ["Statement", 1], actions: [] }],
  ['{"Statement": [{"Action": ["a" "|"]}]}', { kind: "action", present: ["a"] }],
  ['{"Statement": [{"Action": ["a", "|"}]}', { kind: "action", actions: ["a", ""] }],
  ['{\n // "Version": "2",\n "|"}', { kind: "element", level: "policy", present: [] }],
  ['see: {"Version": "|"', { kind: "value", element: "Version" }],
];

for (const [text, expected] of POLICIES) {
  test(`policy: ${text}`, () => has(policy(text), expected, text));
}

test("in a policy, nothing stands behind a value, in a comment or outside", () => {
  const texts = [
    "|",
    "|{}",
    "{}|",
    "text |",
    '{"Version"|: "1"}',
    '{"Version" | "1"}',
    '{"Version": "1"|}',
    "{/* | */}",
    "{ // |",
  ];
  for (const text of texts) assert.equal(policy(text), null, text);
});

const LOGS = "CREATE TEMPORARY TABLE logs (a STRING) WITH ('connector' = 'sls', 'project' = 'p');\n";
const TABLES = [{ name: "logs", connector: "sls" }];

const DRAFTS = [
  ["|", { kind: "keyword", prefix: "" }],
  ["SEL|", { kind: "keyword", prefix: "SEL", from: 0, to: 3 }],
  ["SELECT a.b| FROM x", { kind: "keyword", prefix: "b" }],
  // Keys.
  ["CREATE TABLE x (a INT) WITH (|)", { kind: "option-key", table: "x", connector: undefined, insideString: false }],
  [
    "CREATE TABLE x WITH ('connector' = 'sls', 'pro|')",
    { kind: "option-key", connector: "sls", present: ["connector"], prefix: "pro" },
  ],
  [
    "CREATE TABLE x WITH ('pro|' = 'a', 'connector' = 'sls')",
    { kind: "option-key", connector: "sls", followed: true },
  ],
  ["CREATE TABLE IF NOT EXISTS a.`b c`.x WITH ('|')", { kind: "option-key", table: "a.b c.x" }],
  ["CREATE TABLE x WITH ('a' = 'b' '|'", { kind: "option-key", present: ["a"] }],
  [
    "CREATE TABLE x WITH ('connector' = 'sls', 'pro|\n 'endPoint' = 'e')",
    { kind: "option-key", connector: "sls", present: ["connector", "endPoint"], closed: false },
  ],
  // Values.
  ["CREATE TABLE x WITH ('connector' = '|')", { kind: "option-value", key: "connector", connector: "" }],
  ["CREATE TABLE x WITH ('connector' = |)", { kind: "option-value", key: "connector", insideString: false }],
  ["CREATE TABLE x WITH ('connector' = |\n 'a' = 'b')", { kind: "option-value", key: "connector", present: ["a"] }],
  ["CREATE TABLE x WITH ('connector' = 's|", { kind: "option-value", closed: false, connector: undefined }],
  [
    "CREATE TABLE x WITH ('CONNECTOR' = 'sls', 'startupMode' = 'l|')",
    { kind: "option-value", key: "startupMode", connector: "sls" },
  ],
  // Variables.
  [
    "CREATE TABLE x WITH ('connector' = 'sls', 'k' = '${secret_values.|}')",
    { kind: "variable", key: "k", prefix: "secret_values.", connector: "sls" },
  ],
  ["CREATE TABLE x WITH ('k' = '${se|')", { kind: "variable", prefix: "se", closed: true }],
  ["SELECT ${na|} FROM x", { kind: "variable", prefix: "na" }],
  // Tables.
  [`${LOGS}SELECT * FROM |`, { kind: "table", tables: TABLES, prefix: "" }],
  [`${LOGS}SELECT * FROM lo|`, { kind: "table", prefix: "lo" }],
  [`${LOGS}SELECT * FROM a.lo|`, { kind: "table", prefix: "a.lo" }],
  [`${LOGS}SELECT * FROM a.|`, { kind: "table", prefix: "a." }],
  [`${LOGS}INSERT INTO \`lo|\``, { kind: "table", prefix: "lo", insideString: true }],
  [`${LOGS}SELECT * FROM x JOIN |`, { kind: "table" }],
  [`${LOGS}SELECT * FROM logs |`, { kind: "keyword" }],
  // Hints.
  [`${LOGS}SELECT * FROM logs /*+ OPTIONS('s|' = 'x') */`, { kind: "option-key", table: "logs", connector: "sls" }],
  [`${LOGS}SELECT * FROM logs /*+ OPTIONS('s' = '|') */ WHERE`, { kind: "option-value", key: "s", connector: "sls" }],
  // Broken.
  ["CREATE TABLE x WITH ('a' = 'b'; SELECT |", { kind: "keyword" }],
  ["CREATE TABLE WITH ('|')", { kind: "option-key", prefix: "" }],
];

for (const [text, expected] of DRAFTS) {
  test(`sql: ${text.replace(LOGS, "… ")}`, () => has(sql(text), expected, text));
}

test("in a draft, nothing stands in data, in a comment or behind a value", () => {
  for (const text of [
    "SELECT 'x|'",
    "-- x|",
    "/* x|",
    "CREATE TABLE x WITH ('a' = 'b'|)",
    "CREATE TABLE x WITH ('a' | = 'b')",
  ]) {
    assert.equal(sql(text), null, text);
  }
});

test("other languages have no places", () => {
  assert.equal(at("yaml", "source: |"), null);
  assert.equal(at("text", "|"), null);
});

test("no text and no place is too strange", () => {
  const pieces = [
    '"',
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\\",
    "\n",
    " ",
    "Statement",
    '"Action"',
    "'",
    "`",
    "(",
    ")",
    "WITH",
    "CREATE TABLE x",
    "${",
    "/*+",
    "*/",
    "OPTIONS",
    "😀",
    "=",
    ";",
    "--",
  ];
  let seed = 7;
  const random = (most) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % most;
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: random(25) }, () => pieces[random(pieces.length)]).join("");
    for (const language of ["ram", "sql"]) {
      const offset = random(text.length + 1);
      const context = contextAt(language, text, offset);
      if (!context) continue;
      assert.ok(
        context.from <= offset && offset <= context.to && context.to <= text.length,
        JSON.stringify([text, offset, context]),
      );
      assert.equal(context.prefix, text.slice(context.from, offset));
    }
  }
});

test("a long text is answered", () => {
  const statement = '{"Effect": "Allow", "Action": ["log:GetProject"], "Resource": "*"},\n';
  const text = `{"Version": "1", "Statement": [\n${statement.repeat(15_000)}{"Action": "`;
  // A megabyte; with a square of it the test would not come to its end.
  assert.equal(contextAt("ram", text, text.length)?.kind, "action");
});
