//! What became of expectations since they were made.

use ramplay_playground::{Assertions, Made, Scenario};

use crate::check::{Checked, State, check};
use crate::line::Line;
use crate::parse::parse;

/// The expectations of a scenario, checked now and compared with what was noted when they were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// With what they were made; none if nobody noted it.
    pub made: Option<Made>,
    /// What they are made with today, and what holds.
    pub now: Made,
    /// Every line that says something, and what became of it; none for a line that is not understood.
    pub lines: Vec<(Line, Option<Checked>)>,
}

impl Drift {
    /// The lines that held when they were made and do not today, or the other way round, by their places. None if
    /// nobody noted what held.
    pub fn differs(&self) -> Vec<usize> {
        let Some(made) = &self.made else { return Vec::new() };
        let differs = |(_, (line, checked)): &(usize, &(Line, Option<Checked>))| {
            holds(checked.as_ref()) == made.missed.contains(&line.number)
        };
        self.lines.iter().enumerate().filter(differs).map(|(place, _)| place).collect()
    }

    /// Whether engine and facts are those with which the expectations were made, so that only an edit of the scenario
    /// can have changed anything.
    pub fn is_same_program(&self) -> bool {
        self.made
            .as_ref()
            .is_some_and(|made| made.engine == self.now.engine && made.catalogue == self.now.catalogue)
    }
}

fn holds(checked: Option<&Checked>) -> bool {
    checked.is_some_and(|checked| checked.state == State::Held)
}

/// Checks the expectations that a scenario carries.
pub fn drift(scenario: &Scenario) -> Drift {
    let lines = parse(&scenario.assertions.text());
    let understood = lines.iter().filter_map(|line| line.expectation.as_ref().ok());
    let mut found = check(scenario, understood).into_iter();
    let lines: Vec<(Line, Option<Checked>)> = lines
        .into_iter()
        .map(|line| {
            let checked = line.expectation.is_ok().then(|| found.next()).flatten();
            (line, checked)
        })
        .collect();
    let mut now = Made::now();
    for (line, checked) in &lines {
        if holds(checked.as_ref()) {
            now.held += 1;
        } else {
            now.missed.push(line.number);
        }
    }
    Drift { made: scenario.assertions.made.clone(), now, lines }
}

/// Expectations as they are typed, with what holds of them now noted.
pub fn made(scenario: &Scenario, text: &str) -> Assertions {
    if text.trim().is_empty() {
        return Assertions::default();
    }
    let lines = text.lines().map(str::to_owned).collect();
    let mut scenario = scenario.clone();
    scenario.assertions = Assertions { lines, made: None };
    let now = drift(&scenario).now;
    Assertions { made: Some(now), ..scenario.assertions }
}
