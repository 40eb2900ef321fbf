// The engines that run in Node. Loaded one by one, as a hostile case needs only one of them.

export const ENGINES = {
  ramplay: async () => (await import("./ramplay.mjs")).ramplay,
  loop: async () => (await import("./loop.mjs")).loop,
  casbin: async () => (await import("./casbin.mjs")).casbin,
  "iam-simulate": async () => (await import("./iam-simulate.mjs")).iamSimulate,
  "cedar-wasm": async () => (await import("./cedar.mjs")).cedarWasm,
};
