//! What the engine says of the examples.

use ramplay_drafts::{Desk, Summary};
use ramplay_expect::{State, check, parse};
use ramplay_gallery::{Example, Shows};
use ramplay_playground::{Mark, Origin, PreconditionState, Reach, RowId, Scenario, answer};

use super::{GALLERY, collected};

#[test]
fn every_expectation_holds() {
    for (id, expected) in collected().expected {
        let scenario = &GALLERY.example(&id).unwrap().scenario;
        assert!(!expected.lines.is_empty(), "nothing is expected of {id}");
        let lines = parse(&expected.lines.join("\n"));
        assert_eq!(lines.len(), expected.lines.len(), "{id}");
        for line in lines {
            let expectation =
                line.expectation.unwrap_or_else(|error| panic!("{id}: {}: {error:?}", line.text));
            let checked = check(scenario, [&expectation]);
            assert_eq!(checked[0].state, State::Held, "{id}: {}: {:?}", line.text, checked[0].found);
        }
        let summary = drafts(scenario);
        match expected.drafts {
            None => assert!(scenario.jobs.drafts.is_empty(), "{id}: say what its drafts come to"),
            Some(drafts) => assert_eq!(
                Summary { tables: 0, ..summary },
                Summary { denied: drafts.denied, undefined: drafts.undefined, ..Summary::default() },
                "{id}"
            ),
        }
    }
}

fn drafts(scenario: &Scenario) -> Summary {
    Desk::new(scenario.clone()).answer().summary
}

/// What makes the point, in a word.
fn shown(Example { id, scenario, shows, .. }: &Example) -> Option<&'static str> {
    let answer = answer(scenario);
    let row = || match shows.as_ref()? {
        Shows::Console(console) => Some(match answer.console(*console).reach {
            Reach::Open | Reach::Provided => "yes",
            Reach::Closed | Reach::Impossible | Reach::Withheld => "no",
        }),
        Shows::Operation(id) => {
            Some(word(answer.operations.iter().find(|row| row.operation.id == *id)?.verdict.mark()))
        }
        Shows::Capability(id) => {
            Some(word(answer.logstore.rows.iter().find(|row| row.capability.id == *id)?.verdict.mark()))
        }
        Shows::Precondition(id) => {
            let [management, _] = &answer.consoles;
            Some(match management.preconditions.iter().find(|row| row.row.id == *id)?.state {
                PreconditionState::Met | PreconditionState::Presumed => "yes",
                PreconditionState::NotMet => "no",
                PreconditionState::NotGiven | PreconditionState::Withheld => "open",
            })
        }
        Shows::Permission(id) => {
            let row = answer.permissions.iter().find(|row| row.permission.id == *id)?;
            Some(if row.held { "yes" } else { "no" })
        }
        Shows::Drafts => {
            let Summary { denied, undefined, errors, .. } = drafts(scenario);
            Some(if denied + undefined + errors == 0 { "yes" } else { "no" })
        }
    };
    assert!(shows.is_none() || row().is_some(), "{id} is to be opened with what is not there: {shows:?}");
    row()
}

fn word(mark: Mark) -> &'static str {
    match mark {
        Mark::Allow | Mark::NotChecked => "yes",
        Mark::ExplicitDeny | Mark::ImplicitDeny | Mark::Denied => "no",
        Mark::Depends | Mark::Withheld => "open",
    }
}

#[test]
fn a_mistake_is_denied_and_its_cure_allowed() {
    let mut cures = Vec::new();
    for mistake in GALLERY.examples() {
        let Some(cure) = &mistake.cure else { continue };
        let cure = GALLERY.example(cure).unwrap_or_else(|| panic!("{}: there is no `{cure}`", mistake.id));
        assert_eq!(mistake.scenario.logon, cure.scenario.logon, "{}", mistake.id);
        assert_ne!(mistake.scenario, cure.scenario, "{}", mistake.id);
        assert_eq!(shown(mistake), Some("no"), "{}", mistake.id);
        // Where the console does not open, that is what is shown, and not one of its permissions.
        let same = mistake.shows == cure.shows || matches!(cure.shows, Some(Shows::Permission(_)));
        assert!(same, "{} and {} show the same row", mistake.id, cure.id);
        assert_eq!(shown(cure), Some("yes"), "{}", cure.id);
        assert_eq!(cure.cure, None, "{}", cure.id);
        cures.push(&cure.id);
    }
    assert!(cures.len() >= 13, "{}", cures.len());
    // A cure is shown right behind its mistake.
    let order: Vec<_> = GALLERY.examples().collect();
    for pair in order.windows(2) {
        if let Some(cure) = &pair[0].cure {
            assert_eq!(&pair[1].id, cure);
        }
    }
}

#[test]
fn what_makes_the_point_can_be_opened() {
    for example in GALLERY.examples() {
        assert!(shown(example).is_some(), "{} shows nothing", example.id);
        let rows = answer(&example.scenario);
        match example.row() {
            Some(RowId::Operation(at)) => {
                let id = &rows.operations[at].operation.id;
                assert_eq!(example.shows, Some(Shows::Operation(id.clone())));
            }
            Some(RowId::Capability(at)) => {
                let id = &rows.logstore.rows[at].capability.id;
                assert_eq!(example.shows, Some(Shows::Capability(id.clone())));
            }
            Some(RowId::Precondition(at)) => {
                let id = rows.consoles[0].preconditions[at].row.id;
                assert_eq!(example.shows, Some(Shows::Precondition(id)));
            }
            Some(RowId::Console(console)) => assert_eq!(example.shows, Some(Shows::Console(console))),
            Some(RowId::Permission(at)) => {
                let id = &rows.permissions[at].permission.id;
                assert_eq!(example.shows, Some(Shows::Permission(id.clone())));
            }
            None => assert_eq!(example.shows, Some(Shows::Drafts), "{}", example.id),
        }
    }
}

/// An example is about one thing, so nothing else is wrong with it.
#[test]
fn nothing_else_is_wrong() {
    for Example { id, scenario, .. } in GALLERY.examples() {
        let answer = answer(scenario);
        assert_eq!(answer.fields, [], "{id}");
        for document in &answer.documents {
            let known = !matches!(document.origin, Origin::UnknownSystem(_));
            let errors = document.reading.is_usable();
            assert!(known && (errors || document.text.is_empty()), "{id}: {:?}", document.name);
        }
    }
}
