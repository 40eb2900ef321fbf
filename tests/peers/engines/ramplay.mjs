// This engine, through the WebAssembly module of `module`. The folder of the built module is in MODULE.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { once } from "../timing.mjs";

const folder = process.env.MODULE;
const glue = await import(pathToFileURL(`${folder}/ramplay_module.js`));
glue.initSync({ module: readFileSync(`${folder}/ramplay_module_bg.wasm`) });

export const { Policies, matches, read_draft: readDraft } = glue;

const manifest = readFileSync(new URL("../../../Cargo.toml", import.meta.url), "utf8");

export const ramplay = {
  package: "ramplay-policy",
  where: "WASM in Node",
  version: manifest.match(/^version = "(.*)"/m)[1],
  rows({ documents, action, resource }) {
    const policies = new Policies(documents);
    if (!policies.usable()) throw new Error(policies.problems().join(", "));
    const fromText = (ask) => () => {
      const policies = new Policies(documents);
      const answer = ask(policies);
      policies.free();
      return answer;
    };
    const row = (answers, explains, ask, allowed) => ({
      answers,
      explains,
      allows: (action, resource) => allowed(ask(policies, action, resource)),
      prepared: () => ask(policies, action, resource),
      text: fromText((policies) => ask(policies, action, resource)),
    });
    return [
      row(
        "decision, trace of every statement, as an object",
        true,
        (policies, action, resource) => policies.decide(action, resource),
        (answer) => answer.verdict === "allow",
      ),
      row(
        "the same as JSON",
        true,
        (policies, action, resource) => policies.decide_json(action, resource),
        (answer) => JSON.parse(answer).verdict === "allow",
      ),
      row(
        "the same as JSON, parsed",
        true,
        (policies, action, resource) => JSON.parse(policies.decide_json(action, resource)),
        (answer) => answer.verdict === "allow",
      ),
      row(
        "decision",
        false,
        (policies, action, resource) => policies.verdict(action, resource),
        (answer) => answer === "allow",
      ),
    ];
  },
  hostile: (pattern, text) => once(() => matches(pattern, text)),
};
