// The engine as a WebAssembly module at the bounds of what it reads: it answers, and does not trap.
//
// A trap cannot be caught on the Rust side and leaves the module unusable, so that after each document the
// same module must still decide. `cargo xtask test --only module` builds it and says in MODULE where it is.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Policies, matches } from "./engines/ramplay.mjs";

// As in crates/policy/src/limits.rs.
const BYTES = 64 * 1024;
const DEPTH = 32;
const STATEMENTS = 1_000;

const ACTION = "log:Get";
const RESOURCE = "acs:log:cn-hangzhou:1000000000000001:project/p";

const allow = { Effect: "Allow", Action: "log:Get", Resource: "*" };
const policy = (statements) => JSON.stringify({ Version: "1", Statement: statements });

/** What the module says to one document: the codes of its problems, and whether it is used. */
function read(text) {
  const policies = new Policies([text]);
  const said = { problems: policies.problems(), usable: policies.usable() };
  const answer = policies.decide(ACTION, RESOURCE);
  assert.equal(JSON.stringify(answer), policies.decide_json(ACTION, RESOURCE));
  assert.equal(answer.verdict, policies.verdict(ACTION, RESOURCE));
  policies.free();
  return { ...said, answer };
}

test.afterEach(() => {
  const { usable, answer } = read(policy([allow]));
  assert.ok(usable);
  assert.equal(answer.verdict, "allow");
});

test("64 KiB are read, and one byte more is refused", () => {
  const longest = policy([allow]).padEnd(BYTES);
  const { usable, answer } = read(longest);
  assert.ok(usable);
  assert.equal(answer.verdict, "allow");
  const beyond = read(`${longest} `);
  assert.deepEqual(beyond.problems, ["json-too-long"]);
});

test("32 levels are read, and one more is refused", () => {
  const nested = (levels) => "[".repeat(levels) + "]".repeat(levels);
  assert.deepEqual(read(nested(DEPTH)).problems, ["wrong-type"]);
  assert.deepEqual(read(nested(DEPTH + 1)).problems, ["json-too-deep"]);
  // As deep as a text can be that is not refused for its length.
  for (const open of ["[", '{"":']) {
    const deepest = open.repeat(Math.floor(BYTES / open.length));
    assert.deepEqual(read(deepest).problems, ["json-too-deep"]);
  }
});

test("1,000 statements are read, and one more is refused", () => {
  const short = { Effect: "Deny", Action: "a", Resource: "" };
  const most = [...Array(STATEMENTS - 1).fill(short), allow];
  const { usable, answer } = read(policy(most));
  assert.ok(usable);
  assert.equal(answer.verdict, "allow");
  assert.equal(answer.checks[0].layers[0].statements.length, STATEMENTS);
  assert.deepEqual(answer.checks[0].layers[0].statements.at(-1), {
    document: 0,
    statement: STATEMENTS - 1,
    effect: "Allow",
    action: 0,
    resource: 0,
  });
  const beyond = read(policy([short, ...most]));
  assert.ok(!beyond.usable);
  assert.ok(beyond.problems.includes("too-many-statements"), beyond.problems.join());
});

test("a document full of one thing is read", () => {
  const fill = (piece, around) => around(Array(Math.floor((BYTES - 200) / (piece.length + 1))).fill(piece).join());
  for (const text of [
    fill('"*a*a*b"', (list) => `{"Version":"1","Statement":[{"Effect":"Allow","Action":[${list}],"Resource":"*"}]}`),
    fill('"a":"a"', (list) => `{"Version":"1","Statement":[{"Effect":"Allow","Condition":{${list}}}]}`),
    fill("1", (list) => `[${list}]`),
    fill("//", (list) => list.replaceAll(",", "\n")),
    "\u{feff}".padEnd(BYTES - 3, "{"),
    "é".repeat(BYTES / 2),
    '"'.repeat(BYTES),
  ]) {
    const { problems } = read(text);
    assert.ok(problems.length > 0, text.slice(0, 100));
  }
});

test("names of any length are decided on", () => {
  const policies = new Policies([policy([{ ...allow, Resource: `${"*a".repeat(20)}c` }])]);
  for (const text of ["", "a".repeat(100_000), "é".repeat(100_000), "🦀".repeat(50_000), "\ud83d"]) {
    assert.equal(policies.verdict(ACTION, text), "implicit_deny");
    assert.equal(policies.verdict(text, text), "implicit_deny");
  }
  policies.free();
  assert.ok(!matches(`*${"a".repeat(5_000)}c`, "a".repeat(10_000)));
});

test("no documents, and many, are decided on", () => {
  for (const [documents, verdict] of [
    [[], "implicit_deny"],
    [Array(1_000).fill(policy([allow])), "allow"],
  ]) {
    const policies = new Policies(documents);
    assert.equal(policies.verdict(ACTION, RESOURCE), verdict);
    policies.free();
  }
});
