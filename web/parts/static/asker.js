// Asks exact questions about policies in a worker, one at a time: a new question takes the place of one that is not
// answered. Where no worker can be made, as in a sandboxed frame, it asks here, with less work.

// What a question may do here, where the page waits for it.
const STEPS_HERE = 100_000;

const file = (name) => new URL(`./${name}`, document.baseURI);

let policy;

// Scripts that this page makes of a text are this one, in the eyes of a browser that asks.
function address() {
  const script = file("asker.js").href;
  policy ??= globalThis.trustedTypes?.createPolicy("ramplay-asker", { createScriptURL: () => script });
  return policy ? policy.createScriptURL(script) : script;
}

// Set when a worker could not be made: another one cannot either.
let isWithout = false;
let module;

async function here(text, stillWanted) {
  module ??= import(file("ramplay-asker.js").href).then(async (loaded) => {
    await loaded.default({ module_or_path: file("ramplay-asker_bg.wasm") });
    return loaded;
  });
  let loaded;
  try {
    loaded = await module;
  } catch (error) {
    // A network that comes back gets another chance.
    module = undefined;
    throw error;
  }
  // The page is drawn before it stands still.
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (!stillWanted()) return undefined;
  return loaded.answer(JSON.stringify({ ...JSON.parse(text), steps: STEPS_HERE }), () => {});
}

export class Asker {
  #worker;
  #number = 0;
  #told;
  #text;

  // `told` is called with an object: `{here}` when the page is going to wait, `{done, of}` while it works, at last
  // `{answer}` or `{failed}`.
  ask(text, told) {
    this.stop();
    this.#number += 1;
    this.#told = told;
    this.#text = text;
    if (isWithout) {
      this.#here();
      return;
    }
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage({ number: this.#number, text });
    } catch {
      this.#without();
    }
  }

  // Whether a question waits for its answer.
  stop() {
    if (!this.#told) return;
    this.#told = undefined;
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  // For good.
  end() {
    this.#told = undefined;
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start() {
    const worker = new Worker(address(), { type: "module" });
    worker.addEventListener("message", ({ data }) => this.#take(data));
    // Its file did not come, or it may not run.
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#without();
    });
    return worker;
  }

  #take({ number, done, of, answer, failed }) {
    const told = this.#told;
    if (number !== this.#number || !told) return;
    if (of !== undefined) {
      told({ done, of });
      return;
    }
    this.#told = undefined;
    told(failed === undefined ? { answer: JSON.parse(answer) } : { failed });
  }

  #without() {
    isWithout = true;
    this.#worker?.terminate();
    this.#worker = undefined;
    if (this.#told) this.#here();
  }

  #here() {
    const number = this.#number;
    const stillWanted = () => this.#told && number === this.#number;
    this.#told({ here: true });
    here(this.#text, stillWanted).then(
      (answer) => {
        if (answer !== undefined) this.#take({ number, answer });
      },
      (error) => this.#take({ number, failed: String(error) }),
    );
  }
}
