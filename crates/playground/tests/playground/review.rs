//! What a scenario carries for a review: a base, assertions, comments.

use proptest::prelude::*;
use ramplay_playground::{
    Action, Assertions, Comment, Edit, MAX_ASSERTION, MAX_ASSERTIONS, MAX_COMMENT, MAX_COMMENTS, MAX_NAME,
    MAX_POLICIES, Made, Pin, Scenario, State, example,
};

use ramplay_text::Lang;

use crate::support::identity;

fn comment(pin: Pin, text: &str) -> Comment {
    Comment { pin, author: String::new(), text: text.to_owned() }
}

fn made() -> Made {
    Made { engine: "0.1.0".into(), catalogue: "2026-11".into(), held: 1, missed: vec![2] }
}

/// A scenario with everything that a review has.
fn reviewed() -> Scenario {
    let lines = vec!["job can write".into(), "logs.pull is allowed # 读取".into()];
    Scenario {
        base: Some(vec![identity("{}"), identity("")]),
        assertions: Assertions { lines, made: Some(made()) },
        comments: vec![
            comment(Pin::Scenario, "整体"),
            Comment { pin: Pin::Policy(0), author: "张三".into(), text: "why?".into() },
            comment(Pin::Statement(0, 1), "this one"),
            comment(Pin::Sid(1, "Write".into()), "and that"),
            comment(Pin::Row("logs.pull".into()), "needed"),
        ],
        ..example()
    }
}

#[test]
fn it_is_stored_and_read_back() {
    for base in [None, Some(Vec::new()), reviewed().base] {
        let scenario = Scenario { base, ..reviewed() };
        assert_eq!(Scenario::from_json(&scenario.to_json()), Ok(scenario));
    }
    let text = example().to_json();
    assert!(["base", "assertions", "comments"].iter().all(|field| !text.contains(field)), "{text}");
}

#[test]
fn the_form() {
    let scenario = serde_json::to_string(&reviewed()).unwrap();
    let [assertions, comments] = [
        r#""assertions":{"lines":["job can write","logs.pull is allowed # 读取"],"made":{"engine":"0.1.0","catalogue":"2026-11","held":1,"missed":[2]}}"#,
        r#""comments":[{"text":"整体"},{"policy":0,"author":"张三","text":"why?"},{"policy":0,"statement":1,"text":"this one"},{"policy":1,"sid":"Write","text":"and that"},{"row":"logs.pull","text":"needed"}]"#,
    ];
    assert!(scenario.contains(assertions), "{scenario}");
    assert!(scenario.contains(comments), "{scenario}");
}

