// Loads a module that the page does not start with, once, when it is first asked for. Its files lie beside the
// page.
const loading = new Map();

async function load(name) {
  if (name === "ramplay-opener") {
    const begun = await window.ramplayOpener;
    if (begun) return begun;
  }
  const module = await import(new URL(`./${name}.js`, document.baseURI).href);
  await module.default({ module_or_path: new URL(`./${name}_bg.wasm`, document.baseURI) });
  return module;
}

export function module(name) {
  if (!loading.has(name)) {
    const started = load(name).catch((error) => {
      // A network that comes back gets another chance.
      loading.delete(name);
      throw error;
    });
    loading.set(name, started);
  }
  return loading.get(name);
}

// Calls a function of a module with plain data, in a worker where there can be one: nobody who types waits for it.
export async function aside(name, call, args) {
  try {
    return await asked({ name, call, args });
  } catch {
    // No worker, or not this module in it: a page in a sandbox, an old browser, or a network that was gone.
    const here = await module(name);
    return here[call](...args);
  }
}

let worker;
let number = 0;
const waiting = new Map();

function asked(question) {
  return new Promise((resolve, reject) => {
    worker ??= begin();
    number += 1;
    waiting.set(number, { resolve, reject });
    worker.postMessage({ ...question, number });
  });
}

// Scripts that this page makes of a text are this one, in the eyes of a browser that asks.
function address() {
  const script = new URL("./aside.js", document.baseURI).href;
  policy ??= globalThis.trustedTypes?.createPolicy("ramplay-aside", { createScriptURL: () => script });
  return policy ? policy.createScriptURL(script) : script;
}

let policy;

function begin() {
  const begun = new Worker(address(), { type: "module" });
  begun.onmessage = ({ data }) => {
    const { resolve, reject } = waiting.get(data.number) ?? {};
    waiting.delete(data.number);
    if ("error" in data) {
      reject?.(new Error(data.error));
      end();
    } else {
      resolve?.(data.value);
    }
  };
  begun.onerror = end;
  return begun;
}

// What a module that failed was in is not asked again.
function end() {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(new Error("the worker failed"));
  waiting.clear();
}

// The looks of a module, which come with it.
export function style(name) {
  return new Promise((resolve, reject) => {
    const href = new URL(`./${name}.css`, document.baseURI).href;
    const known = [...document.styleSheets].some((sheet) => sheet.href === href);
    if (known) {
      resolve();
      return;
    }
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(`${name}.css could not be loaded`));
    };
    document.head.append(link);
  });
}

// Files that are dropped anywhere, and what is pasted outside of a field, wait for the library, which says what they
// are. `waits` is called when there is something.
export function receive(waits) {
  const take = (event, given) => {
    event.preventDefault();
    window.ramplayGiven = given;
    waits();
    dispatchEvent(new Event("ramplay-given"));
  };
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    const files = event.dataTransfer?.files;
    if (files?.length) take(event, files[0]);
  });
  addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text");
    if (text && !event.target.closest?.("input, textarea, [contenteditable]")) take(event, text);
  });
}
