// The frame that other people's pages show: takes what it is to show from its address, or from the page around it by way
// of a port, and hands it to the program. It stores nothing, reads nothing that is stored, and changes nothing outside
// of itself. messages.d.ts says what is told.
import init, { Embed } from "ramplay-embed";

const MOST = 262144;
const OPTION = 1000;
/** How long a reader pauses before the link follows what was typed. */
const PAUSE_MS = 300;

const answer = document.getElementById("answer");
const problem = document.getElementById("problem");
const title = document.getElementById("title");
const link = document.getElementById("open");
const query = new URLSearchParams(location.search);
const root = document.documentElement;

let embed;
let port;
let pause;
let told = false;
/** What stands behind the `#` of the link to what was given; nothing for the example. */
let fragment = "";

const tell = (message) => port?.postMessage(message);

/** Whether this has the form of `Show`. */
function isShow(data) {
  const { type, kind, text, show, readonly, theme, lang, fit } = Object(data);
  const short = (value) => typeof value === "string" && value.length <= OPTION;
  return (
    type === "show" &&
    (kind === "link" || kind === "json") &&
    typeof text === "string" &&
    text.length <= MOST &&
    [show, theme, lang].every(short) &&
    [readonly, fit].every((value) => typeof value === "boolean")
  );
}

/** What the address says. */
function ofAddress() {
  const text = location.hash.slice(1);
  const given = { type: "show", kind: "link", text, readonly: query.has("readonly"), fit: false };
  for (const name of ["show", "theme", "lang"]) given[name] = query.get(name) ?? "";
  return given;
}

function show(given) {
  if (!isShow(given)) return;
  const lang = given.lang || navigator.language;
  root.lang = /^zh/i.test(lang) ? "zh-CN" : "en";
  if (["light", "dark"].includes(given.theme)) root.dataset.theme = given.theme;
  else delete root.dataset.theme;
  root.classList.toggle("fit", given.fit);
  const wrong = embed.show(given.kind, given.text, given.show, given.readonly, lang);
  problem.hidden = !wrong;
  answer.hidden = Boolean(wrong);
  if (wrong) {
    problem.textContent = wrong.shown;
    tell({ type: "problem", code: wrong.code, message: wrong.message });
  }
  answer.removeAttribute("aria-busy");
  document.title = embed.title();
  title.textContent = document.title;
  link.textContent = embed.caption();
  const shown = given.kind === "json" ? asIs(given.text) : given.text.slice(given.text.indexOf("#") + 1);
  fragment = wrong ? "" : shown;
  follow();
  if (!wrong && !told) {
    told = true;
    tell({ type: "ready" });
  }
}

/** The fragment of a content as it is: writing the short form takes more of a program than a frame has. */
const asIs = (json) => `json=${encodeURIComponent(json)}`;

/** Lets the link lead to what is shown. */
function follow() {
  link.href = fragment ? `./#${fragment}` : "./";
}

answer.addEventListener("input", ({ target }) => {
  if (target.dataset.policy === undefined) return;
  embed.edit(Number(target.dataset.policy), target.value);
  clearTimeout(pause);
  pause = setTimeout(changed, PAUSE_MS);
});

function changed() {
  clearTimeout(pause);
  pause = undefined;
  const json = embed.json();
  fragment = asIs(json);
  follow();
  if (json.length <= MOST) tell({ type: "change", json });
}

// Who clicks sooner than that gets what they see.
link.addEventListener("click", () => pause && changed());

answer.addEventListener("click", ({ target }) => {
  const row = target.closest("[data-open]")?.dataset.open;
  if (row === undefined) return;
  embed.open(row);
  // The table was written anew, and the caret was on its button.
  [...answer.querySelectorAll("[data-open]")].find((each) => each.dataset.open === row)?.focus({ preventScroll: true });
});

/** The first words, for the origin that the address names and no other, with the port for all others. */
function greet(embedder) {
  const channel = new MessageChannel();
  port = channel.port1;
  port.onmessage = ({ data }) => show(data);
  new ResizeObserver(() => {
    tell({ type: "height", height: Math.ceil(document.body.getBoundingClientRect().height) });
  }).observe(document.body);
  parent.postMessage({ type: "ramplay-hello", protocol: 1 }, embedder, [channel.port2]);
}

/** The origin that the address names; nothing that could stand for several. */
function embedder() {
  try {
    const { origin } = new URL(query.get("embedder"));
    return parent !== window && /^https?:/.test(origin) ? origin : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The program. In a sandbox without an origin, files of the site are those of a stranger, and only scripts can be had
 * without CORS: the same program lies in one of these, and is fetched only there.
 */
async function program() {
  const address = new URL(`ramplay-embed_bg.wasm?${BUILD}`, location.href.split("#")[0]);
  if (self.origin !== "null") return fetch(address);
  const script = document.createElement("script");
  const source = new URL(`embed-program.js?${BUILD}`, address).href;
  script.src = self.trustedTypes?.createPolicy("ramplay", { createScriptURL: () => source }).createScriptURL("") ?? source;
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  const bytes = Uint8Array.from(atob(self.ramplayProgram), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

async function start() {
  try {
    await init({ module_or_path: program() });
    embed = new Embed(answer);
    const named = embedder();
    if (named) {
      greet(named);
    } else {
      show(ofAddress());
      addEventListener("hashchange", () => show(ofAddress()));
    }
  } catch (error) {
    // Both languages, as nothing is known of the reader's.
    problem.textContent = `This part could not be started: ${error.message} / 此部分无法启动。`;
    problem.hidden = false;
  }
}

start();
