//! What holds for every rule.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use ramplay_policy::{Severity, read};
use ramplay_text::Lang;

use super::found;
use crate::Case;
use crate::rules::{RULES, Rule};
use crate::{Class, Finding, rows};

fn of_rule(rule: &Rule, case: &Case, text: &str) -> Vec<Finding> {
    found(text, &case.subject()).into_iter().filter(|finding| finding.code() == rule.row.code).collect()
}

#[test]
fn rules_fire_where_they_should() {
    for rule in RULES {
        assert!(!rule.fires.is_empty(), "{} has no case in which it fires", rule.row.code);
        for case in rule.fires {
            let (text, expected) = case.document();
            let spans: Vec<_> = of_rule(rule, case, &text).iter().map(|finding| finding.span).collect();
            let shown: Vec<_> = spans.iter().map(|span| span.of(&text)).collect();
            assert_eq!(spans, expected, "{} on {}: {shown:?}", rule.row.code, case.text);
            assert!(!expected.is_empty(), "{} has no mark in {}", rule.row.code, case.text);
        }
    }
}

#[test]
fn rules_are_silent_where_they_should() {
    for rule in RULES {
        assert!(!rule.silent.is_empty(), "{} has no case in which it is silent", rule.row.code);
        for case in rule.silent {
            let (text, marks) = case.document();
            assert!(marks.is_empty(), "{} has a mark in a silent case", rule.row.code);
            let findings = of_rule(rule, case, &text);
            assert!(findings.is_empty(), "{} fires on {}: {findings:?}", rule.row.code, case.text);
        }
    }
}

#[test]
fn fixes_cure() {
    for rule in RULES {
        for case in rule.fires {
            let (text, _) = case.document();
            let before = of_rule(rule, case, &text);
            let errors = |text: &str| {
                let findings = found(text, &case.subject());
                findings.iter().filter(|finding| finding.class() == Class::Error).count()
            };
            for finding in &before {
                let Some(fix) = &finding.fix else { continue };
                let fixed = fix.apply(&text);
                let after = of_rule(rule, case, &fixed);
                assert!(after.len() < before.len(), "{}: {text}\nbecame\n{fixed}", rule.row.code);
                assert!(errors(&fixed) <= errors(&text), "{}: {text}\nbecame\n{fixed}", rule.row.code);
                let readable = |text: &str| {
                    let reading = read(text, case.kind);
                    reading.diagnostics.iter().filter(|found| found.severity() == Severity::Error).count()
                };
                assert!(readable(&fixed) <= readable(&text), "{}: {fixed}", rule.row.code);
            }
        }
    }
}

#[test]
fn rows_are_complete() {
    let mut codes = BTreeSet::new();
    for row in rows() {
        assert!(codes.insert(row.code), "two rows have the code {}", row.code);
        assert!(row.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", row.code);
        assert!(row.source.starts_with("https://"), "{}", row.code);
        for text in Lang::ALL.into_iter().map(|lang| row.title.get(lang)) {
            assert!(!text.is_empty() && !text.ends_with(['.', '。']), "{}: {text}", row.code);
        }
        assert!(row.validator.is_none_or(|name| !name.is_empty()), "{}", row.code);
    }
    let own = RULES.len();
    let all = rows().count();
    assert!(own >= 45 && all >= 60, "{own} rules, {all} findings");
}

#[test]
fn sentences_read_well() {
    for rule in RULES {
        for case in rule.fires {
            let (text, _) = case.document();
            for finding in of_rule(rule, case, &text) {
                for lang in Lang::ALL {
                    for sentence in [finding.message(lang), finding.help(lang)] {
                        let code = rule.row.code;
                        assert!(!sentence.is_empty(), "{code}");
                        assert!(!sentence.ends_with(['.', '。']), "{code}: no full stop: {sentence}");
                        assert!(!sentence.contains('\n'), "{code}: {sentence}");
                        let ticks = sentence.matches('`').count();
                        assert!(ticks % 2 == 0, "{code}: {sentence}");
                    }
                }
                let (en, zh) = (finding.row.message.zh, finding.row.message.en);
                for (name, _) in &finding.args {
                    let place = format!("{{{name}}}");
                    let in_both = |one: &str, other: &str| one.contains(&place) && other.contains(&place);
                    let help = in_both(finding.row.help.en, finding.row.help.zh);
                    assert!(in_both(en, zh) || help, "{}: {place} is not in both languages", rule.row.code);
                }
                for lang in Lang::ALL {
                    let names = |template: &'static str| {
                        template
                            .split('{')
                            .skip(1)
                            .filter_map(|rest| Some(rest.split_once('}')?.0))
                            .collect::<Vec<_>>()
                    };
                    let known = |name: &&str| finding.args.iter().any(|(known, _)| known == name);
                    for template in [finding.row.message.get(lang), finding.row.help.get(lang)] {
                        let unknown: Vec<_> =
                            names(template).into_iter().filter(|name| !known(name)).collect();
                        let literal = |name: &&str| name.is_empty() || name.contains(['"', ' ', '`']);
                        assert!(unknown.iter().all(literal), "{}: {unknown:?}", rule.row.code);
                    }
                }
            }
        }
    }
}

#[test]
fn messages() {
    let mut table = String::new();
    for rule in RULES {
        let row = rule.row;
        let name = row.validator.map(|name| format!(" = {name}")).unwrap_or_default();
        writeln!(table, "## {} ({}, {}{name})", row.code, row.class.name(Lang::En), row.status.code())
            .unwrap();
        writeln!(table, "{} / {}", row.title.en, row.title.zh).unwrap();
        let mut seen = BTreeSet::new();
        for case in rule.fires {
            let (text, _) = case.document();
            for finding in of_rule(rule, case, &text) {
                let fix = finding.fix.as_ref().map(|fix| {
                    let edits: Vec<_> = fix
                        .edits
                        .iter()
                        .map(|edit| format!("{:?} -> {:?}", edit.span.of(&text), edit.text))
                        .collect();
                    format!("   {} {}", if fix.keeps_meaning { "same:" } else { "meant:" }, edits.join("; "))
                });
                let lines =
                    Lang::ALL.map(|lang| format!("   {} | {}", finding.message(lang), finding.help(lang)));
                if seen.insert(lines.clone()) {
                    writeln!(table, "-- {}", finding.span.of(&text).chars().take(60).collect::<String>())
                        .unwrap();
                    for line in lines.iter().chain(&fix) {
                        writeln!(table, "{line}").unwrap();
                    }
                }
            }
        }
    }
    insta::assert_snapshot!(table);
}
