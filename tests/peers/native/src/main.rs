//! Times this engine beside others that run natively, for `tests/peers/bench.mjs`, which prints the tables.
//!
//! - `ramplay-peers measure`: reads workloads as JSON, writes rows as JSON.
//! - `ramplay-peers hostile ENGINE`: reads a pattern and a text as JSON, writes how long one match takes.
//!   One engine in one process, so that the caller can end the one that does not come back.

mod engines;
mod timing;
mod workload;

use std::error::Error;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use serde_json::json;

use workload::{Hostile, Workload};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["measure"] => measure(),
        ["hostile", engine] => hostile(engine),
        _ => Err("ramplay-peers measure | ramplay-peers hostile ENGINE".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to be told to if standard error is closed.
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure() -> Result<()> {
    let workloads: Vec<Workload> = serde_json::from_str(&input()?)?;
    let mut rows = Vec::new();
    for workload in &workloads {
        for (engine, measure) in engines::ALL {
            let measured = measure(workload).map_err(|error| format!("{engine}: {error}"))?;
            rows.extend(measured.into_iter().map(|row| {
                json!({
                    "workload": workload.name,
                    "engine": engine,
                    "version": engines::version(engine),
                    "answers": row.answers,
                    "explains": row.explains,
                    "prepared": row.prepared,
                    "text": row.text,
                })
            }));
        }
    }
    writeln!(io::stdout(), "{}", json!(rows))?;
    Ok(())
}

fn hostile(engine: &str) -> Result<()> {
    let Hostile { pattern, text } = serde_json::from_str(&input()?)?;
    let matcher = engines::matcher(engine).ok_or_else(|| format!("unknown engine `{engine}`"))?;
    let micros = matcher(&pattern, &text)?;
    writeln!(io::stdout(), "{}", json!({ "micros": micros }))?;
    Ok(())
}

fn input() -> Result<String> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    Ok(text)
}
