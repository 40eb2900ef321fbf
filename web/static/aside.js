// Runs a module of the page beside it, so that typing never waits for what takes long. A message asks for
// `call` of the module `name` with `args`, plain data, and is answered under its number.
const modules = new Map();

function load(name) {
  if (!modules.has(name)) modules.set(name, started(name));
  return modules.get(name);
}

async function started(name) {
  const module = await import(new URL(`./${name}.js`, location.href).href);
  await module.default({ module_or_path: new URL(`./${name}_bg.wasm`, location.href) });
  return module;
}

addEventListener("message", async ({ data: { number, name, call, args } }) => {
  try {
    const module = await load(name);
    postMessage({ number, value: module[call](...args) });
  } catch (error) {
    // Whoever asked starts over with another worker.
    postMessage({ number, error: String(error) });
  }
});
