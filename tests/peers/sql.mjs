// Flink SQL drafts in the WebAssembly module: reading one, saying what is missing, making the least policy.
import { Policies, readDraft } from "./engines/ramplay.mjs";
import { micros } from "./timing.mjs";
import { draft } from "./workload.mjs";

const TABLES = 100;

/** Rows of a table: what is done, in milliseconds. */
export async function rows() {
  const text = draft(TABLES);
  const policies = new Policies([
    JSON.stringify({
      Version: "1",
      Statement: [
        { Effect: "Allow", Action: ["log:Get*", "log:List*"], Resource: "acs:log:*:*:project/*" },
        { Effect: "Deny", Action: "log:Delete*", Resource: "*" },
      ],
    }),
  ]);
  const [tables, missing] = [readDraft(text), policies.missing(text).length];
  // A group to create and its progress to store, for each table; one table more is where all is printed.
  if (tables !== TABLES + 1 || missing !== 2 * TABLES) throw new Error(`${tables} tables, ${missing} missing`);
  const parts = [
    ["read", () => readDraft(text)],
    ["read, say what is missing", () => policies.missing(text)],
    ["read, answer, make the least policy", () => policies.least_policy(text)],
  ];
  const times = [];
  for (const [name, call] of parts) times.push([name, (await micros(call)) / 1000]);
  return { lines: text.split("\n").length - 1, tables: TABLES, times };
}
