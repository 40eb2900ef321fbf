//! What an edit changed in the answer, so that it can be seen.

use ramplay_flink::Console;

use crate::answer::Answer;
use crate::state::RowId;

/// The rows whose verdict, or reach, is another than it was. The catalogue gives both answers the same rows.
pub fn changes(before: &Answer, after: &Answer) -> Vec<RowId> {
    let consoles = Console::ALL
        .into_iter()
        .filter(|&console| before.console(console).reach != after.console(console).reach);
    let operations = pairs(&before.operations, &after.operations, |row| row.verdict.mark());
    let capabilities = pairs(&before.logstore.rows, &after.logstore.rows, |row| row.verdict.mark());
    let permissions = pairs(&before.permissions, &after.permissions, |row| row.held);
    consoles
        .map(RowId::Console)
        .chain(operations.map(RowId::Operation))
        .chain(capabilities.map(RowId::Capability))
        .chain(permissions.map(RowId::Permission))
        .collect()
}

/// The places where two lists differ in what `of` says.
fn pairs<'r, R, S: PartialEq>(
    before: &'r [R],
    after: &'r [R],
    of: impl Fn(&R) -> S + 'r,
) -> impl Iterator<Item = usize> + 'r {
    let differs = move |(at, (before, after)): (usize, (&R, &R))| (of(before) != of(after)).then_some(at);
    before.iter().zip(after).enumerate().filter_map(differs)
}
