//! The facts about Flink SQL jobs: unpacked only when first asked for.

use std::sync::OnceLock;

use crate::rows::pack::unpacked;
use crate::{Circumstance, Connector, ConnectorForm, Connectors, Jobs, Source, Text, catalogue};

/// The placeholders in [`crate::Step::resources`]: those of a connector are filled by its options, see
/// [`crate::ResourceOption::fills`]; `region` by the endpoint, `uid` by the account that owns the resource.
pub const JOB_PLACEHOLDERS: [&str; 11] = [
    "region",
    "uid",
    "project",
    "logstore",
    "consumerGroup",
    "bucket",
    "instance",
    "table",
    "topic",
    "subscription",
    "group",
];

/// The facts about jobs; the first call unpacks them.
pub fn jobs() -> &'static Jobs {
    static JOBS: OnceLock<Jobs> = OnceLock::new();
    JOBS.get_or_init(|| unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/jobs.bin"))))
}

/// The connectors.
pub fn connectors() -> &'static Connectors {
    &jobs().connectors
}

impl Jobs {
    /// The source with this key, of these facts or of the catalogue.
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.get(key).or_else(|| catalogue().source(key))
    }
}

impl Connectors {
    /// The connector with this id.
    pub fn get(&self, id: &str) -> Option<&Connector> {
        self.connectors.iter().find(|row| row.id == id)
    }

    /// The connector that `name`, the value of `connector` or `type`, means; without regard to ASCII case.
    ///
    /// ```
    /// use ramplay_flink::{ConnectorForm, connectors};
    ///
    /// let id = |form, name| connectors().named(form, name).map(|row| row.id.as_str());
    /// assert_eq!(id(ConnectorForm::Table, "sls"), Some("sls"));
    /// assert_eq!(id(ConnectorForm::Catalog, "sls"), Some("sls-catalog"));
    /// assert_eq!(id(ConnectorForm::Table, "nothing-known"), None);
    /// ```
    pub fn named(&self, form: ConnectorForm, name: &str) -> Option<&Connector> {
        let is_name = |known: &String| known.eq_ignore_ascii_case(name);
        self.connectors.iter().find(|row| row.form == form && row.names.iter().any(is_name))
    }

    /// A circumstance in words.
    #[expect(clippy::missing_panics_doc, reason = "a test finds a row for every circumstance")]
    #[expect(clippy::expect_used, reason = "a test finds a row for every circumstance")]
    pub fn circumstance(&self, id: Circumstance) -> &Text {
        let row = self.circumstances.iter().find(|row| row.id == id);
        &row.expect("every circumstance has a row").text
    }
}
