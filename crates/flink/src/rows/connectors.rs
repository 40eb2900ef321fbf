//! The connectors of Flink SQL: `connectors.json`.

use serde::{Deserialize, Serialize};

use super::pack::{choice, row};
use super::{CircumstanceRow, Reading, Status, Step, Text};

/// The connectors, and the circumstances that their steps refer to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Connectors {
    /// What the SQL does not tell and a step depends on.
    pub circumstances: Vec<CircumstanceRow>,
    /// The connectors.
    pub connectors: Vec<Connector>,
}

row!(Connectors { circumstances, connectors });

/// Where a connector is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ConnectorForm {
    /// `'connector' = '…'` in `CREATE TABLE … WITH`.
    Table,
    /// `'type' = '…'` in `CREATE CATALOG … WITH`.
    Catalog,
    /// `type: …` of a source or sink of data ingestion (YAML).
    Ingestion,
    /// In a program, not in SQL.
    Library,
}

choice!(ConnectorForm { Table, Catalog, Ingestion, Library });

/// What a table is used for. A table that is read and written has two roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TableRole {
    /// It is read.
    Source,
    /// It is written to.
    Sink,
    /// Rows are looked up in it: a dimension table.
    Lookup,
    /// No table: the catalog itself, whatever is done with its tables.
    Catalog,
}

choice!(TableRole { Source, Sink, Lookup, Catalog });

/// A connector.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Connector {
    /// The id used in data and links.
    pub id: String,
    /// Where it is written.
    pub form: ConnectorForm,
    /// The values of `connector` or `type` that mean it, in lower case.
    pub names: Vec<String>,
    /// Its title.
    pub title: Text,
    /// What it is part of, and since which version.
    pub product: Text,
    /// What its tables can be used for.
    pub roles: Vec<TableRole>,
    /// How the keys of its options are compared.
    pub keys: KeyMatching,
    /// Its options that hold credentials.
    #[serde(default)]
    pub credentials: Vec<CredentialOption>,
    /// Its options that name what is accessed, or on which a step depends.
    #[serde(default)]
    pub options: Vec<ResourceOption>,
    /// Who decides about access.
    pub access: Access,
    /// What it does, and what that needs.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Where the sources disagree about it; what concerns one step stands there.
    #[serde(default)]
    pub disagreements: Vec<Disagreement>,
    /// What else to know.
    pub note: Option<Text>,
    /// How sure names, roles and options are.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(Connector {
    id,
    form,
    names,
    title,
    product,
    roles,
    keys,
    credentials,
    options,
    access,
    steps,
    disagreements,
    note,
    status,
    sources
});

/// How the keys of options are compared.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyMatching {
    /// Whether ASCII case is ignored.
    pub ignore_case: bool,
    /// How sure that is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(KeyMatching { ignore_case, status, sources });

/// What an option holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CredentialKind {
    /// An AccessKey ID.
    AccessKeyId,
    /// An AccessKey secret.
    AccessKeySecret,
    /// The security token of a temporary key.
    SecurityToken,
    /// The name of a user.
    User,
    /// A password.
    Password,
    /// A JAAS configuration, with a password in it.
    Jaas,
}

choice!(CredentialKind { AccessKeyId, AccessKeySecret, SecurityToken, User, Password, Jaas });

/// Where an option stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CredentialPlace {
    /// With the other options: `WITH (…)`, or the YAML of data ingestion.
    With,
    /// In the configuration of the deployment, not in SQL.
    Deployment,
    /// In the code of a program.
    Code,
}

choice!(CredentialPlace { With, Deployment, Code });

/// An option that holds a credential.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CredentialOption {
    /// The key as the documentation spells it. A `{name}` in it stands for any text without dots.
    pub name: String,
    /// Other keys for the same.
    #[serde(default)]
    pub spellings: Vec<String>,
    /// What it holds.
    pub kind: CredentialKind,
    /// Where it stands.
    pub place: CredentialPlace,
    /// Whether the documentation requires it.
    pub required: bool,
    /// What else to know.
    pub note: Option<Text>,
}

row!(CredentialOption { name, spellings, kind, place, required, note });

/// What an option means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// The endpoint of the service.
    Endpoint,
    /// The region, beside the endpoint.
    Region,
    /// A project, of SLS, MaxCompute or DataHub.
    Project,
    /// A Logstore or Metricstore.
    Logstore,
    /// A consumer group.
    ConsumerGroup,
    /// A consumer processor of SLS.
    Processor,
    /// From where to start, or whether to go on from stored progress.
    StartMode,
    /// When progress is stored.
    CheckpointMode,
    /// A path in storage, such as `oss://bucket/folder`.
    Path,
    /// An instance.
    Instance,
    /// A database.
    Database,
    /// A schema within a project or database.
    Schema,
    /// A table.
    Table,
    /// Partitions of a table.
    Partition,
    /// A tunnel of Tablestore.
    Tunnel,
    /// A topic.
    Topic,
    /// A subscription of DataHub.
    Subscription,
    /// A group of producers.
    ProducerGroup,
    /// Addresses of servers.
    Servers,
    /// How a client logs on to its servers.
    Security,
    /// Where the metadata of a catalog are kept.
    Metastore,
    /// Who gives a catalog its tokens.
    TokenProvider,
    /// What gives a table its credentials, instead of options that hold them.
    CredentialsProvider,
    /// A catalog within the service that keeps it.
    CatalogInstance,
    /// A namespace of tables.
    Namespace,
}

choice!(Meaning {
    Endpoint,
    Region,
    Project,
    Logstore,
    ConsumerGroup,
    Processor,
    StartMode,
    CheckpointMode,
    Path,
    Instance,
    Database,
    Schema,
    Table,
    Partition,
    Tunnel,
    Topic,
    Subscription,
    ProducerGroup,
    Servers,
    Security,
    Metastore,
    TokenProvider,
    CredentialsProvider,
    CatalogInstance,
    Namespace
});

/// An option that names what is accessed, or on which a step depends.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResourceOption {
    /// What it means.
    pub means: Meaning,
    /// The key as the documentation spells it.
    pub name: String,
    /// Other keys for the same.
    #[serde(default)]
    pub spellings: Vec<String>,
    /// The roles for which the documentation requires it.
    #[serde(default)]
    pub required_for: Vec<TableRole>,
    /// The placeholder of resources that it fills; a path fills `bucket`, an endpoint `region`.
    pub fills: Option<String>,
    /// What else to know.
    pub note: Option<Text>,
}

row!(ResourceOption { means, name, spellings, required_for, fills, note });

/// Who decides about access.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecidedBy {
    /// RAM policies.
    Ram,
    /// Users and access control lists of the instance.
    InstanceAcl,
    /// Grants in the database.
    Grants,
    /// There is nothing to access.
    Nothing,
    /// Not found.
    Unknown,
}

choice!(DecidedBy { Ram, InstanceAcl, Grants, Nothing, Unknown });

/// Who decides, in words and with sources.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// Who decides; if there are several, all have to agree.
    pub decided_by: Vec<DecidedBy>,
    /// One sentence about it.
    pub text: Text,
    /// How sure it is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(Access { decided_by, text, status, sources });

/// A matter of one connector on which sources disagree.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// The id used in data and links.
    pub id: String,
    /// The matter.
    pub topic: Text,
    /// The readings.
    pub readings: Vec<Reading>,
}

row!(Disagreement { id, topic, readings });
