// Loads the module of advice once, when it is first asked for. Its files lie beside the page.
let loading;

async function load() {
  const module = await import(new URL("./ramplay-desk.js", document.baseURI).href);
  await module.default({ module_or_path: new URL("./ramplay-desk_bg.wasm", document.baseURI) });
  return module;
}

export async function desk() {
  loading ??= load().catch((error) => {
    // A network that comes back gets another chance.
    loading = undefined;
    throw error;
  });
  return loading;
}
