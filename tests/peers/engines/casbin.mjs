// Casbin with `globMatch`, the one of its functions that knows `*` in the middle. It does not cross `/`, which
// makes no difference to these policies.
import { createRequire } from "node:module";

import { once } from "../timing.mjs";
import { statementsOf } from "../workload.mjs";

const require = createRequire(import.meta.url);
const { newEnforcer, newModelFromString, StringAdapter, Util } = require("casbin");

const MODEL = `
[request_definition]
r = act, obj
[policy_definition]
p = act, obj
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = globMatch(r.act, p.act) && globMatch(r.obj, p.obj)
`;

const policiesOf = (workload) =>
  statementsOf(workload)
    .flatMap(({ actions, resources }) =>
      actions.flatMap((action) => resources.map((resource) => `p, ${action}, ${resource}`)),
    )
    .join("\n");

async function enforcerOf(text) {
  const enforcer = await newEnforcer(newModelFromString(MODEL), new StringAdapter(text));
  enforcer.addFunction("globMatch", Util.globMatch);
  return enforcer;
}

export const casbin = {
  package: "casbin",
  where: "Node",
  version: require("casbin/package.json").version,
  async rows(workload) {
    const { action, resource } = workload;
    const text = policiesOf(workload);
    const enforcer = await enforcerOf(text);
    return [
      {
        answers: "boolean",
        explains: false,
        allows: (action, resource) => enforcer.enforceSync(action, resource),
        prepared: () => enforcer.enforceSync(action, resource),
        text: async () => (await enforcerOf(text)).enforceSync(action, resource),
      },
      {
        answers: "boolean, deciding policy",
        explains: true,
        allows: (action, resource) => enforcer.enforceExSync(action, resource)[0],
        prepared: () => enforcer.enforceExSync(action, resource),
        text: async () => (await enforcerOf(text)).enforceExSync(action, resource),
      },
    ];
  },
  hostile: (pattern, text) => once(() => Util.globMatch(text, pattern)),
};
