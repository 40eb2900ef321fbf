// How long something takes.

const BATCH = 4;
const BUDGET = 600;
const BATCHES = 101;

/** Microseconds for one call, in the fastest batch: on a machine with other work that is the steadiest number. */
export async function micros(call) {
  const batch = call() instanceof Promise ? awaited : direct;
  // Doubling warms it up, too.
  let count = 1;
  while ((await batch(call, count)) < BATCH && count < 2 ** 24) count *= 2;
  const start = performance.now();
  const times = [];
  while (times.length < BATCHES && (times.length < 3 || performance.now() - start < BUDGET)) {
    times.push(await batch(call, count));
  }
  return (Math.min(...times) * 1000) / count;
}

/** Microseconds for a single call, for what may take long. */
export async function once(call) {
  const start = performance.now();
  await call();
  return (performance.now() - start) * 1000;
}

// Results are kept, so that no call is found to be of no use.
let kept;

function direct(call, count) {
  const start = performance.now();
  for (let at = 0; at < count; at += 1) kept = call();
  return performance.now() - start;
}

async function awaited(call, count) {
  const start = performance.now();
  for (let at = 0; at < count; at += 1) kept = await call();
  return performance.now() - start;
}

/** The last result of a timed call. */
export const last = () => kept;
