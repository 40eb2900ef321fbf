// The playground in other people's pages: shows what it is given, and leaves the page around it alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { FALLBACK, embedding, needed, serveEmbedder } from "./embedder.mjs";
import { DIST, PATH, assertQuiet, closeAll, closePage, openPage, startServer } from "./harness.mjs";
import { becomes, eventually } from "./page.mjs";
import { serve } from "./server.mjs";

const LINK = "109MTyXSO";
const pages = {};
let site;
let other;

before(async () => {
  site = (await startServer()).address;
  other = await serveEmbedder(pages);
});
after(async () => {
  await other.close();
  await closeAll();
});

/** Opens a page that embeds the playground with these tags, under the policy that the documentation prints. */
async function open(inside, options = {}) {
  const { policy = needed(site), more = {}, ...rest } = options;
  for (const name of Object.keys(pages)) delete pages[name];
  Object.assign(pages, more, { "/page": { body: embedding(options.site ?? site, inside, options), policy } });
  const others = [options.site ?? site];
  return openPage({ ...rest, site: other.address, others, path: "page", ready: false });
}

const element = (page, index = 0) => page.locator("ram-playground").nth(index);
const frame = (page, index = 0) => element(page, index).locator("iframe").contentFrame();
const answered = (page, index = 0) => frame(page, index).locator("#answer > *").first().waitFor();
const verdict = (page, row, index = 0) =>
  frame(page, index).locator(`.verdicts [data-row="${row}"]`).getAttribute("data-verdict");
const policyOf = (...statements) => JSON.stringify({ Version: "1", Statement: statements });
const scenario = (document) => ({
  version: 1,
  logon: "ram_user.same_account",
  policies: [{ name: "mine", attach: "identity", document }],
});
const PULL = { Effect: "Allow", Action: "log:*", Resource: "*" };

test("it shows a link in a page of another site, under the policy that the documentation prints", async () => {
  const page = await open(`<ram-playground scenario="${LINK}" readonly>${FALLBACK}</ram-playground>`);
  await page.locator("#name").focus();
  const before = await page.evaluate(() => [location.href, history.length, scrollX, scrollY]);
  await answered(page);
  assert.match(await verdict(page, "logs.pull"), /Allow|Deny/);
  assert.equal(await page.getByText("allowed", { exact: true }).first().isVisible(), false);
  // It is as high as what it shows, and stays so.
  const heights = () =>
    Promise.all([
      element(page).locator("iframe").evaluate((each) => each.clientHeight),
      frame(page).locator("body").evaluate((each) => Math.ceil(each.getBoundingClientRect().height)),
    ]);
  await eventually(async () => {
    const [outside, inside] = await heights();
    assert.equal(outside, inside);
  });
  const [first] = await heights();
  await frame(page).locator("button.row").first().click();
  await eventually(async () => {
    const [outside, inside] = await heights();
    assert.equal(outside, inside);
    assert.ok(outside > first);
  });
  // The page is what it was.
  await page.locator("#name").focus();
  assert.deepEqual(await page.evaluate(() => [location.href, history.length, scrollX, scrollY]), before);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  assertQuiet(page);
  await closePage(page);
});

test("several on one page are loaded when they come near, and once for all", async () => {
  const counted = await serve(DIST, PATH, { compress: /embed/, cache: "max-age=600" });
  const near = (id) => `<ram-playground id="${id}" scenario="${LINK}" show="matrix" readonly></ram-playground>`;
  const far = `<p style="height: 4000px">Further below</p>${near("far")}`;
  const page = await open(near("one") + near("two") + near("three") + far, {
    site: counted.address,
    policy: "",
    guarded: false,
  });
  for (const index of [0, 1, 2]) await answered(page, index);
  assert.equal(await page.locator("#far").locator("iframe").count(), 0);
  const bytes = (path) => counted.sent.filter((each) => each.path === path).map((each) => each.bytes);
  assert.equal(bytes("ramplay-embed_bg.wasm").length, 1);
  assert.equal(bytes("embed-frame.js").length, 1);
  const before = counted.sent.length;
  await page.locator("#far").scrollIntoViewIfNeeded();
  await answered(page, 3);
  const after = counted.sent.slice(before).reduce((sum, each) => sum + each.bytes, 0);
  assert.ok(after < 1_000, `the fourth took ${after} bytes`);
  const total = counted.sent.reduce((sum, each) => sum + each.bytes, 0);
  console.log(`  four frames on one page: ${total.toLocaleString("en")} bytes in ${counted.sent.length} files`);
  assertQuiet(page);
  await closePage(page);
  await counted.close();
});

