//! Every span lies on character boundaries and holds what it claims.

use ramplay_sql::{ColumnKind, Name, OptionEntry, Place, Script};
use ramplay_text::Span;

pub(crate) fn check(text: &str, script: &Script) {
    let holds = |span: Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(start <= end && text.get(start..end).is_some(), "{span:?} in {text:?}");
    };
    let name = |name: &Name| {
        holds(name.span);
        let written = name.span.of(text).replace("``", "`");
        for part in &name.parts {
            assert!(written.contains(part.as_str()), "{part:?} in {written:?}");
        }
    };
    let entry = |entry: &OptionEntry| {
        holds(entry.key_span);
        holds(entry.value_span);
        let written = entry.key_span.of(text);
        let is_it = entry.key.ends_with(written) || entry.key.ends_with(&written.replace("''", "'"));
        assert!(is_it, "{:?} is {written:?}", entry.key);
        let value = script.value(entry);
        assert!(!value.contains("''") || entry.value_span.of(text).contains("''''") || !entry.quoted);
    };
    for statement in &script.statements {
        holds(statement.span);
    }
    for table in &script.tables {
        name(&table.name);
        table.options.iter().for_each(entry);
        for column in &table.columns {
            holds(column.span);
            if let ColumnKind::Metadata { from: Some(from), .. } = column.kind {
                holds(from);
            }
        }
    }
    script.views.iter().for_each(|view| name(&view.name));
    for settings in &script.settings {
        settings.name.iter().for_each(name);
        settings.options.iter().for_each(entry);
    }
    for reference in &script.references {
        name(&reference.name);
        reference.hints.iter().for_each(entry);
    }
    for variable in &script.variables {
        let written = variable.span.of(text);
        assert!(written.starts_with("${") && written.ends_with('}'), "{written}");
        assert_eq!(variable.name_span.of(text), variable.name.as_str());
        assert_eq!(variable.kind.reference(&variable.name), written);
        if let Place::OptionValue { value_span, .. } = &variable.place {
            assert!(value_span.start <= variable.span.start && variable.span.end <= value_span.end);
        }
    }
    for malformed in &script.malformed {
        holds(malformed.span);
        assert!(!malformed.span.is_empty());
    }
    let mut end = 0;
    for credential in &script.credentials {
        holds(credential.span);
        assert!(end <= credential.span.start && !credential.span.is_empty(), "sorted and separate");
        end = credential.span.end;
    }
    for note in &script.notes {
        holds(note.span);
    }
}
