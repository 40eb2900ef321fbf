// Every fact behind the answers can be found in the page, with how sure it is and where it comes from.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import { becomes, facts, openTab, verdicts, openFacts } from "./page.mjs";

after(closeAll);

const SOURCES = facts("sources");
const linksOf = (keys) => keys.flatMap((key) => SOURCES[key].url ?? []);

/** The parts of the view: for each of its rows, texts, status and links. */
function readParts(page) {
  return page.evaluate(() => {
    const links = (row) => [...row.querySelectorAll(".sources a")].map((link) => link.getAttribute("href"));
    const status = (row) => row.querySelector(":scope .chip")?.textContent ?? null;
    const of = (rows) =>
      [...rows].map((row) => ({ text: row.innerText, status: status(row), links: links(row) }));
    return [...document.querySelectorAll(".facts > details")].map((part) => ({
      lists: of(part.querySelectorAll(":scope > ul > li")),
      inner: [...part.querySelectorAll(":scope > ul > li")].map((row) =>
        of(row.querySelectorAll(":scope > ul > li")),
      ),
      table: of(part.querySelectorAll(":scope > .wide > table > tbody > tr")),
      tables: [...part.querySelectorAll(":scope > ul > li > table")].map(
        (table) => table.tBodies[0].rows.length,
      ),
    }));
  });
}

/** Opens everything in the view. */
async function openAll(page) {
  await openFacts(page);
  await page.locator(".facts > details > summary").evaluateAll((all) => all.forEach((one) => one.click()));
}

