// Cedar in WebAssembly. It has no wildcards over actions, so that action and resource are strings that are
// matched with `like`, as in `native/src/engines/cedar.rs`.
import { createRequire } from "node:module";

import { once } from "../timing.mjs";
import { statementsOf } from "../workload.mjs";

const require = createRequire(import.meta.url);
const cedar = require("@cedar-policy/cedar-wasm/nodejs");

const any = (variable, patterns) =>
  patterns.map((pattern) => `context.${variable} like ${JSON.stringify(pattern)}`).join(" || ");

const policiesOf = (workload) =>
  statementsOf(workload)
    .map(
      ({ actions, resources }) =>
        `permit(principal, action == Action::"call", resource) when ` +
        `{ (${any("action", actions)}) && (${any("resource", resources)}) };`,
    )
    .join("\n");

const request = (action, resource) => ({
  principal: { type: "User", id: "alice" },
  action: { type: "Action", id: "call" },
  resource: { type: "Resource", id: "any" },
  context: { action, resource },
  entities: [],
});

function prepare(id, staticPolicies) {
  const answer = cedar.preparsePolicySet(id, { staticPolicies });
  if (answer.type !== "success") throw new Error(JSON.stringify(answer));
}

function decision(answer) {
  if (answer.type !== "success") throw new Error(JSON.stringify(answer));
  return answer.response.decision === "allow";
}

export const cedarWasm = {
  package: "@cedar-policy/cedar-wasm",
  where: "WASM in Node",
  version: cedar.getCedarSDKVersion(),
  rows(workload) {
    const staticPolicies = policiesOf(workload);
    prepare(workload.name, staticPolicies);
    const ask = (action, resource) =>
      cedar.statefulIsAuthorized({ ...request(action, resource), preparsedPolicySetId: workload.name });
    return [
      {
        answers: "decision, ids of deciding policies",
        explains: true,
        allows: (action, resource) => decision(ask(action, resource)),
        prepared: () => ask(workload.action, workload.resource),
        text: () =>
          cedar.isAuthorized({ ...request(workload.action, workload.resource), policies: { staticPolicies } }),
      },
    ];
  },
  hostile(pattern, text) {
    prepare("hostile", `permit(principal, action, resource) when { context.resource like "${pattern}" };`);
    const ask = (text) => cedar.statefulIsAuthorized({ ...request("", text), preparsedPolicySetId: "hostile" });
    ask("");
    return once(() => ask(text));
  },
};
