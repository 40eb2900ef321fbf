//! Names that were probably meant.

/// The known name that `name` was probably meant to be; `None` if it is known or far from all.
///
/// A name in which one word is replaced by another word that known names have is no slip of the pen but
/// another operation: `PutIngestProcessor` is not a misspelt `GetIngestProcessor`.
pub(crate) fn near(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let folded = name.to_ascii_lowercase();
    let limit = match folded.len() {
        0..4 => return None,
        4..8 => 1,
        8..16 => 2,
        _ => 3,
    };
    let mut best: Option<(usize, &'static str)> = None;
    for candidate in known {
        // A slip leaves the start or the end as it is; looking at those first saves most of the work.
        let ours = folded.bytes();
        let theirs = candidate.bytes().map(|byte| byte.to_ascii_lowercase());
        let start = theirs.clone().take(3).eq(ours.clone().take(3));
        let end = theirs.rev().take(3).eq(ours.rev().take(3));
        if candidate.len().abs_diff(folded.len()) > limit || !(start || end) {
            continue;
        }
        let distance = strsim::osa_distance(&folded, &candidate.to_ascii_lowercase());
        if distance == 0 {
            return None;
        }
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    let (_, candidate) = best?;
    (!is_other_word(name, candidate, known)).then_some(candidate)
}

/// Verbs of actions; one in place of another is no slip.
const VERBS: [&str; 12] =
    ["Get", "Put", "Set", "Post", "List", "Stop", "Start", "Create", "Update", "Delete", "Enable", "Disable"];

/// Whether exactly one word differs, and the one written is a word of known names.
fn is_other_word(name: &str, candidate: &str, known: &[&'static str]) -> bool {
    let (ours, theirs) = (camel(name), camel(candidate));
    if ours.len() != theirs.len() {
        return false;
    }
    let mut differing = ours.iter().zip(&theirs).filter(|(our, their)| our != their);
    let (Some((our, their)), None) = (differing.next(), differing.next()) else { return false };
    let plural = |one: &str, other: &str| one.strip_suffix('s') == Some(other);
    if plural(our, their) || plural(their, our) {
        return false;
    }
    VERBS.contains(our) || known.iter().any(|name| camel(name).contains(our))
}

/// The words of a name in camel case.
fn camel(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    for (index, character) in name.char_indices() {
        if character.is_ascii_uppercase() && index > start {
            words.extend(name.get(start..index));
            start = index;
        }
    }
    words.extend(name.get(start..).filter(|word| !word.is_empty()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_other_operations_left() {
        const KNOWN: [&str; 6] = [
            "PostLogStoreLogs",
            "GetIngestProcessor",
            "ListLogStores",
            "GetJob",
            "GetLogStore",
            "PutConsumeProcessor",
        ];
        for (name, expected) in [
            ("PostLogStoreLog", Some("PostLogStoreLogs")),
            ("PostLogstoreLog", Some("PostLogStoreLogs")),
            ("PutIngestProcessor", None),
            ("GetIngestProcesor", Some("GetIngestProcessor")),
            ("ListLogStore", Some("ListLogStores")),
            ("GetLogStore", None),
            ("getlogstore", None),
            ("GetJbo", Some("GetJob")),
            ("PutJob", None),
            ("Get", None),
            ("CreateAlert", None),
        ] {
            assert_eq!(near(name, &KNOWN), expected, "{name}");
        }
    }
}
