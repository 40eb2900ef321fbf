//! How long links are, beside the ways of other playgrounds: part of `cargo xtask bench`.
//!
//! Every policy of `../shared/corpus`, if it is there, becomes the only one of the example scenario, printed with two
//! spaces.

use std::fmt::Write as _;
use std::path::Path;

use ramplay_link::{Options, decode, encode, pack};
use ramplay_playground::{Body, Scenario, example};
use serde_json::Value;

#[expect(clippy::print_stdout, reason = "a benchmark prints")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = String::new();
    let one = |content: Value| pack(content, Options::default()).map(|link| link.fragment.len());
    let review: Value = serde_json::from_str(include_str!("../tests/review.json"))?;
    let lengths =
        [("example", encode(&example(), Options::default())?.fragment.len()), ("review", one(review)?)];
    for (name, length) in lengths {
        writeln!(out, "{name}: {length} characters")?;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let Ok(corpus) = std::fs::read_to_string(folder.join("policies.jsonl")) else {
        println!("{out}without ../shared/corpus there is nothing else to measure");
        return Ok(());
    };
    let mut ours = Vec::new();
    let mut plain = Vec::new();
    let mut lz = Vec::new();
    for line in corpus.lines() {
        let scenario = wrapped(line)?;
        // Some have keys that are none any more; their links have a mask in place of them.
        let link = encode(&scenario, Options { mask: true, ..Options::default() })?;
        let opened = decode(&link.fragment)?;
        if serde_json::from_str::<Value>(&opened.to_json())? != link.content {
            return Err(format!("does not come back: {line}").into());
        }
        ours.push(link.fragment.len());
        let json = link.content.to_string();
        plain.push(percent_encoded(&json));
        lz.push(lz_string(&json));
    }
    out += "characters behind `#`            median    p10    p90    max   <100   <200   <260\n";
    for (name, mut lengths) in
        [("this crate", ours), ("lz-string, full scenario", lz), ("percent-encoded, full scenario", plain)]
    {
        lengths.sort_unstable();
        let at = |part: usize| lengths.get((lengths.len() - 1) * part / 100).copied().unwrap_or(0);
        let below = |limit: usize| lengths.iter().filter(|length| **length < limit).count();
        writeln!(
            out,
            "{name:<32} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}",
            at(50),
            at(10),
            at(90),
            at(100),
            below(100),
            below(200),
            below(260)
        )?;
    }
    println!("{out}{} policies", corpus.lines().count());
    Ok(())
}

/// The example with this policy in place of its own. The order of elements is that of the corpus, which a map of
/// `serde_json` would not keep.
fn wrapped(line: &str) -> Result<Scenario, Box<dyn std::error::Error>> {
    let (_, policy) = line.split_once("\"policy\": ").ok_or("no policy")?;
    let policy = policy.strip_suffix('}').ok_or("no end")?;
    let mut scenario = example();
    scenario.policies.truncate(1);
    if let Some(entry) = scenario.policies.first_mut() {
        entry.body = Body::Document(printed(policy));
    }
    Ok(scenario)
}

/// JSON with an indentation of two spaces.
fn printed(json: &str) -> String {
    let (mut out, mut depth, mut in_string, mut escaped) = (String::new(), 0_usize, false, false);
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    };
    let mut characters = json.chars().peekable();
    while let Some(character) = characters.next() {
        if in_string {
            out.push(character);
            in_string = character != '"' || escaped;
            escaped = character == '\\' && !escaped;
            continue;
        }
        match character {
            '"' => {
                in_string = true;
                out.push('"');
            }
            ' ' | '\n' => {}
            '{' | '[' => {
                out.push(character);
                if characters.peek().is_some_and(|next| matches!(next, '}' | ']')) {
                    out.extend(characters.next());
                } else {
                    depth += 1;
                    line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(character);
            }
            ',' => {
                out.push(',');
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            other => out.push(other),
        }
    }
    out
}

/// The length of a text with everything escaped that a fragment does not hold.
fn percent_encoded(text: &str) -> usize {
    text.bytes().map(|byte| if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) { 1 } else { 3 }).sum()
}

/// The length of lz-string's `compressToEncodedURIComponent`: six bits a character, LZ78 with growing codes.
fn lz_string(text: &str) -> usize {
    use std::collections::HashMap;
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut dictionary: HashMap<Vec<u16>, usize> = HashMap::new();
    let mut fresh: std::collections::HashSet<u16> = std::collections::HashSet::new();
    let (mut bits, mut width, mut enlarge) = (0_usize, 2_usize, 2_usize);
    let mut word: Vec<u16> = Vec::new();
    let mut emit = |word: &[u16], fresh: &mut std::collections::HashSet<u16>| {
        let step = |width: &mut usize, enlarge: &mut usize| {
            *enlarge -= 1;
            if *enlarge == 0 {
                *enlarge = 1 << *width;
                *width += 1;
            }
        };
        if let [unit] = word
            && fresh.remove(unit)
        {
            bits += width + if *unit < 256 { 8 } else { 16 };
            step(&mut width, &mut enlarge);
        } else {
            bits += width;
        }
        step(&mut width, &mut enlarge);
        bits + width
    };
    let mut total = 0;
    for unit in units {
        let single = vec![unit];
        if !dictionary.contains_key(&single) {
            dictionary.insert(single, dictionary.len() + 3);
            fresh.insert(unit);
        }
        let mut longer = word.clone();
        longer.push(unit);
        if dictionary.contains_key(&longer) {
            word = longer;
        } else {
            total = emit(&word, &mut fresh);
            dictionary.insert(longer, dictionary.len() + 3);
            word = vec![unit];
        }
    }
    if !word.is_empty() {
        total = emit(&word, &mut fresh);
    }
    total / 6 + 1
}
