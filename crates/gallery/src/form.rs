//! The gallery as a page reads it.

use ramplay_flink::Text;
use ramplay_playground::Scenario;
use serde::Deserialize;

use crate::error::GalleryError;

/// All examples, in the order in which they are shown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gallery {
    /// The groups.
    pub groups: Vec<Group>,
}

/// Examples that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// A stable id.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// Its examples.
    pub examples: Vec<Example>,
}

/// A worked scenario.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// A stable id.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// What to notice, in one sentence.
    pub notice: Text,
    /// Keys of the sources of the rule that it shows; see [`catalogue`].
    #[serde(default)]
    pub sources: Vec<String>,
    /// For a mistake: the example in which it is put right.
    #[serde(default)]
    pub cure: Option<String>,
    /// What it is opened with: the id of the row that makes the point, or `drafts`; see `ramplay_playground::Point`.
    pub shows: String,
    /// The scenario.
    pub scenario: Scenario,
}

/// Reads a gallery.
pub fn read(text: &str) -> Result<Gallery, GalleryError> {
    serde_json::from_str(text).map_err(|error| GalleryError::malformed("gallery.json", &error))
}

impl Gallery {
    /// All examples in order.
    pub fn examples(&self) -> impl Iterator<Item = &Example> {
        self.groups.iter().flat_map(|group| &group.examples)
    }

    /// The example with this id.
    pub fn example(&self, id: &str) -> Option<&Example> {
        self.examples().find(|example| example.id == id)
    }
}
