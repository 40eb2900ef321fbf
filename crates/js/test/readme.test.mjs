// The examples of the README, each as a module of its own that imports the built package by its name:
// PACKAGE=folder node --test readme.test.mjs
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { tmpdir } from "node:os";
import { after, test } from "node:test";
import { promisify } from "node:util";

const folder = resolve(process.env.PACKAGE);
const work = mkdtempSync(join(tmpdir(), "ramplay-"));
mkdirSync(join(work, "node_modules"));
symlinkSync(folder, join(work, "node_modules/ramplay"));
after(() => rmSync(work, { recursive: true }));

const run = promisify(execFile);
const examples = [...readFileSync(join(folder, "README.md"), "utf8").matchAll(/```js\n([\s\S]*?)```/g)];
for (const [index, [, example]] of examples.entries()) {
  test(`example ${index + 1} of the README`, async () => {
    const file = join(work, `example-${index}.mjs`);
    writeFileSync(file, example);
    await run(process.execPath, [file]);
  });
}

test("there are examples, and a type for each function", async () => {
  assert.ok(examples.length > 3);
  const package_ = await import(join(folder, "node.js"));
  const types = readFileSync(join(folder, "index.d.ts"), "utf8");
  const web = readFileSync(join(folder, "web.js"), "utf8");
  for (const name of Object.keys(package_)) {
    assert.ok(types.includes(`export function ${name}(`), name);
    assert.match(web, new RegExp(`\\b${name}\\b`));
  }
});

test("hostile values are errors", async () => {
  const { answer, evaluate, decodeLink, encodeLink, check, ...questions } = await import(join(folder, "node.js"));
  const { dead, diff, explainDenial, repair, tighten, whoCan } = questions;
  const loop = {};
  loop.loop = loop;
  for (const value of [undefined, null, 7, "", "[", [7], {}, loop, () => {}, "1".repeat(1_000_000), Symbol("x")]) {
    for (const call of [answer, evaluate, encodeLink, whoCan, repair, tighten, dead]) assert.equal(call(value).ok, false);
    for (const call of [diff, explainDenial]) assert.equal(call(value, value).ok, false);
    for (const call of [repair, tighten]) assert.equal(call([], value).ok, false);
    assert.equal(explainDenial([], value).ok, false);
  }
  assert.equal(decodeLink("1".repeat(10_000_000)).ok, false);
  assert.equal(check("{", "identity").ok, true);
  assert.equal(check("{}", "nothing").error.code, "bad-kind");
});

test("places of a fix are those of the text in JavaScript", async () => {
  const { check } = await import(join(folder, "node.js"));
  const actions = '["é𝄞:x", "log:PostLogStoreLog"]';
  const text = `{"Version": "1", "Statement": [{"Effect": "Allow", "Action": ${actions}, "Resource": "*"}]}`;
  const { fix } = check(text).value.find(({ code }) => code === "action-misspelt");
  const [{ start, end }] = fix;
  assert.match(text.slice(start, end), /^"?log:PostLogStoreLog"?$/);
});
