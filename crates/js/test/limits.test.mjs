// The package at the bounds of what it reads: it answers, and does not trap.
//
// A trap cannot be caught on the Rust side and leaves the module unusable, so that after each test the same module must
// still decide: PACKAGE=folder node --test limits.test.mjs
import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { afterEach, test } from "node:test";

const { check, evaluate } = await import(join(resolve(process.env.PACKAGE), "node.js"));

// As in crates/policy/src/limits.rs.
const BYTES = 64 * 1024;
const DEPTH = 32;
const STATEMENTS = 1_000;

const ACTION = "log:Get";
const RESOURCE = "acs:log:cn-hangzhou:1000000000000001:project/p";

const allow = { Effect: "Allow", Action: "log:Get", Resource: "*" };
const policy = (statements) => JSON.stringify({ Version: "1", Statement: statements });

/** What is decided on a request with these documents, as texts. */
function decide(documents, action = ACTION, resource = RESOURCE) {
  const account = "1000000000000001";
  const request = {
    principal: `acs:ram::${account}:user/alice`,
    principal_type: "ram_user",
    principal_account: account,
    resource_account: account,
    action,
    resource,
  };
  return evaluate({ policies: documents.map((policy) => ({ layer: "identity", policy })), request });
}

/** What is said to one document: the codes of its problems, and the decision or the code of the error. */
function read(text) {
  const { value } = decide([text]);
  return { problems: check(text).value.map(({ code }) => code), decision: value.decision, error: value.error?.code, value };
}

afterEach(() => assert.equal(read(policy([allow])).decision, "allow"));

test("64 KiB are read, and one byte more is refused", () => {
  const longest = policy([allow]).padEnd(BYTES);
  assert.equal(read(longest).decision, "allow");
  const beyond = read(`${longest} `);
  assert.deepEqual(beyond.problems, ["json-too-long"]);
  assert.equal(beyond.error, "json-too-long");
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
  const { decision, value } = read(policy(most));
  assert.equal(decision, "allow");
  const trail = value.checks[0].trail[0].statements;
  assert.equal(trail.length, STATEMENTS);
  const { applies, statement, effect } = trail.at(-1);
  assert.deepEqual({ applies, statement, effect }, { applies: true, statement: STATEMENTS - 1, effect: "Allow" });
  const beyond = read(policy([short, ...most]));
  assert.equal(beyond.decision, undefined);
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
  const documents = [policy([{ ...allow, Resource: `${"*a".repeat(20)}c` }])];
  for (const text of ["", "a".repeat(100_000), "é".repeat(100_000), "🦀".repeat(50_000)]) {
    assert.equal(decide(documents, ACTION, text).value.decision, "implicit_deny");
    assert.equal(decide(documents, text, text).value.decision, "implicit_deny");
  }
  // Half a character is not JSON.
  assert.equal(decide(documents, ACTION, "\ud83d").error.code, "case-malformed");
  const hostile = policy([{ ...allow, Resource: `*${"a".repeat(5_000)}c` }]);
  assert.equal(decide([hostile], ACTION, "a".repeat(10_000)).value.decision, "implicit_deny");
});

test("no documents, and many, are decided on", () => {
  assert.equal(decide([]).value.decision, "implicit_deny");
  assert.equal(decide(Array(1_000).fill(policy([allow]))).value.decision, "allow");
});
