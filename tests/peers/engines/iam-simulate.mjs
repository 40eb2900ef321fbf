// The simulator of AWS's policies. For the decision alone it takes any names, in ARNs of six segments. With an
// explanation it checks what it is given, so that there it gets the nearest actions and resources of AWS.
//
// It is under the AGPL: it is run here to be measured, and nothing of it is in what is built or published.
import { runSimulation, runUnsafeSimulation } from "@cloud-copilot/iam-simulate";
import { readFileSync } from "node:fs";

import { once } from "../timing.mjs";
import { statementsOf } from "../workload.mjs";

const ACCOUNT = "100000000001";

/** Actions of AWS that are also on a log stream, and so on what a Logstore becomes. */
const ACTIONS = { "log:GetCursorOrData": "logs:GetLogEvents", "log:DeleteLogStore": "logs:DeleteLogStream" };

/** How names are written: as they are, or the nearest of AWS. */
const PLAIN = { action: (name) => name, resource: (arn) => `arn:${arn}` };
const NEAREST = {
  action: (name) => ACTIONS[name] ?? name.replace("log:", "logs:"),
  resource: (arn) =>
    arn
      .replace("acs:log:cn-hangzhou:1000000000000001:", `arn:aws:logs:us-east-1:${ACCOUNT}:`)
      .replace("acs:log:", "arn:aws:logs:")
      .replace("project/", "log-group:")
      .replace("/logstore/", ":log-stream:"),
};

const policyOf = (workload, names) => ({
  Version: "2012-10-17",
  Statement: statementsOf(workload).map(({ actions, resources }) => ({
    Effect: "Allow",
    Action: actions.map(names.action),
    Resource: resources.map(names.resource),
  })),
});

const simulation = (policy, names, action, resource) => ({
  identityPolicies: [{ name: "policy", policy }],
  serviceControlPolicies: [],
  resourceControlPolicies: [],
  request: {
    principal: `arn:aws:iam::${ACCOUNT}:user/alice`,
    action: names.action(action),
    resource: { resource: names.resource(resource), accountId: ACCOUNT },
    contextVariables: {},
  },
});

const installed = new URL("../node_modules/@cloud-copilot/iam-simulate/package.json", import.meta.url);

export const iamSimulate = {
  package: "@cloud-copilot/iam-simulate",
  where: "Node",
  version: JSON.parse(readFileSync(installed, "utf8")).version,
  rows(workload) {
    const { action, resource } = workload;
    const row = (names, run, rest) => {
      const policy = policyOf(workload, names);
      const text = JSON.stringify(policy);
      return {
        ...rest,
        prepared: () => run(simulation(policy, names, action, resource), {}),
        text: () => run(simulation(JSON.parse(text), names, action, resource), {}),
        ask: (action, resource) => run(simulation(policy, names, action, resource), {}),
      };
    };
    const plain = row(PLAIN, runUnsafeSimulation, { answers: "decision", explains: false });
    const nearest = row(NEAREST, runSimulation, { answers: "decision, every statement", explains: true });
    return [
      { ...plain, allows: (action, resource) => plain.ask(action, resource) === "Allowed" },
      {
        ...nearest,
        knows: (action) => action in ACTIONS,
        allows: async (action, resource) => {
          const answer = await nearest.ask(action, resource);
          if (answer.resultType === "error") throw new Error(JSON.stringify(answer));
          return answer.overallResult === "Allowed";
        },
      },
    ];
  },
  hostile(pattern, text) {
    const prefix = "arn:acs:log:r:1:project/";
    const policy = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["log:Get*"], Resource: [prefix + pattern] }],
    };
    const ask = (text) => {
      const asked = simulation(policy, PLAIN, "log:GetLogStore", "");
      asked.request.resource.resource = prefix + text;
      return runUnsafeSimulation(asked, {});
    };
    ask("x");
    return once(() => ask(text));
  },
};