#[test]
fn by_hand_a_list_of_lines_will_do() {
    let read = |assertions: &str| {
        Scenario::from_json(&format!(r#"{{"version": 1, "logon": "rd.root", "assertions": {assertions}}}"#))
    };
    assert_eq!(read(r#"["job can write"]"#).unwrap().assertions.lines, ["job can write"]);
    assert!(read("{}").unwrap().assertions.is_empty());
    let refused = read(r#"{"lines": [], "mode": 1}"#).unwrap_err();
    assert!(refused.message.starts_with("unknown field `mode`"), "{refused}");
    let refused = read("7").unwrap_err();
    assert!(refused.message.starts_with("invalid type: integer `7`, expected assertions"), "{refused}");
}

#[test]
fn a_comment_is_about_one_thing() {
    for fields in [
        r#""statement": 1"#,
        r#""sid": "a""#,
        r#""policy": 0, "statement": 1, "sid": "a""#,
        r#""policy": 0, "row": "logs.pull""#,
        r#""row": "logs.pull", "statement": 0"#,
    ] {
        let text =
            format!(r#"{{"version": 1, "logon": "rd.root", "comments": [{{{fields}, "text": "x"}}]}}"#);
        let refused = Scenario::from_json(&text).unwrap_err();
        assert_eq!(refused.code, "scenario-malformed");
        assert!(refused.message.starts_with("a comment is about"), "{refused}");
    }
}

#[test]
fn it_is_bounded() {
    let lines = |count, bytes| Assertions { lines: vec!["x".repeat(bytes); count], made: None };
    let comments = |count, bytes| vec![comment(Pin::Scenario, &"x".repeat(bytes)); count];
    let named = |bytes| vec![comment(Pin::Row("x".repeat(bytes)), "")];
    let by = |bytes| vec![Comment { author: "x".repeat(bytes), ..comment(Pin::Scenario, "") }];
    let from = |bytes| Assertions {
        made: Some(Made { engine: "x".repeat(bytes), ..made() }),
        ..Assertions::default()
    };
    let missing =
        |count| Assertions { made: Some(Made { missed: vec![1; count], ..made() }), ..Assertions::default() };
    let base = |count| Some(vec![identity(""); count]);
    let rows: [(&str, &dyn Fn(usize) -> Scenario); 8] = [
        ("scenario-too-many-policies", &|over| Scenario { base: base(MAX_POLICIES + over), ..example() }),
        ("scenario-too-many-assertions", &|over| Scenario {
            assertions: lines(MAX_ASSERTIONS + over, 1),
            ..example()
        }),
        ("scenario-too-many-assertions", &|over| Scenario {
            assertions: missing(MAX_ASSERTIONS + over),
            ..example()
        }),
        ("scenario-assertion-too-long", &|over| Scenario {
            assertions: lines(1, MAX_ASSERTION + over),
            ..example()
        }),
        ("scenario-too-many-comments", &|over| Scenario {
            comments: comments(MAX_COMMENTS + over, 1),
            ..example()
        }),
        ("scenario-comment-too-long", &|over| Scenario {
            comments: comments(1, MAX_COMMENT + over),
            ..example()
        }),
        ("scenario-name-too-long", &|over| Scenario {
            comments: if over % 2 == 1 { named(MAX_NAME + over) } else { by(MAX_NAME + over) },
            ..example()
        }),
        ("scenario-name-too-long", &|over| Scenario { assertions: from(MAX_NAME + over), ..example() }),
    ];
    for (code, scenario) in rows {
        assert!(Scenario::from_json(&scenario(0).to_json()).is_ok(), "{code}");
        for over in [1, 2] {
            let refused = Scenario::from_json(&scenario(over).to_json()).unwrap_err();
            assert_eq!(refused.code, code, "{refused}");
        }
    }
}

#[test]
fn comments_stay_at_their_policies() {
    let pins = |scenario: &Scenario| scenario.comments.iter().map(|one| one.pin.clone()).collect::<Vec<_>>();
    let mut scenario = reviewed();
    let gone = scenario.remove_policy(0).unwrap();
    let sid = |place| Pin::Sid(place, "Write".into());
    let row = Pin::Row("logs.pull".into());
    assert_eq!(pins(&scenario), [Pin::Scenario, Pin::Scenario, Pin::Scenario, sid(0), row.clone()]);
    scenario.insert_policy(0, gone);
    assert_eq!(pins(&scenario), [Pin::Scenario, Pin::Scenario, Pin::Scenario, sid(1), row]);
    assert_eq!(scenario.remove_policy(7), None);
}

#[test]
fn a_policy_comes_back_with_its_comments() {
    let mut state = State::new(Some(&reviewed().to_json()), Lang::En);
    let before = state.scenario.clone();
    let answer = state.answer.clone();
    state.update(Action::Edit(Edit::Remove(0)));
    assert_eq!(state.scenario.comments[2].pin, Pin::Scenario);
    state.update(Action::Edit(Edit::UndoRemove));
    assert_eq!(state.scenario, before);
    let edits = state.edits;
    state.update(Action::Edit(Edit::Whole(Box::new(Scenario {
        comments: Vec::new(),
        base: None,
        ..before
    }))));
    assert_eq!((&state.answer, state.edits), (&answer, edits), "comments are not answered");
}

proptest! {
    /// Whatever comes and goes, a comment is about the policy that it was about, or about the scenario.
    #[test]
    fn comments_follow(edits in prop::collection::vec((any::<bool>(), 0..6_usize), 0..12)) {
        let mut scenario = Scenario { policies: Vec::new(), comments: Vec::new(), ..example() };
        for place in 0..4 {
            let name = place.to_string();
            scenario.comments.push(comment(Pin::Statement(place, 7), &name));
            scenario.policies.push(ramplay_playground::PolicyEntry { name, ..identity("") });
        }
        for (inserts, place) in edits {
            if inserts {
                scenario.insert_policy(place, identity(""));
            } else {
                scenario.remove_policy(place);
            }
        }
        for Comment { pin, text, .. } in &scenario.comments {
            let is_left = scenario.policies.iter().any(|entry| entry.name == *text);
            match pin {
                Pin::Statement(place, 7) => prop_assert_eq!(&scenario.policies[*place].name, text),
                other => prop_assert!(*other == Pin::Scenario && !is_left, "{:?}", other),
            }
        }
    }
}
