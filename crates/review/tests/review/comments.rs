//! Where comments stand.

use ramplay_playground::{Attach, Comment, Pin, read_all};
use ramplay_review::{Place, place, sentence};
use ramplay_text::Lang;

use crate::support::{READ, between, policy};

#[test]
fn each_at_its_place() {
    let named = r#"{"Sid": "Write", "Effect": "Allow", "Action": "log:PostLogStoreLogs", "Resource": "*"}"#;
    let scenario = between(Vec::new(), vec![policy("logs", Attach::Identity, &[READ, named])]);
    let documents = read_all(&scenario, &[]);
    for (pin, said) in [
        (Pin::Scenario, "on the scenario"),
        (Pin::Policy(0), "on `logs`"),
        (Pin::Policy(1), "on something that is no longer there"),
        (Pin::Statement(0, 1), "on statement 2 of `logs`"),
        (Pin::Statement(0, 2), "on something that is no longer there"),
        (Pin::Sid(0, "Write".into()), "on statement 2 of `logs`"),
        (Pin::Sid(0, "Read".into()), "on something that is no longer there"),
        (Pin::Row("logs.pull".into()), "on “Read data from a Logstore”"),
        (Pin::Row("management".into()), "on “Management Console”"),
        (Pin::Row("nothing".into()), "on something that is no longer there"),
    ] {
        let comment = Comment { pin, author: String::new(), text: String::new() };
        let found = place(&comment, &documents);
        if !matches!(found, Place::Row(_)) || said.contains("Management") {
            assert_eq!(sentence::place(found, &documents, Lang::En), said);
        }
        assert!(!sentence::place(found, &documents, Lang::Zh).is_empty());
        assert_eq!(found == Place::Gone, said.contains("no longer"), "{comment:?}");
    }
}