test("attributes can be changed at any time", async () => {
  const page = await open(`<ram-playground scenario="${LINK}" show="logstore" readonly></ram-playground>`);
  await answered(page);
  const set = (name, value) => element(page).evaluate((each, [name, value]) => each.setAttribute(name, value), [name, value]);
  await set("json", JSON.stringify(scenario(policyOf(PULL))));
  await set("show", "verdict:logs.pull matrix");
  const inside = frame(page);
  await inside.locator(".part").nth(1).locator(".matrix").waitFor();
  assert.equal(await inside.locator(".verdicts").count(), 0);
  await inside.locator('[data-row="logs.pull"] .trail').waitFor();
  await element(page).evaluate((each) => each.removeAttribute("scenario"));
  await becomes(() => inside.locator('[data-row="logs.pull"]').getAttribute("data-verdict"), "Allow");
  await set("lang", "zh-CN");
  await becomes(() => inside.locator("html").getAttribute("lang"), "zh-CN");
  assert.match(await inside.locator("#open").textContent(), /演练场/);
  const paper = () => inside.locator("html").evaluate((each) => getComputedStyle(each).backgroundColor);
  await set("theme", "dark");
  await becomes(paper, "rgb(20, 23, 28)");
  await set("theme", "light");
  await becomes(paper, "rgb(255, 255, 255)");
  await set("height", "120");
  await becomes(() => element(page).locator("iframe").evaluate((each) => each.clientHeight), 120);
  await element(page).evaluate((each) => each.removeAttribute("height"));
  await eventually(async () => {
    assert.ok((await element(page).locator("iframe").evaluate((each) => each.clientHeight)) > 200);
  });
  assertQuiet(page);
  await closePage(page);
});

test("the language is that of the page around, the colours are what the browser prefers", async () => {
  const page = await open('<div lang="zh"><ram-playground></ram-playground></div>', { colorScheme: "dark" });
  await answered(page);
  assert.equal(await frame(page).locator("html").getAttribute("lang"), "zh-CN");
  const paper = await frame(page).locator("html").evaluate((each) => getComputedStyle(each).backgroundColor);
  assert.equal(paper, "rgb(20, 23, 28)");
  assertQuiet(page);
  await closePage(page);
});

test("a scenario as JSON stands in the tag, or comes from the page's own origin", async () => {
  const json = JSON.stringify(scenario(policyOf(PULL)));
  const inside =
    `<ram-playground show="logstore"><script type="application/json">${json}</script>${FALLBACK}</ram-playground>` +
    `<ram-playground show="logstore" src="mine.json">${FALLBACK}</ram-playground>`;
  const page = await open(inside, { more: { "/mine.json": { body: json, type: "application/json" } } });
  for (const index of [0, 1]) {
    await answered(page, index);
    assert.equal(await verdict(page, "logs.pull", index), "Allow");
  }
  assertQuiet(page);
  await closePage(page);
});

test("what cannot be shown is told, and what stands in the tag stays", async () => {
  const inside = `<ram-playground scenario="${LINK.slice(0, -2)}">${FALLBACK}</ram-playground>`;
  const page = await open(inside, {
    opening: (page) =>
      page.addInitScript(() => {
        window.told = [];
        addEventListener("ramplay-problem", ({ detail }) => window.told.push(detail.code));
      }),
  });
  await becomes(() => page.evaluate(() => window.told), ["link-cut"]);
  const set = (name, value) => element(page).evaluate((each, [name, value]) => each.setAttribute(name, value), [name, value]);
  const refused = async (name, value, code) => {
    await page.evaluate(() => window.told.splice(0));
    await set(name, value);
    await becomes(() => page.evaluate(() => window.told.at(-1)), code, name);
  };
  await refused("scenario", "1".repeat(300_000), "too-long");
  await set("json", "{");
  await element(page).evaluate((each) => each.removeAttribute("scenario"));
  await becomes(() => page.evaluate(() => window.told.at(-1)), "scenario-malformed");
  await refused("src", `${site}gallery.json`, "src");
  assert.equal(await page.getByText("allowed", { exact: true }).isVisible(), true);
  assert.equal(await element(page).locator("iframe").isVisible(), false);
  await set("scenario", LINK);
  await answered(page);
  assert.equal(await page.getByText("allowed", { exact: true }).isVisible(), false);
  assertQuiet(page);
  await closePage(page);
});

