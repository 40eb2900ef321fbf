// Everything can be perceived and used by everybody: what axe finds in both themes and languages. Views that have tests
// of their own are tried there.
import assert from "node:assert/strict";
import { after, test } from "node:test";

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

for (const locale of ["en-US", "zh-CN"]) {
  const isChinese = locale === "zh-CN";
  test(`axe finds nothing in the tables and the form (${locale})`, async () => {
    const page = await openPage({ locale, reducedMotion: "reduce" });
    await rowButton(page, "group.flink").click();
    await explanation(page).waitFor();
    await page.locator("#console-management .why").click();
    await row(page, "logs.pull").hover();
    await assertAccessible(page);
    await openTab(page, "management");
    await rowButton(page, "describe-instances").click();
    await assertAccessible(page);
    await page.locator("#member").selectOption("custom");
    await openTab(page, "development");
    await assertAccessible(page);
    // Errors, a menu and what was removed.
    await openTab(page, "logstore");
    await logOn(page, "rd.ram_admin_as_role");
    const trustPolicy = isChinese ? "角色的信任策略" : "as the role's trust policy";
    await addPolicy(page, trustPolicy, trust("acs:ram::1000000000000001:root"));
    await write(page, '{"Version": "1", "Statement": [{"Effect": "allow"}], "Sid": 1,}');
    await page.locator("#account").fill("letters");
    await page.locator(".circumstances summary").click();
    await page.locator(".circumstances details > button").click();
    await page.locator("article.card button.remove").nth(1).click();
    await page.locator("#add-policy > summary").click();
    await becomes(() => page.locator(".undo").count(), 1);
    await assertAccessible(page);
    await page.locator("#keys").click();
    await assertAccessible(page);
    assertQuiet(page);
    await closePage(page);
  });

  test(`axe finds nothing in the facts (${locale})`, async () => {
    const page = await openPage({ locale });
    await openFacts(page);
    // Of parts that are alike the shortest, since axe takes long on thousands of elements.
    for (const part of [2, 4, 8, 9]) await page.locator(".facts > details > summary").nth(part).click();
    assert.equal(await page.locator(".facts > details[open]").count(), 4);
    await assertAccessible(page);
    assertQuiet(page);
    await closePage(page);
  });
}

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
