// Matches one hostile pattern in one engine and prints how long it took: node hostile.mjs ENGINE CASE
// In a process of its own, so that `bench.mjs` can end it.
import { ENGINES } from "./engines/index.mjs";
import { hostile } from "./workload.mjs";

const [engine, name] = process.argv.slice(2);
const { pattern, text } = hostile.find((one) => one.name === name);
const { hostile: match } = await ENGINES[engine]();
console.log(JSON.stringify({ micros: await match(pattern, text) }));
