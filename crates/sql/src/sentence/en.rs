//! English.

use super::variable_kind;
use crate::credentials::CredentialKind;
use crate::note::NoteKind;
use crate::variables::{MalformedKind, VariableFindingKind};
use ramplay_text::Lang;

pub(super) fn note(kind: NoteKind, written: &str) -> String {
    match kind {
        NoteKind::TooLong { bytes, limit } => {
            format!("{bytes} bytes are more than the {limit} that are read")
        }
        NoteKind::TooManyStatements { limit } => {
            format!("more than {limit} statements; the rest was left out")
        }
        NoteKind::TooDeep { limit } => {
            format!("brackets are nested deeper than {limit} levels; the rest of the statement was left out")
        }
        NoteKind::Empty => "there is no statement here".to_owned(),
        NoteKind::ByteOrderMark => "the text begins with an invisible byte order mark".to_owned(),
        NoteKind::OddSpace => "an invisible or unusual space stands here".to_owned(),
        NoteKind::FullWidth { meant } => {
            format!("`{written}` is full-width or curly; it was read as `{meant}`")
        }
        NoteKind::UnterminatedString { quote: '`' } => {
            "nothing closes this back-quote on its line".to_owned()
        }
        NoteKind::UnterminatedString { quote } => format!("nothing closes the quote `{quote}` on this line"),
        NoteKind::DoubleQuotes => {
            format!(
                "`{written}` is in double quotes; Flink SQL has single quotes for values and back-quotes for names"
            )
        }
        NoteKind::UnterminatedComment => "this comment has no end".to_owned(),
        NoteKind::StrayClosing { bracket: '*' } => "this `*/` ends no hint or comment".to_owned(),
        NoteKind::StrayClosing { bracket } => format!("this `{bracket}` has no opening bracket"),
        NoteKind::Unclosed { bracket: '*' } => "nothing ends the hint that begins here".to_owned(),
        NoteKind::Unclosed { bracket } => format!("nothing closes this `{bracket}` in its statement"),
        NoteKind::MissingSemicolon => format!("a semicolon is missing before `{written}`"),
        NoteKind::UnknownStatement => {
            format!("the statement that begins with `{written}` is not known and was passed over")
        }
        NoteKind::PassedOver => format!("`{written}` uses no table and was passed over"),
        NoteKind::ExpectedName if written.is_empty() => "a name is missing here".to_owned(),
        NoteKind::ExpectedName => format!("a name is missing before `{written}`"),
        NoteKind::UnexpectedClause => format!("`{written}` was not expected here and was passed over"),
        NoteKind::UnexpectedColumn => format!("`{written}` begins no column and was passed over"),
        NoteKind::MissingWith { temporary: true } => {
            format!("the temporary table `{written}` has no `WITH (…)`")
        }
        NoteKind::MissingWith { temporary: false } => {
            format!("the table `{written}` has no `WITH (…)`; its catalog decides where it is stored")
        }
        NoteKind::EmptyWith => "`WITH` is not followed by options in brackets".to_owned(),
        NoteKind::ForgottenWith => "`WITH` is missing before these options".to_owned(),
        NoteKind::MissingConnector => format!("the options of `{written}` do not say its `connector`"),
        NoteKind::MissingEquals => "an equals sign is missing here".to_owned(),
        NoteKind::MissingValue => "this option has no value".to_owned(),
        NoteKind::MissingComma => "a comma is missing before this option".to_owned(),
        NoteKind::Unquoted => format!("`{written}` is not in single quotes"),
        NoteKind::NotAnOption => format!("`{written}` is no option and was passed over"),
        NoteKind::DuplicateOption => format!("the option `{written}` is given twice"),
        NoteKind::DuplicateTable => format!("`{written}` is defined twice"),
        NoteKind::UsedBeforeDefined => format!("`{written}` is used before it is defined"),
        NoteKind::UnclosedSet => "no `END` closes this statement set".to_owned(),
        NoteKind::StrayEnd => "this `END` closes no statement set".to_owned(),
        NoteKind::UnreadLine => format!("the line `{written}` is not read"),
        NoteKind::Tab => "YAML does not allow tabs in the indentation".to_owned(),
        NoteKind::MissingType => format!("`{written}` does not say its `type`"),
        NoteKind::MissingBlock { block } => format!("there is no `{block}`"),
    }
}

