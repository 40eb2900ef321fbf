//! Within its budget, what the analysis says of any case is what the engine says.
#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::{Corpus, fuzz_target};
use ramplay_analysis::{
    Asked, Frame, Goal, Options, RepairOptions, Requests, Text, can, diff, reach, repair,
};
use ramplay_case::{Case, prepare};
use ramplay_fuzz::case::case;
use ramplay_policy::{Decision, DocumentId, PolicyKind, PolicySet, Request, evaluate, read};

/// Bounds the time of one input.
const STEPS: u64 = 2_000;

fuzz_target!(|data: &[u8]| -> Corpus {
    let mut bytes = Unstructured::new(data);
    let (Ok(one), Ok(other)) = (case(&mut bytes), case(&mut bytes)) else { return Corpus::Reject };
    let (Ok(one), Ok(other)) =
        (serde_json::from_str::<Case>(&one.to_string()), serde_json::from_str::<Case>(&other.to_string()))
    else {
        return Corpus::Reject;
    };
    let (prepared, prepared_other) = (prepare(&one.policies), prepare(&other.policies));
    let (Ok(a), Ok(b)) = (prepared.policies(), prepared_other.policies()) else { return Corpus::Reject };
    let mut request = one.request.to_request();
    // Frames fix the keys of the request, not those of single checks.
    request.checks.iter_mut().for_each(|check| check.context.clear());
    let Ok(answer) = evaluate(&a, &request) else { return Corpus::Keep };

    let frame = Frame { requests: Requests::AnyText, ..Frame::around(vec![request.clone()]) };
    let options = Options { steps: STEPS, catalogue: None };
    // A value that the request fixes can be of another type than an operator of the other side compares.
    let Ok(found) = diff(&a, &b, &frame, &options) else { return Corpus::Keep };
    for change in &found.changes {
        assert_verdict(&a, change.witness(), change.from.verdict().code());
        assert_verdict(&b, change.witness(), change.to.verdict().code());
    }
    if let (Ok(theirs), true, [_]) = (evaluate(&b, &request), found.obstacles.is_empty(), &request.checks[..])
    {
        let pair = (answer.verdict(), theirs.verdict());
        let is_said = found.changes.iter().any(|one| (one.from.verdict(), one.to.verdict()) == pair);
        assert!(pair.0 == pair.1 || is_said, "{pair:?} is not among {found:?}");
    }
    if let Ok(can) = can(&a, &frame, &options) {
        assert!(!can.is_never() || !answer.possible.contains(Decision::Allow) || request.checks.is_empty());
    }
    if let Ok(reach) = reach(&a, &frame, &options) {
        for grant in &reach.grants {
            assert_verdict(&a, &grant.group.example, grant.group.to.code());
        }
    }

    let texts: Vec<Text<'_>> = (0..)
        .zip(&prepared.texts)
        .filter_map(|(number, text)| Some(Text { document: DocumentId(number), text: text.as_deref()? }))
        .collect();
    let goal = if answer.is_allowed() { Goal::Deny } else { Goal::Allow };
    let options =
        RepairOptions { diff: options, requests: Requests::AnyText, most: 2, ..RepairOptions::default() };
    let Ok(repairs) = repair(&a, &texts, &request, goal, &options) else { return Corpus::Keep };
    let own: Vec<Asked> = request.checks.iter().map(Asked::of).collect();
    for repair in &repairs.repairs {
        for edited in &repair.edits {
            let Some(text) = &edited.text else { continue };
            let is_usable = PolicyKind::ALL.iter().any(|kind| read(text, *kind).is_usable());
            assert!(is_usable, "{text:?} is no policy any more");
            let place = usize::try_from(edited.document.0).unwrap_or(usize::MAX);
            if let (Some(edit), Some(Some(old))) = (&edited.edit, prepared.texts.get(place)) {
                let mut new = old.to_string();
                new.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
                assert_eq!(&new, text, "the edit of {repair:?} is another one than its text");
            }
        }
        for change in &repair.beyond.changes {
            let witness = Asked::of(&change.witness().checks[0]);
            assert!(!own.contains(&witness), "{witness:?} is the request itself");
        }
    }
    Corpus::Keep
});

fn assert_verdict(set: &PolicySet<'_>, request: &Request, code: &str) {
    let Ok(evaluation) = evaluate(set, request) else { panic!("{request:?} cannot be read") };
    assert_eq!(evaluation.verdict().code(), code, "of {request:?}");
}
