//! Every file of `src/rules` is registered, and says its code.

use std::collections::BTreeSet;
use std::path::Path;

use crate::rules::RULES;

#[test]
fn every_file_is_a_rule() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let mut files = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if name != "mod" {
            files.insert(name.replace('_', "-"));
        }
    }
    let codes: BTreeSet<_> = RULES.iter().map(|rule| rule.row.code.to_owned()).collect();
    assert_eq!(files, codes, "a file is named after the code of its rule, and listed in mod.rs");
}
