//! What is needed, one call a line: an action, a resource, and conditions.

use ramplay_policy::ContextMap;
use ramplay_text::{Span, line_words};

use crate::least::Need;

/// A call that is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needed {
    /// What it needs.
    pub need: Need,
    /// Condition keys that its requests carry.
    pub context: ContextMap,
}

/// A line that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedProblem {
    /// What is wrong.
    pub kind: NeedProblemKind,
    /// Where, in bytes of the whole text.
    pub span: Span,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedProblemKind {
    /// The first word is no action.
    Action,
    /// The second word is no resource: neither `*` nor an ARN.
    Resource,
    /// A word behind is no `key=value`.
    Context,
}

impl NeedProblemKind {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            NeedProblemKind::Action => "need-action",
            NeedProblemKind::Resource => "need-resource",
            NeedProblemKind::Context => "need-context",
        }
    }
}

/// Reads calls, one a line: `log:GetLogStore acs:log:*:*:project/web/* acs:SourceIp=10.0.0.1`. A `#` begins a remark.
///
/// # Errors
/// Every line that cannot be read.
///
/// ```
/// let read = ramplay_analysis::needed("# readers\nlog:ListShards acs:log:*:*:project/web/logstore/access\n").unwrap();
/// assert_eq!(read[0].need.action, "log:ListShards");
/// let bad = ramplay_analysis::needed("log:ListShards web").unwrap_err();
/// assert_eq!(bad[0].span.of("log:ListShards web"), "web");
/// ```
pub fn needed(text: &str) -> Result<Vec<Needed>, Vec<NeedProblem>> {
    let (mut all, mut problems) = (Vec::new(), Vec::new());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let in_text = |span: Span| Span { start: start + span.start, end: start + span.end };
        let words: Vec<(&str, Span)> =
            line_words(line).into_iter().map(|(word, span)| (word, in_text(span))).collect();
        start += Span::new(0, line.len()).end;
        if words.is_empty() {
            continue;
        }
        match one(&words) {
            Ok(needed) => all.push(needed),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(all) } else { Err(problems) }
}

fn one(words: &[(&str, Span)]) -> Result<Needed, NeedProblem> {
    let bad = |kind, span| NeedProblem { kind, span };
    let mut words = words.iter().copied();
    let (action, span) = words.next().unwrap_or_default();
    if !action
        .split_once(':')
        .is_some_and(|(service, operation)| !service.is_empty() && !operation.is_empty())
    {
        return Err(bad(NeedProblemKind::Action, span));
    }
    let (resource, at) = words.next().unwrap_or(("", span));
    if resource != "*" && !resource.starts_with("acs:") {
        return Err(bad(NeedProblemKind::Resource, at));
    }
    let mut context = ContextMap::new();
    for (word, span) in words {
        let Some((key, value)) = word.split_once('=').filter(|(key, _)| !key.is_empty()) else {
            return Err(bad(NeedProblemKind::Context, span));
        };
        context.entry(key.to_owned()).or_default().push(value.to_owned());
    }
    Ok(Needed { need: Need { action: action.to_owned(), resource: resource.to_owned() }, context })
}
