//! Reads the data files. The tests of the library compile this module too.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

#[cfg(feature = "reference")]
use crate::rows::Reference;
use crate::rows::{Catalogue, Sources};
#[cfg(feature = "jobs")]
use crate::rows::{Connectors, Jobs};

/// The files that are needed on every start.
pub(crate) fn catalogue(data: &Path) -> Result<Catalogue, String> {
    let date = sources(data)?.into_values().filter_map(|source| source.date).max();
    Ok(Catalogue {
        date: date.unwrap_or_default(),
        logon_methods: file(data, "logon_methods.json")?,
        operations: file(data, "management_operations.json")?,
        system_policies: file(data, "system_policies.json")?,
        console_permissions: file(data, "console_permissions.json")?,
        console_roles: file(data, "console_roles.json")?,
        sls_capabilities: file(data, "sls_capabilities.json")?,
        templates: file(data, "policy_templates.json")?,
    })
}

/// Where the facts come from.
pub(crate) fn sources(data: &Path) -> Result<Sources, String> {
    file(data, "sources.json")
}

/// The files to look things up in.
#[cfg(feature = "reference")]
pub(crate) fn reference(data: &Path) -> Result<Reference, String> {
    Ok(Reference {
        rules: file(data, "rules.json")?,
        earlier_role_tables: file(data, "earlier_role_tables.json")?,
        earlier_service_role_policies: file(data, "earlier_service_role_policies.json")?,
        development_api_actions: file(data, "development_api_actions.json")?,
        other_stream_actions: file(data, "other_stream_actions.json")?,
        sls_actions: file(data, "sls_actions.json")?,
    })
}

/// The files about jobs.
#[cfg(feature = "jobs")]
pub(crate) fn jobs(data: &Path) -> Result<Jobs, String> {
    Ok(Jobs {
        sources: file(data, "job_sources.json")?,
        connectors: Connectors {
            circumstances: file(data, "circumstances.json")?,
            connectors: folder(&data.join("connectors"))?,
        },
        endpoints: file(data, "endpoints.json")?,
        secrets: file(data, "secrets.json")?,
        variables: file(data, "variables.json")?,
    })
}

/// One row per file, in the order of the names.
#[cfg(feature = "jobs")]
fn folder<T: DeserializeOwned>(folder: &Path) -> Result<Vec<T>, String> {
    let at = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(at)?.map(|entry| Ok(entry?.file_name()));
    let mut names = entries.collect::<Result<Vec<_>, _>>().map_err(at)?;
    names.sort();
    names.iter().map(|name| file(folder, &name.to_string_lossy())).collect()
}

fn file<T: DeserializeOwned>(data: &Path, name: &str) -> Result<T, String> {
    let path = data.join(name);
    let json = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    parsed(&path, &json)
}

/// An error names the file, the line and the column.
fn parsed<T: DeserializeOwned>(path: &Path, json: &str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::rows::{Operation, SystemPolicy, Text};

    fn data() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
    }

    #[test]
    fn what_was_packed_is_what_the_files_say() {
        assert_eq!(catalogue(&data()).as_ref(), Ok(crate::catalogue()));
        #[cfg(feature = "reference")]
        assert_eq!(reference(&data()).as_ref(), Ok(crate::reference()));
        #[cfg(feature = "jobs")]
        assert_eq!(jobs(&data()).as_ref(), Ok(crate::jobs()));
    }

    #[test]
    fn a_malformed_row_is_reported_with_its_place() {
        fn error<T: DeserializeOwned>(json: &str) -> String {
            parsed::<T>(Path::new("data/x.json"), json).map(|_| ()).unwrap_err()
        }
        let unknown = error::<Vec<Text>>("[\n  { \"en\": \"a\", \"zh\": \"b\", \"fr\": \"c\" }\n]");
        assert_eq!(unknown, "data/x.json: unknown field `fr`, expected `en` or `zh` at line 2 column 30");
        let missing = error::<Text>("{ \"en\": \"a\" }");
        assert_eq!(missing, "data/x.json: missing field `zh` at line 1 column 13");
        let choice = error::<SystemPolicy>("{ \"name\": \"a\",\n  \"kind\": \"other\" }");
        let expected = "data/x.json: unknown variant `other`, expected one of `identity`, `control`, \
            `service_role` at line 2 column 17";
        assert_eq!(choice, expected);
        let cut = error::<Vec<Operation>>("[");
        assert_eq!(cut, "data/x.json: EOF while parsing a list at line 1 column 1");
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = catalogue(Path::new("nowhere")).unwrap_err();
        assert!(error.starts_with("nowhere") && error.contains("sources.json: "), "{error}");
    }
}
