//! How long something takes.
#![expect(clippy::disallowed_methods, reason = "this program never runs as WebAssembly")]

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Long enough that reading the clock counts for nothing.
const BATCH: Duration = Duration::from_millis(4);
/// How long all batches may take together.
const BUDGET: Duration = Duration::from_millis(600);
const BATCHES: usize = 101;

/// Microseconds for one call, in the fastest batch: on a machine with other work that is the steadiest number.
pub fn micros<T>(mut call: impl FnMut() -> T) -> f64 {
    let mut batch = |count: u32| {
        let start = Instant::now();
        for _ in 0..count {
            black_box(call());
        }
        start.elapsed()
    };
    // Doubling warms it up, too.
    let mut count = 1;
    while batch(count) < BATCH && count < 1 << 24 {
        count *= 2;
    }
    let start = Instant::now();
    let mut times = Vec::new();
    while times.len() < BATCHES && (times.len() < 3 || start.elapsed() < BUDGET) {
        times.push(batch(count));
    }
    times.into_iter().min().unwrap_or_default().as_secs_f64() * 1e6 / f64::from(count)
}

/// Microseconds for a single call, for what may take long.
pub fn once<T>(call: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = black_box(call());
    (result, start.elapsed().as_secs_f64() * 1e6)
}
