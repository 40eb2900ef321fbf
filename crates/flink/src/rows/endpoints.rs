//! Endpoints and their regions: `endpoints.json`.

use serde::{Deserialize, Serialize};

use super::pack::{choice, row};
use super::{Status, Text};

/// The rules of the services whose endpoints tell the region.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endpoints {
    /// Simple Log Service.
    pub sls: EndpointRules,
    /// Object Storage Service.
    pub oss: EndpointRules,
}

row!(Endpoints { sls, oss });

/// The rules of one service: `[name.]<prefix><region><suffix>.<domain>`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndpointRules {
    /// What may stand behind the region, the one without a suffix first.
    pub forms: Vec<EndpointForm>,
    /// Hosts that no form explains.
    pub fixed: Vec<FixedHost>,
    /// The regions that the service is known to be in.
    pub regions: Vec<String>,
    /// What else to know.
    pub note: Text,
    /// How sure the list of regions is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(EndpointRules { forms, fixed, regions, note, status, sources });

/// The network that an endpoint belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Network {
    /// The Internet.
    Public,
    /// The network within a region.
    Intranet,
    /// From one region to another.
    Share,
    /// The Internet, with transfer acceleration.
    Accelerate,
    /// The Internet, with IPv4 and IPv6.
    Dualstack,
}

choice!(Network { Public, Intranet, Share, Accelerate, Dualstack });

/// A form of endpoints.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndpointForm {
    /// What stands before the region.
    pub prefix: String,
    /// What stands behind it, down to the end of the host.
    pub suffix: String,
    /// The network.
    pub network: Network,
    /// How sure it is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(EndpointForm { prefix, suffix, network, status, sources });

/// A host with a meaning of its own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedHost {
    /// The host.
    pub host: String,
    /// The region; `None` if it serves all of them.
    pub region: Option<String>,
    /// The network.
    pub network: Network,
    /// How sure it is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(FixedHost { host, region, network, status, sources });
