//! What became of expectations since they were made.

use ramplay_expect::{drift, made, sentence, wanted};
use ramplay_flink::Console;
use ramplay_playground::{Assertions, Mark, Scenario, example, line_of, line_of_console, line_of_permission};
use ramplay_text::Lang;

const LINES: &str = "# the example\nlogs.pull is allowed\njob can write\n\nmanagement opens\nnonsense";

fn scenario() -> Scenario {
    Scenario { assertions: made(&example(), LINES), ..example() }
}

#[test]
fn what_held_is_noted() {
    let scenario = scenario();
    let made = scenario.assertions.made.clone().unwrap();
    assert_eq!((made.held, made.missed), (2, vec![3, 6]));
    assert_eq!(scenario.assertions.text(), LINES);
    let drift = drift(&scenario);
    assert_eq!(drift.differs(), Vec::<usize>::new());
    assert!(sentence::drift(&drift, Lang::En).unwrap().ends_with("it is the same today"));
    assert_eq!(sentence::cause(&drift, Lang::En), None);
    assert_eq!(ramplay_expect::made(&example(), " \n"), Assertions::default());
}

#[test]
fn what_differs_is_named_with_its_cause() {
    let mut scenario = scenario();
    scenario.policies.clear();
    let changed = drift(&scenario);
    assert_eq!(changed.differs(), [0, 2]);
    assert!(sentence::cause(&changed, Lang::En).unwrap().starts_with("engine and facts are the same"));
    let made = scenario.assertions.made.as_mut().unwrap();
    made.engine = "0.0.1".to_owned();
    made.catalogue = "2020-01-01".to_owned();
    let changed = drift(&scenario);
    assert_eq!(
        sentence::drift(&changed, Lang::En).unwrap(),
        "2 of 4 held when they were made, with engine 0.0.1 and facts of 2020-01-01; 2 differ today"
    );
    assert!(sentence::cause(&changed, Lang::Zh).unwrap().contains("引擎或事实数据已更新"));
    // A line that came to hold differs, too.
    scenario.assertions.lines[2] = "job cannot write".to_owned();
    assert_eq!(drift(&scenario).differs(), [0, 1, 2]);
    scenario.assertions.made = None;
    assert_eq!(sentence::drift(&drift(&scenario), Lang::En), None);
}

#[test]
fn a_verdict_becomes_a_line_that_holds() {
    let mut scenario = example();
    let answer = ramplay_playground::answer(&scenario);
    let capabilities = answer.logstore.rows.iter().map(|row| (&row.capability.id, row.verdict.mark()));
    let operations = answer.operations.iter().map(|row| (&row.operation.id, row.verdict.mark()));
    let permissions = answer.permissions.iter().map(|row| line_of_permission(&row.permission.id, row.held));
    let consoles = Console::ALL.into_iter();
    let consoles = consoles.filter_map(|console| line_of_console(console, answer.console(console).reach));
    let lines: Vec<String> = capabilities
        .chain(operations)
        .filter_map(|(id, mark)| line_of(id, mark))
        .chain(permissions.take(20))
        .chain(consoles)
        .collect();
    assert!(lines.len() > 30);
    for line in lines.iter().chain(&lines) {
        scenario.assertions.expect(line.clone());
    }
    let drift = drift(&scenario);
    assert_eq!(drift.lines.len(), lines.len());
    assert_eq!(drift.made, Some(drift.now.clone()));
    assert_eq!(drift.now.missed, Vec::<usize>::new());
    assert_eq!(line_of("logs.pull", Mark::Withheld), None);
}

#[test]
fn what_is_said_to_be_allowed_is_calls() {
    let mut scenario = example();
    scenario.assertions.lines = [
        "logs.pull is allowed",
        "logs.write is denied",
        "user alice may log:GetIndex",
        "user alice may log:GetIndex on project/other/logstore/x   # elsewhere",
        "user alice may not log:DeleteLogStore",
        "user bob may log:GetProject",
        "job can write",
        "person may delete-instance",
        "management opens",
        "nonsense",
    ]
    .map(str::to_owned)
    .to_vec();
    let calls = wanted(&scenario);
    let calls: Vec<String> = calls.iter().map(|(action, resource)| format!("{action} {resource}")).collect();
    assert_eq!(
        calls,
        [
            "log:ListShards acs:log:cn-hangzhou:1000000000000001:project/web-project/logstore/access-log",
            "log:GetCursorOrData acs:log:cn-hangzhou:1000000000000001:project/web-project/logstore/access-log",
            "log:GetIndex acs:log:cn-hangzhou:1000000000000001:project/web-project/logstore/access-log",
            "log:GetIndex acs:log:cn-hangzhou:1000000000000001:project/other/logstore/x",
        ]
    );
}
