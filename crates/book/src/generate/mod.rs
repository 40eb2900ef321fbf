//! Parts of pages that the program makes of what it knows. Each is Markdown, by its name in [`NAMES`].

mod cases;
mod connectors;
mod consoles;
mod embed;
mod facts;
mod findings;
mod language;
mod links;
mod logon;
mod logstore;
mod table;

use ramplay_text::Lang;

use crate::Error;

type Part = fn(Lang) -> String;

/// Every part.
pub const NAMES: [(&str, Part); 21] = [
    ("findings", findings::findings),
    ("reader-problems", findings::reader_problems),
    ("assumptions", language::assumptions),
    ("operators", language::operators),
    ("condition-keys", language::condition_keys),
    ("bounds", language::bounds),
    ("rules", facts::rules),
    ("contradictions", facts::contradictions),
    ("unknowns", facts::unknowns),
    ("sources", facts::sources),
    ("statuses", facts::statuses),
    ("logon-methods", logon::methods),
    ("operations", consoles::operations),
    ("permissions", consoles::permissions),
    ("system-policies", consoles::system_policies),
    ("capabilities", logstore::capabilities),
    ("sls-actions", logstore::actions),
    ("connectors", connectors::connectors),
    ("link-limits", links::limits),
    ("link-errors", links::errors),
    ("expectation-rows", cases::expectation_rows),
];

/// Makes a part: `NAME`, `NAME zh`, or `embed EXAMPLE SHOW` with an example of the gallery.
pub fn generate(words: &str) -> Result<String, Error> {
    let mut words = words.split_whitespace();
    let name = words.next().unwrap_or_default();
    if name == "embed" {
        return embed::example(&words.collect::<Vec<_>>());
    }
    let lang = words.next().map_or(Lang::En, Lang::of_tag);
    let part = NAMES.iter().find(|(known, _)| *known == name);
    part.map(|(_, part)| part(lang)).ok_or_else(|| Error::new(format!("`{name}`"), &"there is no such part"))
}
