// How it looks and to whom: themes, languages, narrow screens, large texts, and the rules of the page.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { assertAccessible, closeAll, content, eventually, finish, go, open, value } from "./page.mjs";

after(closeAll);

const ground = (page) =>
  page
    .locator(".cm-editor")
    .first()
    .evaluate((editor) => getComputedStyle(editor).backgroundColor);

test("axe finds nothing, in both themes, with marks, search and completions open", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open({ query: "marks", colorScheme });
    await go(page, '"log:');
    await page.keyboard.press("ControlOrMeta+f");
    await page.keyboard.type("log");
    await content(page).focus();
    await page.keyboard.press("Control+Space");
    await page.locator(".cm-completions").waitFor();
    await assertAccessible(page);
    await finish(page);
  }
});

test("the theme is the system's, or the one that is set", async () => {
  const page = await open({ colorScheme: "dark" });
  const dark = await ground(page);
  await page.evaluate(() => globalThis.handles.policy.setTheme("light"));
  const light = await ground(page);
  assert.notEqual(dark, light);
  await page.evaluate(() => globalThis.handles.policy.setTheme("system"));
  assert.equal(await ground(page), dark);
  await page.emulateMedia({ colorScheme: "light" });
  assert.equal(await ground(page), light);
  await finish(page);
});

test("the styles come without a style element and without style attributes in markup", async () => {
  const page = await open({ query: "marks" });
  assert.equal(await page.locator("style").count(), 0);
  assert.equal(
    await page
      .locator(".cm-scroller")
      .first()
      .evaluate((part) => getComputedStyle(part).display),
    "flex",
  );
  // Whatever is forbidden is a complaint, on which this fails.
  await finish(page);
});

test("the editor's own words follow the language", async () => {
  const page = await open({ query: "marks&lang=zh" });
  await go(page, '"log:');
  await page.keyboard.press("ControlOrMeta+f");
  await page.getByRole("button", { name: "全部替换" }).waitFor();
  await page.keyboard.press("Escape");
  assert.match(await page.locator(".cm-hint").first().textContent(), /请先按 Esc/);
  await page.evaluate(() => globalThis.handles.policy.setPhrases("en"));
  assert.match(await page.locator(".cm-hint").first().textContent(), /press Escape/);
  await page.keyboard.press("ControlOrMeta+f");
  await page.getByRole("button", { name: "Replace all" }).waitFor();
  await finish(page);
});

test("on a phone, nothing has to be scrolled sideways", async () => {
  const page = await open({ query: "marks", width: 390, height: 844, hasTouch: true, isMobile: true });
  await page.locator("#policy").evaluate((area) => (area.value = area.value.replace("web-project", "x".repeat(200))));
  const wide = () =>
    page.evaluate(
      () =>
        [document.scrollingElement, ...document.querySelectorAll(".cm-scroller")].filter(
          (part) => part.scrollWidth > part.clientWidth,
        ).length,
    );
  assert.equal(await wide(), 0);
  await page.getByTitle("Show what is said about line 6").tap();
  await page.locator(".cm-card").waitFor();
  const box = await page.locator(".cm-card").boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+f");
  assert.equal(await wide(), 0);
  await assertAccessible(page);
  await finish(page);
});

test("nothing moves where somebody asked for less of it", async () => {
  const page = await open({ query: "marks", reducedMotion: "reduce" });
  const moving = await page.evaluate(() => {
    const parts = [...document.querySelectorAll(".rich-editor *")].map((part) => getComputedStyle(part));
    return parts.filter(
      ({ animationName, transitionDuration }) => animationName !== "none" || transitionDuration !== "0s",
    ).length;
  });
  assert.equal(moving, 0);
  await finish(page);
});

test("credentials, variables and keywords of a draft are told apart", async () => {
  const page = await open();
  const of = (name) => content(page, "draft").locator(`.cm-${name}`).allTextContents();
  assert.deepEqual(await of("credential"), ["not-a-real-secret"]);
  assert.deepEqual(await of("variable"), ["${secret_values.sls_id}"]);
  assert.ok((await of("key")).includes("CREATE"));
  await page.evaluate(() => {
    document.getElementById("draft").value =
      "source: # where from\n  type: mysql\n  password: abc\n  user: ${secret_values.u}\n";
    globalThis.handles.draft.setLanguage("yaml");
  });
  assert.deepEqual(await of("key"), ["source", "type", "password", "user"]);
  assert.deepEqual(await of("credential"), ["abc"]);
  assert.deepEqual(await of("comment"), ["# where from"]);
  await finish(page);
});

test("a megabyte can be opened, written in and laid out", async () => {
  const page = await open();
  const statement = '    { "Effect": "Allow", "Action": "log:GetProject", "Resource": "acs:log:*:*:project/*" },\n';
  const text = `{\n  "Version": "1",\n  "Statement": [\n${statement.repeat(11_500)}    {}\n  ]\n}\n`;
  for (const large of [text, text.replaceAll("\n", "")]) {
    await page.locator("#policy").evaluate((area, text) => (area.value = text), large);
    await page.evaluate(() => globalThis.handles.policy.select(3, 3));
    for (let key = 0; key < 10; key += 1) {
      await page.keyboard.press("x");
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    }
    assert.ok((await value(page)).length >= large.length + 10);
  }
  await eventually(async () => {
    const sent = await page.evaluate(() => new FormData(document.getElementById("form")).get("policy"));
    assert.ok(sent.includes("xxxxxxxxxx"), "the form follows");
  });
  await finish(page);
});
