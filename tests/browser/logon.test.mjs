// The eleven logon methods on both consoles, and what each of them asks for.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import {
  MANAGEMENT_ACCOUNT,
  OTHER,
  OWNER,
  addPolicy,
  becomes,
  choose,
  deny,
  facts,
  logOn,
  matrix,
  offered,
  policy,
  reach,
  removeAll,
  row,
  rowButton,
  explanation,
  trust,
  verdicts,
  write,
} from "./page.mjs";

after(closeAll);

// Of each method: how the consoles are reached (Management, Development) when nothing is granted, and when
// the identity has AliyunStreamReadOnlyAccess and is a viewer of the namespace; whom the consoles see; and
// whom a grant goes to on each of them.
const METHODS = {
  "account.purchaser": {
    nothing: ["open", "open"],
    granted: ["open", "open"],
    seen: `acs:ram::${OWNER}:root`,
    whom: [null, null],
  },
  "account.other": {
    nothing: ["impossible", "closed"],
    granted: ["impossible", "open"],
    seen: `acs:ram::${OTHER}:root`,
    whom: [null, OTHER],
  },
  "ram_user.same_account": {
    nothing: ["closed", "closed"],
    granted: ["open", "open"],
    seen: `acs:ram::${OWNER}:user/alice`,
    whom: ["alice", "alice"],
  },
  "ram_user.cross_account": {
    nothing: ["impossible", "closed"],
    granted: ["impossible", "open"],
    seen: `acs:ram::${OTHER}:user/alice`,
    whom: [null, "alice"],
  },
  "ram_role.same_account": {
    nothing: ["closed", "closed"],
    granted: ["provided", "provided"],
    seen: `acs:ram::${OWNER}:role/flink-ops/alice`,
    whom: ["flink-ops", "flink-ops"],
  },
  "ram_role.other_account": {
    nothing: ["closed", "closed"],
    granted: ["provided", "provided"],
    seen: `acs:ram::${OWNER}:role/flink-ops/alice`,
    whom: ["flink-ops", "flink-ops"],
  },
  "rd.root": {
    nothing: ["open", "open"],
    granted: ["open", "open"],
    seen: `acs:ram::${OWNER}:root`,
    whom: [null, null],
  },
  // The default role of a member brings its own policy.
  "rd.ram_admin_as_role": {
    nothing: ["provided", "closed"],
    granted: ["provided", "provided"],
    seen: `acs:ram::${OWNER}:role/resourcedirectoryaccountaccessrole/alice`,
    whom: [null, "ResourceDirectoryAccountAccessRole"],
  },
  "rd.ram_user": {
    nothing: ["closed", "closed"],
    granted: ["open", "open"],
    seen: `acs:ram::${OWNER}:user/alice`,
    whom: ["alice", "alice"],
  },
  "cloudsso.ram_role": {
    nothing: ["closed", "closed"],
    granted: ["open", "open"],
    seen: `acs:ram::${OWNER}:role/aliyunreservedsso-flinkops/alice`,
    whom: ["AliyunReservedSSO-FlinkOps", "AliyunReservedSSO-FlinkOps"],
  },
  "cloudsso.ram_user": {
    nothing: ["closed", "closed"],
    granted: ["open", "open"],
    seen: `acs:ram::${OWNER}:user/alice`,
    whom: ["alice", "alice"],
  },
};

const column = (name) =>
  Object.fromEntries(Object.entries(METHODS).map(([method, expected]) => [method, expected[name]]));

const card = (page, console) => page.locator(`#console-${console}`);

