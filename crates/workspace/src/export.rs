//! A scenario as a file.

use ramplay_playground::Scenario;

/// How the names of exported files end.
pub const ENDING: &str = ".ramplay.json";

/// The name and the content of the file: the scenario in the form that everything here reads.
pub fn file(name: &str, scenario: &Scenario) -> (String, String) {
    (file_name(name), scenario.to_json() + "\n")
}

/// A file name that every system takes.
fn file_name(name: &str) -> String {
    let mut stem = String::new();
    for c in name.trim().chars().take(60) {
        if c.is_alphanumeric() || matches!(c, '_' | '.') {
            stem.push(c);
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    let stem = stem.trim_matches(['-', '.']);
    format!("{}{ENDING}", if stem.is_empty() { "scenario" } else { stem })
}

/// What a scenario from a file of this name is called.
pub fn name_of_file(file: &str) -> &str {
    let stem = file.strip_suffix(ENDING).unwrap_or(file);
    match stem.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 5 => stem,
        _ => stem,
    }
}
