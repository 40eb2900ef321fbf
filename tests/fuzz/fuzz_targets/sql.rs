//! Whatever a draft looks like, it is read and answered, all that is said lies in it, and no secret is said.
#![no_main]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use libfuzzer_sys::{Corpus, fuzz_target};
use ramplay_fuzz::assert_inside;
use ramplay_job::{Job, JobAnswer, StepVerdict, analyse, checklist, least_policy, terraform};
use ramplay_policy::{PolicyKind, PolicySet, read as read_policy};
use ramplay_sql::{Defined, FoundBy, Place, Script, VariableKind, masked, read, rewrite};
use ramplay_text::{Lang, Span};

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(data) else { return Corpus::Reject };
    let script = read(text);
    assert!(read(text) == script, "{text:?} was read in two ways");
    spans(text, &script);
    for account in [None, Some("1000000000000001".to_owned())] {
        let defined = vec![Defined { name: "slslak".to_owned(), kind: VariableKind::Namespace }];
        let bindings = [("project".to_owned(), "web".to_owned())].into();
        let job = Job { account, defined: Some(defined), bindings, ..Job::new(PolicySet::default()) };
        let answer = analyse(&script, &job);
        for subject in &answer.subjects {
            assert_inside(subject.span, text, &subject.name);
            subject.problems.iter().for_each(|problem| assert_inside(problem.span, text, problem));
        }
        let generated = least_policy(&[&answer]);
        let mut said = said(&script, &answer);
        for document in &generated.documents {
            let reading = read_policy(&document.text, PolicyKind::Identity);
            assert!(reading.is_usable(), "{:?} of {text:?}", reading.diagnostics);
            assert_eq!(document.why.len(), document.document.statement.len());
            assert!(document.why.iter().all(|steps| !steps.is_empty()), "{} of {text:?}", document.text);
            said.push_str(&document.text);
        }
        for todo in checklist(&script, &job, &generated, "p") {
            for lang in Lang::ALL {
                said.push_str(&ramplay_job::sentence::todo(&todo, lang));
            }
            said.push_str(&todo.command().unwrap_or_default());
        }
        said.push_str(&terraform(&job, &generated, "p"));
        no_secret(text, &script, &said);
    }
    Corpus::Keep
});

/// Everything that has a place has one in the text.
fn spans(text: &str, script: &Script) {
    let names = script.tables.iter().map(|table| table.name.span);
    let names = names.chain(script.references.iter().map(|reference| reference.name.span));
    let places = script.statements.iter().map(|statement| statement.span).chain(names);
    places.for_each(|span| assert_inside(span, text, script));
    let tables = script.tables.iter().flat_map(|table| &table.options);
    let settings = script.settings.iter().flat_map(|settings| &settings.options);
    for entry in tables.chain(settings).chain(script.references.iter().flat_map(|one| &one.hints)) {
        assert_inside(entry.key_span, text, entry);
        assert_inside(entry.value_span, text, entry);
    }
    script.notes.iter().for_each(|note| assert_inside(note.span, text, note));
    for variable in &script.variables {
        assert_inside(variable.span, text, variable);
        assert_inside(variable.name_span, text, variable);
    }
    let mut end = 0;
    for credential in &script.credentials {
        assert_inside(credential.span, text, credential);
        assert!(credential.span.start >= end, "{credential:?} overlaps the one before");
        end = credential.span.end;
    }
    let new = rewrite(script, &[]);
    let again = read(&new.text);
    let is_left = |place: &Place| matches!(place, Place::OptionValue { .. });
    let left = again.credentials.iter().find(|found| is_left(&found.place));
    assert!(left.is_none(), "{left:?} is left in {:?}, out of {text:?}", new.text);
}

/// All that is said about a draft, in both languages.
fn said(script: &Script, answer: &JobAnswer) -> String {
    use ramplay_job::sentence as job;
    use ramplay_sql::sentence as sql;

    let mut out = format!("{script:?}{}", masked(script));
    for lang in Lang::ALL {
        script.notes.iter().for_each(|note| out.push_str(&sql::note(note, script, lang)));
        for finding in &answer.variables {
            out.push_str(&sql::variable(finding, script, lang));
            out.push_str(&sql::variable_help(finding, lang).unwrap_or_default());
        }
        script.credentials.iter().for_each(|found| out.push_str(&sql::credential(found, lang)));
        for subject in &answer.subjects {
            let _ = write!(out, "{} {:?} ", subject.name, subject.written_connector);
            subject.problems.iter().for_each(|problem| out.push_str(&job::problem(&problem.kind, lang)));
            for step in &subject.steps {
                step.needs.iter().for_each(|need| out.push_str(&need.resource));
                if let StepVerdict::Undecided(why) = &step.verdict {
                    why.iter().for_each(|why| out.push_str(&job::undecided(why, lang)));
                }
            }
        }
        answer.gap.missing.iter().for_each(|missing| out.push_str(&job::missing(missing, lang)));
    }
    out
}

/// What was found to be a secret is said nowhere, unless the draft has it elsewhere too, where nothing tells
/// it: within a longer word, or, if only the name of its option tells, as the name of a table.
fn no_secret(text: &str, script: &Script, said: &str) {
    let spans: BTreeSet<Span> = script.credentials.iter().map(|found| found.span).collect();
    for found in &script.credentials {
        let secret = found.span.of(text);
        let tells = secret.len() >= 12
            && secret.bytes().any(|byte| byte.is_ascii_digit())
            && secret.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_within = |start: usize| {
            spans.iter().any(|span| span.start as usize <= start && start + secret.len() <= span.end as usize)
        };
        let is_glued = |start: usize| {
            let around = [text[..start].chars().next_back(), text[start + secret.len()..].chars().next()];
            around.iter().flatten().any(char::is_ascii_alphanumeric)
        };
        let is_untold = |start: usize| found.found_by != FoundBy::Pattern || is_glued(start);
        let elsewhere = || text.match_indices(secret).any(|(start, _)| !is_within(start) && is_untold(start));
        if tells && !elsewhere() {
            assert!(!said.contains(secret), "a secret of {text:?} is said in {said:?}");
        }
    }
}