test("both consoles answer every logon method as the table says", async () => {
  const page = await openPage();
  const options = page.locator("#logon option");
  assert.deepEqual(
    await options.evaluateAll((all) => all.map((option) => option.value)),
    Object.keys(METHODS),
  );
  for (const granted of ["granted", "nothing"]) {
    if (granted === "nothing") {
      await removeAll(page);
      await page.locator("#member").selectOption("none");
    }
    for (const [method, expected] of Object.entries(METHODS)) {
      await logOn(page, method);
      await becomes(() => page.locator(".seen-as code").textContent(), expected.seen, method);
      assert.deepEqual(await reach(page), expected[granted], `${method}, ${granted}`);
      assert.deepEqual(await matrix(page), column(granted), `the matrix under ${method}, ${granted}`);
      for (const [at, console] of ["management", "development"].entries()) {
        const whom = card(page, console).locator("dl.grant dd:has(code)").first();
        const name = (await whom.count()) ? await whom.locator("code").textContent() : null;
        assert.equal(name, expected.whom[at], `whom to grant to, ${method}, ${console}`);
      }
    }
  }
  assertQuiet(page);
  await closePage(page);
});

test("the cards say what the facts say of every method", async () => {
  const page = await openPage();
  await removeAll(page);
  await page.locator("#member").selectOption("none");
  const { methods, grants, picks } = facts("logon_methods");
  for (const method of methods) {
    await page.locator(`.matrix tr[data-method="${method.id}"] button`).click();
    await becomes(() => page.locator("#logon").inputValue(), method.id);
    for (const console of ["management", "development"]) {
      const cell = method[console];
      const text = await card(page, console).innerText();
      const says = (expected) => assert.ok(text.includes(expected), `${method.id}, ${console}: ${expected}`);
      if (cell.grant) {
        const grant = grants.find(({ id }) => id === cell.grant);
        for (const part of [cell.principal, grant.what, grant.place, grant.by_whom]) says(part.en);
      }
      for (const pick of cell.how_to_pick) says(picks.find(({ id }) => id === pick).text.en);
      for (const condition of method.preconditions) says(condition.text.en);
      if (cell.status !== "stated") says(cell.status);
    }
  }
  assertQuiet(page);
  await closePage(page);
});

test("the logon method decides which inputs there are", async () => {
  const page = await openPage();
  const role = [
    "as the role's trust policy",
    "to the RAM user that assumes the role",
    "as the session policy",
  ];
  const project = "as the SLS project policy";
  const nodes = ["member", "Production", "Root"].map((node) => `as a control policy at ${node}`);
  const sso = "to the access configuration";
  const expected = {
    "account.purchaser": { places: [project], fields: ["account"] },
    "account.other": { places: [project], fields: ["account", "other-account"] },
    "ram_user.same_account": { places: ["to the RAM user", project], fields: ["account", "user"] },
    "ram_user.cross_account": {
      places: ["to the RAM user", project],
      fields: ["account", "other-account", "user"],
    },
    "ram_role.same_account": {
      places: ["to the RAM role", ...role, project],
      fields: ["account", "user", "role"],
    },
    "ram_role.other_account": {
      places: ["to the RAM role", ...role, project],
      fields: ["account", "other-account", "user", "role"],
    },
    "rd.root": { places: [project, ...nodes], fields: ["account"], member: true },
    "rd.ram_admin_as_role": {
      places: ["to the RAM role", ...role, project, ...nodes],
      fields: ["account", "management-account", "user", "member-role"],
      member: true,
    },
    "rd.ram_user": {
      places: ["to the RAM user", project, ...nodes],
      fields: ["account", "user"],
      member: true,
    },
    "cloudsso.ram_role": {
      places: [sso, project, ...nodes],
      fields: ["account", "access-configuration"],
      member: true,
    },
    "cloudsso.ram_user": {
      places: ["to the RAM user", project, ...nodes],
      fields: ["account", "user"],
      member: true,
    },
  };
  for (const [method, { places, fields, member = false }] of Object.entries(expected)) {
    await logOn(page, method);
    await becomes(() => offered(page, "add-policy"), places, method);
    const inputs = page.locator(".panel.logon > .fields input");
    assert.deepEqual(await inputs.evaluateAll((all) => all.map((input) => input.id)), fields, method);
    assert.equal(await page.locator(".panel.directory").isVisible(), member, `directory, ${method}`);
  }
  assertQuiet(page);
  await closePage(page);
});