test("the facts list every row of the data with its status and its sources", async () => {
  const page = await openPage();
  await openAll(page);
  const [logon, system, custom, rules, contradictions, unknowns, sls, development, other, earlier] =
    await readParts(page);
  const agree = (rows, data, text, where) => {
    assert.equal(rows.length, data.length, where);
    for (const [at, row] of rows.entries()) {
      const name = `${where} ${at}`;
      assert.ok(row.text.includes(text(data[at])), `${name}: ${text(data[at])}`);
      if (data[at].status) assert.equal(row.status, data[at].status, name);
      assert.deepEqual(row.links, linksOf(data[at].sources), name);
    }
  };

  const { methods } = facts("logon_methods");
  assert.equal(methods.length, 11);
  assert.equal(logon.lists.length, 11);
  for (const [at, method] of methods.entries()) {
    assert.ok(logon.lists[at].text.includes(method.title.en));
    const expected = [method.management, method.development, ...method.preconditions];
    agree(logon.inner[at], expected, (row) => (row.basis ?? row.text).en, method.id);
  }

  const policies = facts("system_policies");
  const bodies = { exact: "body as documented", assumed: "body assumed" };
  agree(system.lists, policies, (row) => row.name, "system policy");
  for (const [at, { body, description }] of policies.entries()) {
    assert.equal(system.lists[at].status, bodies[body] ?? "body not documented");
    assert.ok(system.lists[at].text.includes(description.en));
  }

  const roles = facts("console_roles");
  agree(
    custom.lists,
    [...roles.roles, ...roles.custom_role.rules],
    (row) => (row.description ?? row.text).en,
    "role",
  );
  const all = facts("rules");
  agree(rules.lists, all.rules, (row) => row.text.en, "rule");
  agree(unknowns.lists, all.unknowns, (row) => row.text.en, "unknown");
  assert.equal(contradictions.lists.length, all.contradictions.length);
  for (const [at, { topic, readings }] of all.contradictions.entries()) {
    assert.ok(contradictions.lists[at].text.includes(topic.en));
    agree(contradictions.inner[at], readings, (row) => row.text.en, `contradiction ${at}`);
    const taken = contradictions.inner[at].map((reading) => reading.status);
    assert.deepEqual(
      taken,
      readings.map((reading) => (reading.taken ? "used here" : null)),
    );
  }
  agree(sls.table, facts("sls_actions"), (row) => row.action, "SLS action");
  agree(development.table, facts("development_api_actions").actions, (row) => row.action, "API action");
  agree(other.table, facts("other_stream_actions"), (row) => row.action, "other action");
  const tables = facts("earlier_role_tables");
  agree(earlier.lists, tables, (row) => row.title.en, "earlier table");
  assert.deepEqual(
    earlier.tables,
    tables.map((table) => table.rows.length),
  );

  // Links lead outside, safely, and only when somebody follows them.
  const links = await page
    .locator("a[target=_blank]")
    .evaluateAll((all) => all.map((link) => [link.getAttribute("href"), link.rel]));
  assert.ok(links.length > 300);
  for (const [href, rel] of links) {
    assert.match(href, /^https:\/\/[^/]+\//);
    assert.match(rel, /\bnoopener\b/);
  }
  const untitled = page.locator(".sources li").filter({ hasNotText: /\p{L}/u });
  assert.equal(await untitled.count(), 0);
  assertQuiet(page);
  await closePage(page);
});

/** Opens the rows of the open table one after the other; resolves to their statuses and links. */
function explainAll(page) {
  return page.evaluate(async () => {
    const found = {};
    const until = async (condition) => {
      const end = performance.now() + 5_000;
      while (!condition() && performance.now() < end) await new Promise(requestAnimationFrame);
    };
    const open = () => document.querySelector("#tables tr.explanation");
    for (const button of document.querySelectorAll("#tables button.row")) {
      button.click();
      await until(open);
      found[button.closest("tr").dataset.row] = {
        status: open().querySelector(".provenance .chip").textContent,
        links: [...open().querySelectorAll(".sources a")].map((link) => link.getAttribute("href")),
        reasoned: open().textContent.length > 40,
      };
      button.click();
      await until(() => !open());
    }
    return found;
  });
}

test("each verdict is explained with its status and its sources", async () => {
  const page = await openPage();
  const expected = (rows) =>
    Object.fromEntries(
      rows.map(({ id, status, sources }) => [id, { status, links: linksOf(sources), reasoned: true }]),
    );
  const { capabilities } = facts("sls_capabilities");
  assert.deepEqual(await explainAll(page), expected(capabilities));
  await page.locator("#store-kind").selectOption("metricstore");
  await becomes(() => page.locator("#store-kind").inputValue(), "metricstore");
  const own = capabilities.map((row) => ({ ...row, ...row.metricstore }));
  assert.deepEqual(await explainAll(page), expected(own));

  await openTab(page, "management");
  const operations = facts("management_operations");
  assert.equal(operations.length, 22);
  assert.deepEqual(await explainAll(page), expected(operations));
  const shown = Object.keys(await verdicts(page));
  assert.deepEqual(shown.toSorted(), operations.map(({ id }) => id).toSorted());
  for (const { id, action } of operations.filter((operation) => operation.action)) {
    const detail = page.locator(`[data-row="${id}"] .detail`);
    assert.equal(await detail.textContent(), action);
  }

  await openTab(page, "development");
  const { functions, permissions } = facts("console_permissions");
  const groups = await page.locator("#tables tr.group").allTextContents();
  assert.deepEqual(
    groups,
    functions.map((group) => group.title.en),
  );
  const rows = await page
    .locator("#tables [data-held]")
    .evaluateAll((all) => all.map((row) => [row.dataset.row, row.dataset.held === "true"]));
  assert.deepEqual(
    Object.fromEntries(rows),
    Object.fromEntries(permissions.map(({ id, viewer }) => [id, viewer])),
  );
  assert.equal(rows.length, 50);
  for (const { id, status } of permissions.filter((permission) => permission.status !== "stated")) {
    assert.match(await page.locator(`[data-row="${id}"]`).innerText(), new RegExp(status));
  }
  assert.deepEqual(
    await page.locator("#tables .sources a").evaluateAll((all) => all.map((link) => link.href)),
    linksOf(permissions[0].sources),
  );
  assertQuiet(page);
  await closePage(page);
});

test("each console's answer is explained with its status and its sources", async () => {
  const page = await openPage();
  const { methods } = facts("logon_methods");
  for (const method of methods) {
    await page.locator("#logon").selectOption(method.id);
    for (const console of ["management", "development"]) {
      const card = page.locator(`#console-${console}`);
      await card.locator(".why").click();
      await card.locator(".explanation").waitFor();
      const cell = method[console];
      const found = await card.locator(".explanation").evaluate((all) => ({
        text: all.textContent,
        status: all.querySelector(".provenance .chip").textContent,
        links: [...all.querySelectorAll(".sources a")].map((link) => link.getAttribute("href")),
      }));
      assert.ok(found.text.includes(cell.basis.en), `${method.id}, ${console}`);
      if (cell.note) assert.ok(found.text.includes(cell.note.en), `${method.id}, ${console}`);
      assert.equal(found.status, cell.status);
      assert.deepEqual(found.links, linksOf(cell.sources));
    }
  }
  assertQuiet(page);
  await closePage(page);
});

test("a part that does not arrive is said to be missing, and the others are there", async () => {
  const page = await openPage({ block: /facts\/rules\.json$/ });
  await openAll(page);
  const [logon, system, , rules, , , sls] = await readParts(page);
  assert.equal(logon.lists.length, 11);
  assert.equal(system.lists.length, 24);
  assert.equal(rules.lists.length, 0);
  assert.equal(sls.table.length, 111);
  assert.equal(await page.getByText("This part could not be loaded").count(), 3);
  await closePage(page);
});
