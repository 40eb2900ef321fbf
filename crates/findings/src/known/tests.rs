use ramplay_flink::{AccessLevel, OperationResource, SlsClass, Status, catalogue, reference};

use super::*;

/// `{project}` and the like as `{}`, and without the head that all ARNs of a service share.
fn form(resource: &str, head: &str) -> String {
    let mut out = String::new();
    let mut rest = resource;
    while let Some((before, after)) = rest.split_once('{') {
        let (_, tail) = after.split_once('}').unwrap();
        out.push_str(before);
        out.push_str("{}");
        rest = tail;
    }
    out.push_str(rest);
    out.strip_prefix(head).unwrap_or(&out).to_owned()
}

fn is_same(ours: &Action, name: &str, write: bool, stated: bool, on: &[String]) {
    assert_eq!(ours.name, name);
    assert_eq!(ours.level == Level::Write, write, "{name}");
    assert_eq!(ours.stated, stated, "{name}");
    assert_eq!(ours.on, on, "{name}");
}

#[test]
fn log_is_the_reference() {
    let rows = &reference().sls_actions;
    assert_eq!(log::LOG.len(), rows.len());
    for (ours, row) in log::LOG.iter().zip(rows) {
        let on: Vec<_> = row.resources.iter().map(|resource| form(resource, "acs:log:{}:{}:")).collect();
        let write = matches!(row.class, SlsClass::Write | SlsClass::Manage);
        let stated = row.status == Status::Stated && row.confidence.is_none();
        is_same(ours, row.action.strip_prefix("log:").unwrap(), write, stated, &on);
    }
}

#[test]
fn stream_is_the_catalogue_and_the_reference() {
    let mut rows = Vec::new();
    let writes = |level| {
        matches!(level, AccessLevel::Create | AccessLevel::Update | AccessLevel::Delete | AccessLevel::Write)
    };
    for row in &catalogue().operations {
        let Some(action) = &row.action else { continue };
        let on: Vec<String> = match row.resource {
            OperationResource::Instance => vec!["vvpinstance/{}".to_owned()],
            OperationResource::Namespace => vec!["vvpinstance/{}/vvpnamespace/{}".to_owned()],
            OperationResource::All => vec!["*".to_owned()],
            OperationResource::Unknown => Vec::new(),
        };
        let stated = row.status == Status::Stated && row.resource != OperationResource::Unknown;
        rows.push((action.clone(), writes(row.access_level), stated, on));
    }
    for row in &reference().development_api_actions.actions {
        let stated = row.status == Status::Stated;
        rows.push((row.action.clone(), writes(row.access_level), stated, vec!["*".to_owned()]));
    }
    for row in &reference().other_stream_actions {
        let read = row.action.contains(":Has") || row.action.contains(":Describe");
        rows.push((row.action.clone(), !read, false, Vec::new()));
    }
    let mut names = std::collections::BTreeSet::new();
    rows.retain(|(action, ..)| names.insert(action.clone()));
    assert_eq!(stream::STREAM.len(), rows.len());
    for (ours, (action, write, stated, on)) in stream::STREAM.iter().zip(&rows) {
        is_same(ours, action.strip_prefix("stream:").unwrap(), *write, *stated, on);
    }
}
