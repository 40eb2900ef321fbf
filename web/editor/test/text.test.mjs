// Layout and the comparison of texts: no browser.
import assert from "node:assert/strict";
import { test } from "node:test";

import { changes } from "../src/changes.js";
import { formatText } from "../src/context.js";
import { written } from "../src/parts/complete.js";

const format = (text) => formatText("ram", text);

test("a policy is laid out, with short lists in one line", () => {
  const text =
    '{"Version":"1","Statement":[{"Effect":"Allow","Action":["log:Get*","log:List*"],"Resource":[],"Condition":{}}]}';
  assert.equal(
    format(text),
    `{
  "Version": "1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["log:Get*", "log:List*"],
      "Resource": [],
      "Condition": {}
    }
  ]
}
`,
  );
});

test("a list that does not fit has a line for each", () => {
  const [a, b] = [
    "acs:log:*:*:project/web-project/logstore/access-log",
    "acs:log:*:*:project/web-project/logstore/other",
  ];
  assert.equal(format(JSON.stringify({ Resource: [a, b] })), `{\n  "Resource": [\n    "${a}",\n    "${b}"\n  ]\n}\n`);
});

test("layout changes nothing but space", () => {
  const texts = [
    '{"a": 1, // why\n "b": [1, /* two */ 2,],}',
    '// first\n{\n// inside\n"a": [{}, // c\n{}]\n}',
    '{"a" "b": 1.50e3, "a": tru} {"second": "\\u00e9  two  spaces"}',
    '{"a":[1,2],,}',
    "[]",
  ];
  for (const text of texts) {
    const once = format(text);
    assert.equal(once.replace(/\s/g, ""), text.replace(/\s/g, ""), text);
    assert.equal(format(once), once, `not stable: ${text}`);
  }
});

test("without matching brackets and quotes there is no layout", () => {
  for (const text of ["", "  ", '{"a": "b}', "{]", '{"a": [1}', "{}}", "{ /* "])
    assert.equal(format(text), null, text);
  assert.equal(formatText("sql", "SELECT 1"), null);
});

function apply(text, list) {
  let out = "";
  let at = 0;
  for (const { from, to, insert } of list) {
    assert.ok(from >= at && to >= from);
    out += text.slice(at, from) + insert;
    at = to;
  }
  return out + text.slice(at);
}

test("two texts differ in as little as possible", () => {
  assert.deepEqual(changes("same", "same"), []);
  assert.deepEqual(changes("one two three", "one 2 three"), [{ from: 4, to: 7, insert: "2" }]);
  assert.deepEqual(changes("a b c d e", "a x c y e"), [
    { from: 2, to: 3, insert: "x" },
    { from: 6, to: 7, insert: "y" },
  ]);
  assert.deepEqual(changes("😀", "😁"), [{ from: 0, to: 2, insert: "😁" }], "characters are not split");
});

test("the changes make the new text of the old one", () => {
  const pieces = ["a", "bb", " ", "\n", "{", '"', "😀", "中", "  ", ","];
  let seed = 1;
  const random = (most) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % most;
  const some = () => Array.from({ length: random(30) }, () => pieces[random(pieces.length)]).join("");
  for (let round = 0; round < 5000; round += 1) {
    const old = some();
    const fresh = random(2)
      ? some()
      : old.slice(0, random(old.length + 1)) + some() + old.slice(random(old.length + 1));
    assert.equal(apply(old, changes(old, fresh)), fresh);
  }
});

test("large texts are compared soon, if coarsely", () => {
  const old = "word ".repeat(200_000);
  const fresh = old.replaceAll("word", "other");
  const start = performance.now();
  assert.equal(apply(old, changes(old, fresh)), fresh);
  assert.ok(performance.now() - start < 2000);
});

test("a completion is written as its place needs", () => {
  const key = { kind: "element", isKey: true, insideString: false, followed: false };
  const action = { kind: "action", isKey: false, insideString: true, followed: false };
  const cases = [
    [{ label: "Effect", value: '"|"' }, key, '"Effect": ""', 11],
    [{ label: "Effect" }, { ...key, followed: true }, '"Effect"', 8],
    [{ label: "log:Get" }, action, 'log:Get"', 8],
    [{ label: 'a"b' }, action, 'a\\"b"', 5],
    [{ label: "log:Get", apply: "x" }, action, "x", 1],
    [{ label: "project" }, { kind: "option-key", insideString: true, followed: false }, "project' = ''", 12],
    [{ label: "it's" }, { kind: "option-value", insideString: false }, "'it''s'", 7],
    [{ label: "logs" }, { kind: "table", insideString: false }, "logs", 4],
  ];
  for (const [item, place, text, at] of cases)
    assert.deepEqual(written(item, place), { text, at }, JSON.stringify(item));
});
