// This engine beside others, on the same policies and requests: node bench.mjs
//
// `cargo xtask bench --only peers` builds what it needs, and says where that is: the WebAssembly module in
// MODULE (a folder), the native program in NATIVE.
import { spawn } from "node:child_process";
import os from "node:os";

import { ENGINES } from "./engines/index.mjs";
import { rows as sqlRows } from "./sql.mjs";
import { micros } from "./timing.mjs";
import { example, hostile, statements } from "./workload.mjs";

const COUNTS = [10, 100, 1_000];
/** When a hostile case is given up, in ms. A second of it is for starting the process. */
const PATIENCE = 6_000;

const linear = COUNTS.map(statements);
const native = JSON.parse(await run(process.env.NATIVE, ["measure"], JSON.stringify([example, ...linear])));
const rows = native.map((row) => ({ ...row, where: "native" }));
for (const load of Object.values(ENGINES)) {
  const engine = await load();
  for (const workload of [example, ...linear]) {
    for (const row of await engine.rows(workload)) {
      await check(engine, workload, row);
      rows.push({
        workload: workload.name,
        engine: engine.package,
        version: engine.version,
        where: engine.where,
        answers: row.answers,
        explains: row.explains,
        prepared: await micros(row.prepared),
        text: workload.from_text ? await micros(row.text) : null,
      });
    }
  }
}

console.log(`\n${os.cpus()[0].model}, ${os.cpus().length} cores, ${os.type()}; Node ${process.versions.node}`);
console.log("Microseconds for one decision, in the fastest of many batches. All engines answer the same.\n");
const of = ({ name }) => rows.filter((row) => row.workload === name);
table(
  ["engine", "in", "what one gets", "explains", "prepared", "from text"],
  of(example).map((row) => [
    `${row.engine} ${row.version}`,
    row.where,
    row.answers,
    row.explains ? "yes" : "no",
    number(row.prepared),
    number(row.text),
  ]),
);

console.log("\nPolicies prepared, of so many statements that all match the action; the last one allows.\n");
table(
  ["engine", "in", "what one gets", ...COUNTS.map(String), "per statement"],
  of(linear[0]).map((row, at) => {
    const times = linear.map((workload) => of(workload)[at].prepared);
    // From 10 to 1,000, so that what every decision costs is left out.
    const each = (times.at(-1) - times[0]) / (COUNTS.at(-1) - COUNTS[0]);
    return [row.engine, row.where, row.answers, ...times.map(number), number(each)];
  }),
);

console.log("\nHostile wildcards, matched once, in milliseconds: a pattern that never matches 10,000 characters,");
console.log("of 20 stars (`*a*a…*ac`), or one star and half the text (`*aaa…ac`).\n");
const nativeEngines = [...new Set(native.map((row) => row.engine))];
const candidates = [...nativeEngines.map((name) => ({ name })), ...Object.keys(ENGINES).map((key) => ({ key }))];
const tried = [];
for (const { name, key } of candidates) {
  const times = [];
  for (const { name: one, pattern, text } of hostile) {
    const answer = key
      ? run(process.execPath, [new URL("hostile.mjs", import.meta.url).pathname, key, one])
      : run(process.env.NATIVE, ["hostile", name], JSON.stringify({ pattern, text }));
    times.push(await answer.then((text) => number(JSON.parse(text).micros / 1000), String));
  }
  const { package: engine, where } = key ? await ENGINES[key]() : { package: name, where: "native" };
  tried.push([engine, where, ...times]);
}
table(["engine", "in", ...hostile.map(({ name }) => name)], tried);

const sql = await sqlRows();
console.log(`\nA Flink SQL draft of ${sql.lines} lines with ${sql.tables} tables, in WASM, in milliseconds.\n`);
table(["what is done", "ms"], sql.times.map(([name, time]) => [name, number(time)]));

/** What answers otherwise must not be compared. */
async function check(engine, { name, probes }, { answers, allows, knows = () => true }) {
  for (const { action, resource, allowed } of probes) {
    if (knows(action) && (await allows(action, resource)) !== allowed) {
      throw new Error(`${engine.package} (${answers}), ${name}: ${action} on ${resource} is not ${allowed}`);
    }
  }
}

/** What a program prints; rejected with a few words if that takes too long or fails. */
function run(program, options, input = "") {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { stdio: ["pipe", "pipe", "pipe"] });
    let [output, errors, late] = ["", "", false];
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (errors += data));
    child.on("error", reject);
    const timer = options[0] === "measure" ? undefined : setTimeout(giveUp, PATIENCE);
    function giveUp() {
      late = true;
      child.kill("SIGKILL");
    }
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(output);
      else reject(late ? "over 5 s" : `failed: ${errors.trim().split("\n").at(-1)}`);
    });
    child.stdin.end(input);
  });
}

function number(value) {
  if (value === null) return "–";
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Texts to the left, numbers to the right. */
function table(head, lines) {
  const all = [head, ...lines];
  const widths = head.map((_, at) => Math.max(...all.map((line) => line[at].length)));
  const isText = head.map((_, at) => lines.some((line) => /[a-z]{2}/i.test(line[at]) && !/^over|^failed/.test(line[at])));
  for (const line of all) {
    const cells = line.map((cell, at) => (isText[at] ? cell.padEnd(widths[at]) : cell.padStart(widths[at])));
    console.log(`  ${cells.join("  ")}`.trimEnd());
  }
}