test("a role is reached only through a trust policy that names the caller's account", async () => {
  const page = await openPage();
  await logOn(page, "ram_role.other_account");
  const index = await addPolicy(page, "as the role's trust policy", trust(`acs:ram::${OWNER}:root`));
  await becomes(() => reach(page), ["closed", "closed"]);
  for (const console of ["management", "development"]) {
    const steps = await card(page, console).locator(".steps").innerText();
    assert.match(steps, new RegExp(`trust policy of the role flink-ops name acs:ram::${OTHER}:root`));
    assert.match(
      await card(page, console).locator(".preconditions").innerText(),
      /names the caller's account.*not met/,
    );
  }
  assert.deepEqual((await matrix(page))["ram_role.same_account"], ["provided", "provided"]);

  await write(page, trust(`acs:ram::${OTHER}:root`), index);
  await becomes(() => reach(page), ["provided", "provided"]);
  await addPolicy(
    page,
    "to the RAM user that assumes the role",
    policy({ Effect: "Allow", Action: "sts:AssumeRole", Resource: `acs:ram::${OWNER}:role/flink-ops` }),
  );
  await becomes(() => reach(page), ["open", "open"]);
  // The matrix keeps the policies: in the account itself that trust policy names another account.
  assert.deepEqual((await matrix(page))["ram_role.same_account"], ["closed", "closed"]);

  // What no role logon uses is kept, but said to be unused.
  await logOn(page, "ram_user.same_account");
  await becomes(() => page.locator("article.card.unused").count(), 2);
  assertQuiet(page);
  await closePage(page);
});

test("the management account's user needs the directory too", async () => {
  const page = await openPage();
  await logOn(page, "rd.ram_admin_as_role");
  await becomes(() => reach(page), ["provided", "provided"]);
  const caller = "to the RAM user that assumes the role";
  await choose(page, "add-system", "AliyunSTSAssumeRoleAccess");
  // A system policy goes to the first place; it is the caller that needs it.
  const added = page.locator("article.card", { hasText: "AliyunSTSAssumeRoleAccess" });
  await added.locator(".attach select").selectOption({ label: caller });
  await becomes(() => reach(page), ["closed", "closed"]);
  const steps = await card(page, "management").locator(".steps").innerText();
  assert.match(
    steps,
    new RegExp(`AliyunResourceDirectoryFullAccess to the RAM user alice in account ${MANAGEMENT_ACCOUNT}`),
  );
  assertQuiet(page);
  await closePage(page);
});

test("a control policy at a folder closes the console to the member's user", async () => {
  const page = await openPage();
  await logOn(page, "rd.ram_user");
  await becomes(() => reach(page), ["open", "open"]);
  await addPolicy(page, "as a control policy at Production", policy(deny("stream:*", "*")));
  await becomes(() => reach(page), ["closed", "open"]);
  assert.match(await card(page, "management").locator(".steps").innerText(), /change the control policies/);
  // Whoever is in the member is bound, but not its root user and nobody outside of the directory.
  assert.deepEqual(await matrix(page), {
    ...column("granted"),
    "rd.ram_admin_as_role": ["closed", "provided"],
    "rd.ram_user": ["closed", "open"],
    "cloudsso.ram_role": ["closed", "open"],
    "cloudsso.ram_user": ["closed", "open"],
  });

  await page.locator("#tab-management").click();
  await becomes(async () => (await verdicts(page))["describe-instances"], "ExplicitDeny");
  await rowButton(page, "describe-instances").click();
  assert.match(await explanation(page).innerText(), /Production/);
  assert.match(await row(page, "describe-instances").innerText(), /Policy 3 #1/);

  // A renamed folder keeps its policies; a removed one loses them.
  await page.locator(".directory li:nth-child(2) input").fill("Prod 2");
  await becomes(() => reach(page), ["closed", "open"]);
  await page.locator(".directory li:nth-child(2) button").click();
  await becomes(() => reach(page), ["open", "open"]);
  assert.equal(await page.locator("article.card.unused").count(), 1);
  assertQuiet(page);
  await closePage(page);
});
