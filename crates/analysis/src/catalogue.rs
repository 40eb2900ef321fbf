//! Actions that are known to exist, and what they are checked on.

use crate::automaton::{Class, Item, Language};

/// Actions that are known to exist: what makes a witness real, and what is counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// The actions, each once.
    pub actions: Vec<KnownAction>,
}

/// An action that is known to exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAction {
    /// The action, such as `log:GetLogStore`.
    pub action: String,
    /// What it is checked on: `*`, or ARNs in which `{region}`, `{uid}` and other names in braces stand for a
    /// name. A `*` is an asterisk.
    pub resources: Vec<String>,
}

impl KnownAction {
    /// The service in front of the colon.
    pub fn service(&self) -> &str {
        self.action.split_once(':').map_or("", |(service, _)| service)
    }
}

impl Catalogue {
    /// How many actions of a service are known.
    pub fn count(&self, service: &str) -> usize {
        self.actions.iter().filter(|action| action.service().eq_ignore_ascii_case(service)).count()
    }

    /// The actions of Simple Log Service and of the Flink consoles.
    ///
    /// Left out are checks whose resource is not documented.
    #[cfg(feature = "flink")]
    pub fn of_flink() -> Self {
        use ramplay_flink::{OperationCheck, OperationResource, catalogue, reference};

        const INSTANCE: &str = "acs:stream:{region}:{uid}:vvpinstance/{instance}";
        let mut all = Catalogue::default();
        let reference = reference();
        for row in &reference.sls_actions {
            all.add(&row.action, row.resources.iter().map(String::as_str));
        }
        for row in &catalogue().operations {
            let OperationCheck::Action(action) = row.check() else { continue };
            let namespace = format!("{INSTANCE}/vvpnamespace/{{namespace}}");
            let resource = match row.resource {
                OperationResource::Instance => INSTANCE,
                OperationResource::Namespace => &namespace,
                OperationResource::All => "*",
                OperationResource::Unknown => continue,
            };
            all.add(action, [resource]);
        }
        for row in &reference.development_api_actions.actions {
            all.add(&row.action, ["*"]);
        }
        all
    }

    /// Adds an action, or what else a known one is checked on.
    #[cfg(feature = "flink")]
    fn add<'a>(&mut self, action: &str, resources: impl IntoIterator<Item = &'a str>) {
        let known = self.actions.iter().position(|row| row.action.eq_ignore_ascii_case(action));
        let at = known.unwrap_or_else(|| {
            self.actions.push(KnownAction { action: action.to_owned(), resources: Vec::new() });
            self.actions.len() - 1
        });
        if let Some(row) = self.actions.get_mut(at) {
            for resource in resources {
                if !row.resources.iter().any(|known| known == resource) {
                    row.resources.push(resource.to_owned());
                }
            }
        }
    }
}

/// The resources that a template stands for, in the account given. With a region, only those in it.
pub(crate) fn resources(template: &str, account: &str, region: Option<&str>) -> Language {
    let mut language = Language::literal("");
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else { break };
        language = language.then(Language::literal(before));
        language = language.then(match (name, region) {
            ("uid", _) if !account.is_empty() => Language::literal(account),
            ("uid", _) => Language::shape("<D>"),
            ("region", Some(region)) => Language::literal(region),
            _ => Language(vec![Item::One(Class::Name), Item::Run(Class::Name)]),
        });
        rest = tail;
    }
    language.then(Language::literal(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_filled_with_names() {
        assert_eq!(resources("*", "1", None), Language::literal("*"));
        assert_eq!(
            resources("acs:log:{region}:{uid}:project/{project}/*", "17", Some("r")),
            Language::literal("acs:log:r:17:project/")
                .then(Language::shape("<N>"))
                .then(Language::literal("/*"))
        );
    }

    #[cfg(feature = "flink")]
    #[test]
    fn the_known_actions_are_there_once() {
        let all = Catalogue::of_flink();
        assert_eq!(all.count("log"), 111);
        let mut names: Vec<String> = all.actions.iter().map(|row| row.action.to_ascii_lowercase()).collect();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(all.actions.iter().all(|row| !row.resources.is_empty()));
    }
}
