// Exact questions, in all forms in which policies are given, and that the types say what is answered.
// PACKAGE=folder node --test questions.test.mjs
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

import { misfit, shapes } from "./shapes.mjs";

const folder = resolve(process.env.PACKAGE);
const ramplay = await import(join(folder, "node.js"));
const declared = shapes(readFileSync(join(folder, "index.d.ts"), "utf8"));

/** Calls a function of the package and holds what it gives against its type. */
function call(name, ...given) {
  const told = ramplay[name](...given);
  if (!told.ok) {
    assert.equal(misfit(declared, { name: "Problem", of: [] }, told.error), undefined);
    return told;
  }
  const { name: result, of } = declared.functions.get(name);
  assert.equal(result, "Result");
  assert.equal(misfit(declared, of[0], told.value), undefined, name);
  return told;
}

const allow = (Action, Resource = "acs:log:*:*:project/web/*") => ({ Effect: "Allow", Action, Resource });
const policy = (...Statement) => ({ Version: "1", Statement });
const readers = policy(allow(["log:Get*", "log:GetLogStore"]));
const request = {
  principal: "acs:ram::1000000000000001:user/alice",
  principal_type: "ram_user",
  principal_account: "1000000000000001",
  resource_account: "1000000000000001",
  action: "log:PostLogStoreLogs",
  resource: "acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access",
};
const policyCase = { policies: [{ layer: "identity", name: "readers", policy: readers }], request };
const documents = [{ policy: readers, name: "readers" }, { policy: JSON.stringify(policy(allow("log:ListProject", "*"))) }];
const scenario = ramplay.decodeLink("109MTyXSO").value;
const denial = `denied by sts or ram, action: ${request.action}, resource: ${request.resource}`;
const given = { scenario, policyCase, documents };

test("the types say what is answered", () => {
  for (const policies of Object.values(given)) {
    for (const form of [policies, JSON.stringify(policies)]) {
      assert.equal(call("diff", form, form).value[0].relation, "equivalent");
      assert.ok(call("whoCan", form).value.lists.length > 0);
      assert.ok(call("whoCan", form, { named: "all" }).value.questions.every(({ code }) => code));
      assert.ok(call("whoCan", form, { named: "escalations" }, "zh-CN").ok);
      assert.equal(call("whoCan", form, { actions: ["log:DeleteLogStore"] }).value.questions[0].answer, "no");
      const { action, resource } = request;
      assert.ok(call("repair", form, { action, resource, most: 4 }).value.repairs.length > 0);
      assert.ok(call("tighten", form, { calls: `${action} ${resource}` }).value.policies.length > 0);
      assert.ok(call("dead", form).ok);
      assert.ok(call("explainDenial", form, denial, { most: 2 }).ok);
    }
  }
  for (const [name, type] of [["answer", scenario], ["check", JSON.stringify(readers)], ["decodeLink", "109MTyXSO"]]) {
    assert.ok(call(name, type).ok);
  }
});

test("documents that stand alone", () => {
  const [found] = call("diff", documents, [{ policy: policy(allow("log:*", "*")) }]).value;
  assert.equal(found.relation, "wider");
  assert.ok(found.changes[0].witness.action.startsWith("log:"));
  const { parts, fixed } = call("dead", documents).value;
  assert.deepEqual(parts.map(({ document, what, text }) => [document, what, text]), [["readers", "action", '"log:GetLogStore"']]);
  assert.deepEqual(JSON.parse(fixed[0].text), policy(allow(["log:Get*"])));
  const bound = [{ policy: policy({ ...allow("log:*"), Condition: { IpAddress: { "acs:SourceIp": ["10.0.0.0/8"] } } }) }];
  const asked = { action: request.action, resource: request.resource };
  const inside = call("repair", bound, { ...asked, who: { context: { "ACS:sourceip": ["10.0.0.1"] } } }).value;
  assert.equal(inside.before, "allow");
  assert.equal(call("repair", bound, asked).value.before, "implicit_deny");
  const deny = call("repair", bound, { ...asked, to: "deny", who: { context: { "acs:SourceIp": ["10.0.0.1"] } } }).value;
  assert.equal(deny.goal, "deny");
  assert.ok(deny.repairs.length > 0);
});

test("a repair is what it says", () => {
  const { repairs, before } = call("repair", policyCase).value;
  assert.equal(before, "implicit_deny");
  for (const { documents } of repairs) {
    const edited = documents.filter(({ text }) => text);
    if (edited.length < documents.length) continue;
    const kept = policyCase.policies.filter(({ name }) => edited.every(({ document }) => document !== name));
    const policies = [...kept, ...edited.map(({ text }) => ({ layer: "identity", policy: text }))];
    assert.equal(ramplay.evaluate({ policies, request }).value.decision, "allow");
  }
});

test("rows, capabilities and jobs are those of a scenario", () => {
  const rows = call("answer", scenario).value.logstore;
  const denied = rows.find(({ verdict }) => verdict === "implicit_deny") ?? rows[0];
  assert.ok(call("repair", scenario, { row: denied.id, most: 2 }).ok);
  assert.ok(call("tighten", scenario, { capabilities: [denied.id], jobs: true }).value.policies.length > 0);
  for (const policies of [policyCase, documents]) {
    assert.equal(call("repair", policies, { row: denied.id }).error.code, "bad-question");
    assert.equal(call("tighten", policies, { jobs: true }).error.code, "bad-question");
  }
});

test("a denial is explained, in any wrapping", () => {
  const { denials, problems } = call("explainDenial", documents, { message: denial }).value;
  assert.deepEqual(problems, []);
  assert.equal(denials[0].explained, "explained");
  assert.ok(denials[0].repairs.repairs.length > 0);
  assert.equal(call("explainDenial", documents, "all is well").error.code, "no-denial");
  const unnamed = `denied by sts or ram, action: ${request.action}`;
  assert.equal(call("explainDenial", documents, unnamed).error.code, "no-denial");
  assert.ok(call("explainDenial", documents, unnamed, { resource: request.resource }).ok);
});

test("what cannot be asked is an error", () => {
  const code = (...given) => call(...given).error.code;
  assert.equal(code("diff", scenario, documents), "bad-question");
  assert.equal(code("diff", documents, [{ policy: { Version: "1" } }]), "missing-element");
  assert.equal(code("dead", [{ policy: readers }, { policy: readers, kind: "control" }]), "bad-question");
  assert.equal(code("dead", [{ policy: readers, kind: "any" }]), "bad-kind");
  assert.equal(code("dead", [readers]), "policies-malformed");
  assert.equal(code("whoCan", { ...policyCase, layers: 1 }), "case-malformed");
  assert.equal(code("whoCan", documents, { named: "all", actions: ["*"] }), "bad-question");
  assert.equal(code("whoCan", policyCase, { who: { principal: "acs:ram::1000000000000001:user/bob" } }), "bad-question");
  assert.equal(code("repair", documents), "bad-question");
  assert.equal(code("repair", documents, { action: "log:Get" }), "bad-question");
  assert.equal(code("tighten", documents, { calls: "log:Get web" }), "need-resource");
  assert.equal(code("tighten", documents, {}), "bad-question");
});
