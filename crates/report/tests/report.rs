//! Reports of the example, and of what people could write into names.

use ramplay_playground::{Action, Attach, Body, Edit, Filter, Only, PolicyEntry, State, Table};
use ramplay_report::{Embed, Form, Show, Theme, embed, first_view, markdown_with_verdicts, report};
use ramplay_text::Lang;

#[test]
fn a_table_has_the_rows_that_are_shown() {
    let mut state = State::new(None, Lang::En);
    state.filter = Filter { only: Only::Denied, text: "consumer".to_owned(), ..Filter::default() };
    let text = report(&state, Table::Logstore, Form::Markdown);
    insta::assert_snapshot!(text);
    let rows = report(&state, Table::Logstore, Form::Csv);
    assert_eq!(rows.lines().count(), text.lines().filter(|line| line.contains('✗')).count() + 1);
}

#[test]
fn the_report_of_the_example() {
    insta::assert_snapshot!("report-en", report(&State::new(None, Lang::En), Table::Logstore, Form::Report));
    insta::assert_snapshot!("report-zh", report(&State::new(None, Lang::Zh), Table::Logstore, Form::Report));
}

#[test]
fn the_tag_of_an_embed() {
    let show = [Show::Editor, Show::Verdict("logs.pull".to_owned()), Show::Logstore];
    let tag = Embed {
        fragment: "10A02A7zc4",
        title: "Who reads <b>what</b>",
        page: "https://play.example/",
        show: &show,
        theme: Theme::Dark,
        height: Some(480),
        readonly: true,
    };
    for lang in Lang::ALL {
        let text = embed(&State::new(None, lang), &tag);
        // An empty line would end a block of HTML in Markdown.
        assert!(text.lines().all(|line| !line.trim().is_empty()), "{text}");
        assert!(!text.contains("<b>"), "{text}");
        insta::assert_snapshot!(format!("embed-{}", lang.tag()), text);
    }
}

#[test]
fn an_embed_of_what_is_usual_has_all_rows() {
    let state = State::new(None, Lang::En);
    let tag = Embed {
        fragment: "1",
        title: "",
        page: "",
        show: &[],
        theme: Theme::System,
        height: None,
        readonly: false,
    };
    let text = embed(&state, &tag);
    let rows: usize = state.sheet(Table::Logstore).iter().map(|group| group.rows.len()).sum();
    let used = state.answer.documents.iter().filter(|document| document.used).count();
    let others = used + state.answer.matrix.len();
    assert_eq!(text.matches("<tr><th scope=\"row\">").count(), rows + others);
    assert!(!text.contains("<script") && !text.contains("<a "));
}

#[test]
fn one_verdict_is_one_row_of_any_table() {
    let state = State::new(None, Lang::En);
    let keys = Table::ALL.into_iter().flat_map(|table| state.sheet(table)).flat_map(|group| group.rows);
    let keys: Vec<String> = keys.map(|line| line.key.to_owned()).collect();
    assert!(keys.len() > 50);
    for key in keys {
        assert!(Show::Verdict(key.clone()).exists(&state), "{key}");
    }
    assert!(!Show::Verdict("nothing".to_owned()).exists(&state));
}

#[test]
fn a_link_with_its_verdicts() {
    let state = State::new(None, Lang::En);
    let text = markdown_with_verdicts(&state, "a|b", "https://play.example/#10A02A7zc4");
    assert!(text.starts_with("[a\\|b](https://play.example/#10A02A7zc4)\n\nLogon method: "), "{text}");
    assert!(text.contains("| Management Console | ✓ opens |\n"), "{text}");
    let table = State { filter: Filter::default(), ..state.clone() };
    assert!(text.contains(&report(&table, Table::Logstore, Form::Markdown)));
}

#[test]
fn names_cannot_break_out() {
    let mut state = State::new(None, Lang::En);
    let mut scenario = state.scenario.clone();
    scenario.policies.push(PolicyEntry {
        name: "<script>|](x)\n# ```".to_owned(),
        attach: Attach::Identity,
        body: Body::Document(
            r#"{"Version": "1", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}"#
                .to_owned(),
        ),
    });
    state.update(Action::Edit(Edit::Whole(Box::new(scenario))));
    let html = first_view(&state);
    assert!(!html.contains("<script>") && html.contains("&lt;script&gt;"), "{html}");
    let tag = Embed {
        fragment: "\"><script>",
        title: "</ram-playground><script>",
        page: "https://play.example/\"<script>/",
        show: &Show::USUAL,
        theme: Theme::System,
        height: None,
        readonly: false,
    };
    let text = embed(&state, &tag);
    assert_eq!(text.matches("<script").count(), 1, "{text}");
    assert_eq!(text.matches("</ram-playground>").count(), 1, "{text}");
    for table in Table::ALL {
        let text = report(&state, table, Form::Markdown);
        let cells = text.lines().map(|line| line.replace("\\|", "").matches('|').count());
        assert!(cells.clone().all(|bars| bars == 4), "{text}");
    }
}

/// `web/static/first-*.html` is what the page shows before the program has come.
#[test]
fn the_first_view_of_the_page_is_that_of_the_example() {
    for lang in Lang::ALL {
        let path = format!("{}/../../web/static/first-{}.html", env!("CARGO_MANIFEST_DIR"), lang.tag());
        let view = first_view(&State::new(None, lang));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&path, &view).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(kept, view, "run this test with UPDATE_EXPECT=1 to write `{path}`");
    }
}