test("a reader edits a policy, the page hears of it, and the link leads to what is shown", async () => {
  const json = JSON.stringify(scenario(policyOf(PULL))).replaceAll('"', "&quot;");
  const page = await open(`<ram-playground json="${json}"></ram-playground>`);
  await answered(page);
  await element(page).evaluate((each) =>
    each.addEventListener("ramplay-change", ({ detail }) => {
      window.changed = detail.json;
    }),
  );
  const area = frame(page).locator("textarea");
  await area.fill(policyOf({ ...PULL, Effect: "Deny" }));
  await becomes(() => verdict(page, "logs.pull"), "ExplicitDeny");
  assert.ok(await area.evaluate((each) => each === document.activeElement));
  await eventually(async () => {
    const changed = JSON.parse(await page.evaluate(() => window.changed));
    assert.match(changed.policies[0].document, /Deny/);
  });
  await area.fill("{");
  await becomes(() => verdict(page, "logs.pull"), "Withheld");
  await frame(page).locator(".problems .error").first().waitFor();
  await area.fill(policyOf({ ...PULL, Effect: "Deny" }));
  const address = await frame(page)
    .locator("#open")
    .evaluate((link) => {
      link.addEventListener("click", (event) => event.preventDefault());
      link.click();
      return link.href;
    });
  assert.ok(address.startsWith(`${site}#json=`), address);
  assert.match(JSON.parse(decodeURIComponent(address.split("json=")[1])).policies[0].document, /Deny/);
  assertQuiet(page);
  await closePage(page);
});

test("the plain frame needs no script of the page, and follows its address", async () => {
  const source = `${site}embed.html?show=logstore&readonly&lang=zh-CN&theme=dark#`;
  const page = await open(`<iframe title="x" src="${source}${LINK}" width="600" height="300"></iframe>`);
  const inside = page.locator("iframe").contentFrame();
  await inside.locator('[data-row="logs.pull"]').waitFor();
  assert.equal(await inside.locator("html").getAttribute("lang"), "zh-CN");
  assert.equal(await inside.locator("textarea").count(), 0);
  assert.equal(await inside.locator("#open").getAttribute("href"), `./#${LINK}`);
  const json = encodeURIComponent(JSON.stringify(scenario(policyOf({ ...PULL, Effect: "Deny" }))));
  const before = await inside.locator("html").evaluate(() => performance.timeOrigin);
  await page.locator("iframe").evaluate((each, address) => (each.src = address), `${source}json=${json}`);
  await becomes(() => inside.locator('[data-row="logs.pull"]').getAttribute("data-verdict"), "ExplicitDeny");
  assert.equal(await inside.locator("html").evaluate(() => performance.timeOrigin), before);
  assertQuiet(page);
  await closePage(page);
});

test("it works in a sandbox without an origin", async () => {
  const page = await open(
    `<iframe title="x" sandbox="allow-scripts" src="${site}embed.html?show=logstore#${LINK}" width="600"></iframe>`,
  );
  await page.locator("iframe").contentFrame().locator('[data-row="logs.pull"]').waitFor();
  assertQuiet(page);
  await closePage(page);
});

test("it works where the embedding page is in a sandbox without an origin", async () => {
  const json = JSON.stringify(scenario(policyOf(PULL))).replaceAll('"', "&quot;");
  const inner = embedding(site, `<ram-playground show="logstore" json="${json}">${FALLBACK}</ram-playground>`);
  const page = await open('<iframe title="x" sandbox="allow-scripts" src="/inner" width="700" height="600"></iframe>', {
    policy: "frame-src *",
    more: { "/inner": { body: inner } },
  });
  const around = page.locator("iframe").contentFrame();
  const inside = around.locator("ram-playground iframe").contentFrame();
  await becomes(() => inside.locator('[data-row="logs.pull"]').getAttribute("data-verdict"), "Allow");
  await around.locator("ram-playground").evaluate((each) => each.setAttribute("show", "matrix"));
  await inside.locator(".matrix").waitFor();
  assert.equal(await around.locator("ram-playground iframe").evaluate((each) => each.clientHeight), 480);
  assertQuiet(page);
  await closePage(page);
});

test("without JavaScript, and in print before anybody scrolled there, the table in the tag is read", async () => {
  const page = await open(`<ram-playground scenario="${LINK}">${FALLBACK}</ram-playground>`, { javaScript: false });
  assert.equal(await page.getByText("allowed", { exact: true }).isVisible(), true);
  assertQuiet(page);
  await closePage(page);
});

test("denied storage is not missed", async () => {
  const page = await open("<ram-playground></ram-playground>", { storage: "denied" });
  await answered(page);
  assertQuiet(page);
  await closePage(page);
});

/** A page with the plain frame that speaks to it as the element does; `inside` gets what the frame tells. */
const hostile = (embedder) => `<iframe title="x" src="${site}embed.html?embedder=${encodeURIComponent(embedder)}"></iframe>
  <script>
    window.heard = [];
    addEventListener("message", ({ data, ports, origin }) => {
      window.heard.push([data, origin]);
      window.port = ports[0];
      window.port.onmessage = ({ data }) => window.heard.push(data);
    });
  </script>`;