pub(super) fn variable(kind: &VariableFindingKind, written: &str) -> String {
    match kind {
        VariableFindingKind::Undefined { suggestion: Some(name) } => {
            format!("`{written}` is not defined; did you mean `{name}`?")
        }
        VariableFindingKind::Undefined { suggestion: None } => format!("`{written}` is not defined"),
        VariableFindingKind::OtherKind { defined } => {
            format!("the variable of `{written}` is defined as a {}", variable_kind(*defined, Lang::En))
        }
        VariableFindingKind::Unused => format!("the variable `{written}` is not used here"),
        VariableFindingKind::PermanentTable => {
            format!(
                "`{written}` stands in a `CREATE TABLE` that is not temporary, which makes the table unusable"
            )
        }
        VariableFindingKind::OutsideTemporaryTable => {
            format!(
                "`{written}` stands outside `CREATE TEMPORARY TABLE`, the only place for variables in SQL"
            )
        }
        VariableFindingKind::DeploymentVariableHere => {
            format!("`{written}` is a deployment variable; only namespace variables are documented here")
        }
        VariableFindingKind::Keyword => format!("`{written}` is named like a SQL keyword"),
        VariableFindingKind::NotInSingleQuotes => format!("`{written}` is not in single quotes"),
        VariableFindingKind::NotInBackQuotes => {
            format!("`{written}` stands for a name and is not in back-quotes")
        }
        VariableFindingKind::PartOfValue => format!("`{written}` is only a part of the value"),
        VariableFindingKind::Malformed(malformed) => malformed_kind(malformed.kind, written),
    }
}

fn malformed_kind(kind: MalformedKind, written: &str) -> String {
    match kind {
        MalformedKind::SpaceBeforeBrace => {
            format!("`{written}` has a space before its brace and is no variable")
        }
        MalformedKind::SpaceInside => format!("`{written}` has a space within its braces"),
        MalformedKind::Unclosed => format!("no brace closes `{written}`"),
        MalformedKind::Empty => format!("`{written}` names no variable"),
        MalformedKind::NoDollar => format!("`{written}` has no `$` before it and is no variable"),
        MalformedKind::NoBraces => format!("`{written}` has no braces and is no variable"),
        MalformedKind::Prefix => format!("`{written}` does not begin with `secret_values.`"),
        MalformedKind::FullWidth => format!("`{written}` has full-width signs and is no variable"),
        MalformedKind::BadCharacter => format!("`{written}` has a character that no name has"),
    }
}

pub(super) fn variable_help(kind: &VariableFindingKind) -> Option<String> {
    Some(match kind {
        VariableFindingKind::Undefined { suggestion: None } => {
            "create it under Security Center, Variables: owners, editors and custom roles with that permission can".to_owned()
        }
        VariableFindingKind::Undefined { suggestion: Some(name) } => format!("write `{name}`, or create the variable"),
        VariableFindingKind::OtherKind { defined } => format!("write `{}`", defined.reference("<name>")),
        VariableFindingKind::Unused => "another draft may use it; deployments that need a deleted variable cannot start again".to_owned(),
        VariableFindingKind::PermanentTable => "write `CREATE TEMPORARY TABLE`".to_owned(),
        VariableFindingKind::OutsideTemporaryTable => "move it to the options of a `CREATE TEMPORARY TABLE`".to_owned(),
        VariableFindingKind::DeploymentVariableHere => "write `${secret_values.<name>}`".to_owned(),
        VariableFindingKind::Keyword => "give the variable another name".to_owned(),
        VariableFindingKind::NotInSingleQuotes => "write it in single quotes".to_owned(),
        VariableFindingKind::NotInBackQuotes => "write it in back-quotes".to_owned(),
        VariableFindingKind::PartOfValue => "make the whole value the variable".to_owned(),
        VariableFindingKind::Malformed(malformed) => format!("write `{}`", malformed.meant.as_ref()?),
    })
}

pub(super) fn credential(kind: CredentialKind, masked: &str) -> String {
    let what = credential_kind(kind);
    format!("{what} in plain text: `{masked}`")
}

pub(super) fn credential_kind(kind: CredentialKind) -> &'static str {
    match kind {
        CredentialKind::AccessKeyId => "an AccessKey ID",
        CredentialKind::AccessKeySecret => "an AccessKey secret",
        CredentialKind::SecurityToken => "a security token",
        CredentialKind::Password => "a password",
        CredentialKind::Jaas => "the password of a JAAS configuration",
        CredentialKind::UrlPassword => "the password of a URL",
        CredentialKind::ApiKey => "an API key",
        CredentialKind::Secret => "a secret",
    }
}
