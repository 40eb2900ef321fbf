// Everything can be perceived and used by everybody: what axe finds, in every view and colour scheme.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { assertAccessible, assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import {
  addPolicy,
  becomes,
  explanation,
  logOn,
  openTab,
  row,
  rowButton,
  trust,
  write,
  openFacts,
} from "./page.mjs";

after(closeAll);

const speak = async (page, name, tag) => {
  await page.getByRole("button", { name, exact: true }).click();
  await becomes(() => page.locator("html").getAttribute("lang"), tag);
};

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in any view (${colorScheme})`, async () => {
    const page = await openPage({ colorScheme, reducedMotion: "reduce" });
    const found = [];
    const check = async (what) => {
      const axe = new AxeBuilder({ page }).setLegacyMode(true);
      // Of all that axe checks only the contrast depends on the colours.
      if (colorScheme === "dark") axe.withRules(["color-contrast"]);
      for (const { id, help, nodes } of (await axe.analyze()).violations) {
        for (const { target } of nodes) found.push(`${what}: ${id}: ${help}: ${target.join(" ")}`);
      }
    };
    // In each language: start, an explanation open, marks, errors, each tab.
    await rowButton(page, "group.flink").click();
    await explanation(page).waitFor();
    await page.locator("#console-management .why").click();
    await row(page, "logs.pull").hover();
    await check("marks and explanations");
    await openTab(page, "management");
    await rowButton(page, "describe-instances").click();
    await check("operations");
    await page.locator("#member").selectOption("custom");
    await openTab(page, "development");
    await check("permissions of a custom role");

    await speak(page, "中文", "zh-CN");
    await openTab(page, "logstore");
    await logOn(page, "rd.ram_admin_as_role");
    await addPolicy(page, "角色的信任策略", trust("acs:ram::1000000000000001:root"));
    await write(page, '{"Version": "1", "Statement": [{"Effect": "allow"}], "Sid": 1,}');
    await page.locator("#account").fill("letters");
    await page.locator(".circumstances summary").click();
    await page.locator(".circumstances details > button").click();
    await page.locator("article.card button.remove").nth(1).click();
    await page.locator("#add-policy > summary").click();
    await becomes(() => page.locator(".undo").count(), 1);
    await check("errors, a menu and a member in Chinese");
    assert.deepEqual(found, []);
    assertQuiet(page);
    await closePage(page);
  });
}

test("axe finds nothing in the facts", async () => {
  const page = await openPage({ colorScheme: "dark" });
  await openFacts(page);
  // Of parts that are alike the shortest, since axe takes long on thousands of elements.
  for (const part of [
    "Custom roles",
    "Where sources disagree",
    "Other stream actions",
    "Earlier role tables",
  ]) {
    await page.locator(".facts > details > summary", { hasText: part }).click();
  }
  assert.equal(await page.locator(".facts > details[open]").count(), 4);
  await assertAccessible(page);
  assertQuiet(page);
  await closePage(page);
});

test("axe finds nothing on a phone and in a notice", async () => {
  const prepare = (context) =>
    context.addInitScript(() => {
      if (location.protocol.startsWith("http")) localStorage.setItem("ramplay.scenario", "{");
    });
  const page = await openPage({ width: 390, height: 844, prepare });
  await page.locator(".notice").waitFor();
  await assertAccessible(page);
  assertQuiet(page);
  await closePage(page);
});

test("what a screen reader is told: names, states and where it is", async () => {
  const page = await openPage();
  const [heading] = await page.getByRole("heading", { level: 1 }).allInnerTexts();
  assert.match(heading, /ramplay/);
  await page.getByRole("main").waitFor();
  for (const region of ["Scenario", "Answer"]) await page.getByRole("region", { name: region }).waitFor();
  await page.getByRole("combobox", { name: "How the person logs on" }).waitFor();
  await page.getByRole("textbox", { name: "Policy text: flink-read-logstore" }).waitFor();
  await page.getByRole("tab", { name: "Logstore", selected: true }).waitFor();
  await page.getByRole("tabpanel", { name: "Logstore" }).waitFor();
  // A verdict is a word, not only a sign and a colour.
  assert.match(await row(page, "logs.pull").locator(".mark").innerText(), /allowed/);
  assert.match(await row(page, "logs.write").locator(".mark").innerText(), /implicitly denied/);
  // Ids are there once, and what points at them finds them.
  const broken = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    const double = ids.filter((id, at) => ids.indexOf(id) !== at);
    const pointing = ["aria-labelledby", "aria-describedby", "aria-controls", "for", "list"];
    const lost = pointing.flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)]
        .flatMap((element) => element.getAttribute(name).split(/\s+/))
        .filter((id) => !document.getElementById(id))
        .map((id) => `${name} ${id}`),
    );
    return [...double, ...lost];
  });
  assert.deepEqual(broken, []);
  assertQuiet(page);
  await closePage(page);
});