test("a frame passes over messages that are none, and tells nothing to an origin that it was not given", async () => {
  const page = await open(hostile(other.address), { policy: "" });
  await becomes(() => page.evaluate(() => window.heard.length > 0 && Boolean(window.port)), true);
  assert.deepEqual(await page.evaluate(() => window.heard[0]), [{ type: "ramplay-hello", protocol: 1 }, new URL(site).origin]);
  const inside = page.locator("iframe").contentFrame();
  const good = { type: "show", kind: "link", text: "", show: "logstore", readonly: true, theme: "", lang: "en", fit: true };
  await page.evaluate((good) => {
    for (const junk of [
      null,
      7,
      "show",
      [],
      {},
      { type: "show" },
      { ...good, text: { toString: 1 } },
      { ...good, text: "1".repeat(300_000) },
      { ...good, show: "x".repeat(2000) },
      { ...good, kind: "html", text: "<img src=x onerror=alert(1)>" },
      { ...good, readonly: "no" },
      new Uint8Array(10_000_000),
    ]) {
      window.port.postMessage(junk);
    }
    // What comes by another way is not even looked at.
    frames[0].postMessage({ ...good, show: "matrix" }, "*");
    window.port.postMessage(good);
  }, good);
  await inside.locator('[data-row="logs.pull"]').waitFor();
  assert.equal(await inside.locator(".matrix").count(), 0);
  const types = await page.evaluate(() => window.heard.slice(1).map(({ type }) => type));
  assert.deepEqual([...new Set(types)].sort(), ["height", "ready"]);
  await closePage(page);

  const stranger = await open(hostile(site), { policy: "" });
  await stranger.locator("iframe").contentFrame().locator("html").waitFor();
  await stranger.waitForTimeout(1_000);
  assert.deepEqual(await stranger.evaluate(() => window.heard), []);
  await closePage(stranger);
});

test("texts with markup are shown as texts", async () => {
  const bad = '<img src=x onerror="parent.hit=1"><script>hit=1</' + "script>";
  const json = { ...scenario(policyOf({ ...PULL, Resource: bad })), identities: { user: bad } };
  json.policies[0].name = bad;
  const page = await open(`<ram-playground></ram-playground>`);
  await answered(page);
  await element(page).evaluate((each, json) => each.setAttribute("json", json), JSON.stringify(json));
  await becomes(async () => (await frame(page).locator("h3").first().textContent()).startsWith("<img"), true);
  assert.equal(await frame(page).locator("main img, main script").count(), 0);
  assertQuiet(page);
  await closePage(page);
});

test("the element takes nothing from other frames, and only numbers for its height", async () => {
  const page = await open('<ram-playground scenario="" show="matrix" readonly></ram-playground><iframe id="evil" title="x" src="/evil"></iframe>', {
    policy: "",
    more: {
      "/evil": {
        body: `<!DOCTYPE html><title>x</title><script>setInterval(() => {
          const { port1, port2 } = new MessageChannel();
          port1.postMessage({ type: "height", height: 9 });
          port1.postMessage({ type: "problem", code: "evil", message: "x" });
          parent.postMessage({ type: "ramplay-hello", protocol: 1 }, "*", [port2]);
        }, 20)</script>`,
      },
    },
    opening: (page) =>
      page.addInitScript(() => addEventListener("ramplay-problem", ({ detail }) => (window.told = detail))),
  });
  await answered(page);
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => window.told), undefined);
  assert.ok((await element(page).locator("iframe").evaluate((each) => each.clientHeight)) > 100);
  assertQuiet(page);
  await closePage(page);
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in the frame, in both languages (${colorScheme})`, async () => {
    const show = "editor matrix logstore verdict:logs.pull verdict:describe-instances verdict:none";
    const page = await open(`<ram-playground show="${show}" lang="en"></ram-playground>`, { policy: "", colorScheme });
    await answered(page);
    await frame(page).locator("textarea").first().fill('{"Version": "1", "Statement": [{"Effect": "allow"}]}');
    await frame(page).locator("button.row").first().click();
    await frame(page).locator(".explanation").first().waitFor();
    const found = [];
    for (const lang of ["en", "zh-CN"]) {
      await element(page).evaluate((each, lang) => each.setAttribute("lang", lang), lang);
      await becomes(() => frame(page).locator("html").getAttribute("lang"), lang);
      const { violations } = await new AxeBuilder({ page }).include("ram-playground").analyze();
      for (const { id, nodes } of violations) for (const { target } of nodes) found.push(`${lang} ${id}: ${target.join(" ")}`);
    }
    assert.deepEqual(found, []);
    assertQuiet(page);
    await closePage(page);
  });
}
