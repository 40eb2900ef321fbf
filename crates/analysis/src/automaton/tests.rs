use ramplay_policy::Pattern;

use super::*;

fn machine(patterns: &[&str]) -> Machine {
    let languages: Vec<Language> = patterns.iter().map(|text| Language::of(&Pattern::new(text))).collect();
    Machine::new(languages.iter().map(std::iter::once))
}

fn found(patterns: &[&str]) -> Vec<(String, Vec<usize>)> {
    let budget = Budget::default();
    let cells = cells(&mut machine(patterns), &[], |_| true, &budget).unwrap();
    let of = |accepts: &Bits| (0..patterns.len()).filter(|&set| accepts.contains(set)).collect();
    cells.into_iter().map(|cell| (cell.text, of(&cell.accepts))).collect()
}

#[test]
fn every_combination_has_a_shortest_text() {
    assert_eq!(found(&["*"]), [(String::new(), vec![0])]);
    assert_eq!(
        found(&["a*", "*b"]),
        [
            (String::new(), vec![]),
            ("a".to_owned(), vec![0]),
            ("b".to_owned(), vec![1]),
            ("ab".to_owned(), vec![0, 1])
        ]
    );
    assert_eq!(found(&["?", "??", "*"]).len(), 3);
    assert_eq!(found(&["a", "a", "A"]).len(), 3);
}

/// All texts over three letters up to a length, against the engine's matcher.
#[test]
fn agrees_with_the_engine_on_all_short_texts() {
    let pieces = ["a", "b", "*", "?"];
    let mut patterns: Vec<String> = vec![String::new()];
    for _ in 0..3 {
        let longer: Vec<String> = patterns
            .iter()
            .flat_map(|head| pieces.iter().map(move |piece| format!("{head}{piece}")))
            .collect();
        patterns.extend(longer);
    }
    patterns.sort();
    patterns.dedup();
    let mut texts: Vec<String> = vec![String::new()];
    let mut last = texts.clone();
    for _ in 0..5 {
        last = last.iter().flat_map(|head| ['a', 'b', 'z'].map(|char| format!("{head}{char}"))).collect();
        texts.extend(last.clone());
    }
    for chunk in patterns.chunks(7) {
        for offset in 0..chunk.len() {
            let three: Vec<&str> =
                [0, 2, 5].iter().map(|at| chunk[(at + offset) % chunk.len()].as_str()).collect();
            let engine: Vec<Pattern> = three.iter().map(|text| Pattern::new(text)).collect();
            let signature =
                |text: &str| -> Vec<usize> { (0..3).filter(|&at| engine[at].matches(text)).collect() };
            let cells = found(&three);
            for (text, accepts) in &cells {
                assert_eq!(&signature(text), accepts, "{three:?} on {text}");
            }
            for text in &texts {
                let wanted = signature(text);
                let cell = cells.iter().find(|(_, accepts)| *accepts == wanted);
                assert!(
                    cell.is_some_and(|(shortest, _)| shortest.len() <= text.len()),
                    "{three:?}: {text} {wanted:?}"
                );
            }
        }
    }
}

#[test]
fn shapes_are_well_formed_names() {
    let languages = [Language::shape("acs:ram::<D>:user/<N>"), Language::of(&Pattern::new("acs:ram::*5:*"))];
    let mut machine = Machine::new(languages.iter().map(std::iter::once));
    let cells = cells(&mut machine, &[0], |_| true, &Budget::default()).unwrap();
    let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(texts, ["acs:ram::1:user/a", "acs:ram::5:user/a"]);
}

#[test]
fn work_is_bounded() {
    let patterns: Vec<String> = (0..40).map(|at| format!("*{at}*{}*", at + 40)).collect();
    let patterns: Vec<&str> = patterns.iter().map(String::as_str).collect();
    assert_eq!(cells(&mut machine(&patterns), &[], |_| true, &Budget::new(50_000)), Err(Spent));
}
