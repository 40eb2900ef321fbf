//! Where notes and findings become sentences, in English and Chinese: lower case without a full
//! stop, the user's text in backticks and masked, help apart from the message.

mod en;
mod zh;

use ramplay_text::{Lang, Span};

use crate::credentials::{Credential, CredentialKind};
use crate::model::{Role, Script};
use crate::note::Note;
use crate::variables::{VariableFinding, VariableKind};

/// What a note says.
pub fn note(note: &Note, script: &Script, lang: Lang) -> String {
    let written = quote(script, note.span);
    match lang {
        Lang::En => en::note(note.kind, &written),
        Lang::Zh => zh::note(note.kind, &written),
    }
}

/// What a finding about a variable says.
pub fn variable(finding: &VariableFinding, script: &Script, lang: Lang) -> String {
    let written = finding.span.map_or_else(|| finding.name.to_string(), |span| quote(script, span));
    match lang {
        Lang::En => en::variable(&finding.kind, &written),
        Lang::Zh => zh::variable(&finding.kind, &written),
    }
}

/// What to do about a finding about a variable.
pub fn variable_help(finding: &VariableFinding, lang: Lang) -> Option<String> {
    match lang {
        Lang::En => en::variable_help(&finding.kind),
        Lang::Zh => zh::variable_help(&finding.kind),
    }
}

/// What a credential in plain text is.
pub fn credential(credential: &Credential, lang: Lang) -> String {
    match lang {
        Lang::En => en::credential(credential.kind, &credential.masked),
        Lang::Zh => zh::credential(credential.kind, &credential.masked),
    }
}

/// What to do about a credential in plain text.
pub fn credential_help(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "put it in a variable and write `${secret_values.<name>}`; rotate a key that was pasted or committed anywhere"
        }
        Lang::Zh => "请将其保存为变量并写作 `${secret_values.<name>}`；曾粘贴或提交到任何地方的密钥应当轮换",
    }
}

/// The name of a kind of credential.
pub fn credential_kind(kind: CredentialKind, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en::credential_kind(kind),
        Lang::Zh => zh::credential_kind(kind),
    }
}

/// The name of a role.
pub fn role(role: Role, lang: Lang) -> &'static str {
    match (role, lang) {
        (Role::Source, Lang::En) => "source",
        (Role::Source, Lang::Zh) => "源表",
        (Role::Sink, Lang::En) => "sink",
        (Role::Sink, Lang::Zh) => "结果表",
        (Role::Both, Lang::En) => "source and sink",
        (Role::Both, Lang::Zh) => "源表和结果表",
        (Role::Lookup, Lang::En) => "lookup",
        (Role::Lookup, Lang::Zh) => "维表",
        (Role::Unused, Lang::En) => "unused",
        (Role::Unused, Lang::Zh) => "未使用",
    }
}

/// The name of a kind of variable.
pub fn variable_kind(kind: VariableKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (VariableKind::Namespace, Lang::En) => "namespace variable",
        (VariableKind::Namespace, Lang::Zh) => "项目变量",
        (VariableKind::Deployment, Lang::En) => "deployment variable",
        (VariableKind::Deployment, Lang::Zh) => "作业变量",
    }
}

/// The beginning of a place of the text, on one line, masked. Backticks would end the quotation.
fn quote(script: &Script, span: Span) -> String {
    const LENGTH: usize = 40;
    let shown = script.shown(span).replace('`', "");
    let line = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LENGTH) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or_default()),
        None => line,
    }
}

#[cfg(test)]
mod tests;
