//! What the engine says of the examples.

use ramplay_drafts::{Desk, Summary};
use ramplay_expect::{State, check, parse};
use ramplay_gallery::Example;
use ramplay_playground::{Mark, Origin, Point, PreconditionState, Reach, RowId, Scenario, answer};

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
fn shown(Example { id, scenario, shows, .. }: &Example) -> &'static str {
    let answer = answer(scenario);
    let point = || match Point::of(shows, &answer)? {
        Point::Row(RowId::Console(console)) => Some(match answer.console(console).reach {
            Reach::Open | Reach::Provided => "yes",
            Reach::Closed | Reach::Impossible | Reach::Withheld => "no",
        }),
        Point::Row(RowId::Operation(at)) => Some(word(answer.operations.get(at)?.verdict.mark())),
        Point::Row(RowId::Capability(at)) => Some(word(answer.logstore.rows.get(at)?.verdict.mark())),
        Point::Row(RowId::Precondition(at)) => {
            let [management, _] = &answer.consoles;
            Some(match management.preconditions.get(at)?.state {
                PreconditionState::Met | PreconditionState::Presumed => "yes",
                PreconditionState::NotMet => "no",
                PreconditionState::NotGiven | PreconditionState::Withheld => "open",
            })
        }
        Point::Row(RowId::Permission(at)) => {
            Some(if answer.permissions.get(at)?.held { "yes" } else { "no" })
        }
        Point::Drafts => {
            let Summary { denied, undefined, errors, .. } = drafts(scenario);
            Some(if denied + undefined + errors == 0 { "yes" } else { "no" })
        }
    };
    point().unwrap_or_else(|| panic!("{id} is to be opened with what is not there: {shows}"))
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
        assert_eq!(shown(mistake), "no", "{}", mistake.id);
        // Where the console does not open, that is what is shown, and not one of its permissions.
        let point = Point::of(&cure.shows, &answer(&cure.scenario));
        let same = mistake.shows == cure.shows || matches!(point, Some(Point::Row(RowId::Permission(_))));
        assert!(same, "{} and {} show the same row", mistake.id, cure.id);
        assert_eq!(shown(cure), "yes", "{}", cure.id);
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

/// A row that an example is opened with is one of which something is expected, itself or, of a precondition, through the
/// consoles.
#[test]
fn what_makes_the_point_can_be_opened_and_is_expected() {
    for (id, expected) in collected().expected {
        let Example { scenario, shows, .. } = GALLERY.example(&id).unwrap();
        let is_said = |name: &str| expected.lines.iter().any(|line| line.split(' ').next() == Some(name));
        match Point::of(shows, &answer(scenario)) {
            Some(Point::Row(RowId::Precondition(_))) => {
                assert!(is_said("management") && is_said("development"), "{id}");
            }
            Some(Point::Row(_)) => assert!(is_said(shows), "{id} expects nothing of `{shows}`"),
            Some(Point::Drafts) => assert!(expected.drafts.is_some(), "{id}"),
            None => panic!("{id} is to be opened with `{shows}`, which is not there"),
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
