//! Who can ask: for policies that name principals, one principal of every class.
//!
//! Principals are well-formed: the ARN of a RAM user, a RAM role, one of its sessions, a root user or an identity
//! provider, whose account id has only digits and whose names have no `/` and no `:`; a service; nobody known.
//! Within each of these kinds one automaton tells apart whatever the entries of `Principal` tell apart.

use ramplay_policy::condition::Clause;
use ramplay_policy::model::{Principals, Who};
use ramplay_policy::{PolicySet, Principal, PrincipalKind, Request, Statement};

use crate::automaton::{Cell, Language, Machine, cells};
use crate::bits::Bits;
use crate::budget::{Budget, Spent};
use crate::classes::clause_languages;
use crate::explore::policies;

/// The kinds of principals, each with what follows the account in its ARN.
const KINDS: [(PrincipalKind, &str); 6] = [
    (PrincipalKind::RamUser, ":user/<N>"),
    (PrincipalKind::RamRole, ":role/<N>"),
    (PrincipalKind::RamRole, ":role/<N>/<N>"),
    (PrincipalKind::Root, ":root"),
    (PrincipalKind::Federated, ":saml-provider/<N>"),
    (PrincipalKind::Federated, ":oidc-provider/<N>"),
];

/// One request, without checks, for every class of principals that the policies tell apart, on resources of
/// `account`.
///
/// Policies that name nobody are asked by one RAM user of the account; with session policies, by a session of a
/// role.
///
/// # Errors
/// When the budget is spent.
pub fn principals(sets: &[&PolicySet<'_>], account: &str, budget: &Budget) -> Result<Vec<Request>, Spent> {
    let statements: Vec<&Statement> =
        sets.iter().flat_map(|set| policies(set)).flat_map(|policy| &policy.statements).collect();
    let named: Vec<&Principals> = statements.iter().filter_map(|one| one.principal.as_ref()).collect();
    let conditions = statements.iter().flat_map(|one| &one.conditions);
    let own: Vec<&Clause> = conditions.filter(|clause| *clause.folded_key == *"acs:principalarn").collect();
    let has_session = sets.iter().any(|set| !set.session.is_empty());
    let mut found = Vec::new();
    for (kind, tail) in KINDS {
        let is_session = tail.matches("<N>").count() == 2;
        let is_identity = matches!(kind, PrincipalKind::RamUser | PrincipalKind::RamRole);
        let usual = if has_session { is_session } else { kind == PrincipalKind::RamUser };
        if named.is_empty() && !(usual || (is_identity && !own.is_empty())) {
            continue;
        }
        let uids = uids(&named, kind, budget)?;
        for cell in arns(&named, &own, (kind, tail), account, budget)? {
            let is_own = cell.accepts.contains(OWN);
            if named.is_empty() && !is_own {
                continue;
            }
            let of = cell.text.strip_prefix(HEAD).and_then(|rest| rest.split_once(':'));
            let of = of.map_or("", |(account, _)| account);
            for uid in &uids {
                found.push(Principal {
                    kind,
                    arn: cell.text.clone(),
                    account: of.to_owned(),
                    uid: uid.clone(),
                });
            }
        }
    }
    if !named.is_empty() {
        found.extend(services(&named, account, budget)?);
        found.push(Principal {
            kind: PrincipalKind::Anonymous,
            arn: "anonymous".to_owned(),
            account: String::new(),
            uid: None,
        });
    }
    let of = |principal| Request { resource_account: account.to_owned(), ..Request::new(principal, "", "") };
    Ok(found.into_iter().map(of).collect())
}

const HEAD: &str = "acs:ram::";
/// The set of principals that belong to the account of the resource.
const OWN: usize = 1;

/// The ARNs of one kind that entries and conditions tell apart.
fn arns(
    named: &[&Principals],
    own: &[&Clause],
    (kind, tail): (PrincipalKind, &str),
    account: &str,
    budget: &Budget,
) -> Result<Vec<Cell>, Spent> {
    let head = || Language::literal(HEAD);
    let is_session = tail.matches("<N>").count() == 2;
    // What a role is called stands in front of what its session is called.
    let session = || Language::shape("/<N>");
    let in_front = |language: Language| if is_session { language.then(session()) } else { language };
    let mut sets = vec![
        vec![head().then(Language::shape("<D>")).then(Language::shape(tail))],
        vec![head().then(Language::literal(account)).then(Language::shape(tail))],
    ];
    for principals in named {
        let mut languages = Vec::new();
        for entry in &principals.entries {
            match &entry.who {
                Who::Account(of) if kind != PrincipalKind::Federated => {
                    languages.push(head().then(Language::of(of)).then(Language::shape(tail)));
                }
                Who::Arn(pattern) if kind != PrincipalKind::Federated => {
                    languages.push(Language::of(pattern));
                    if is_session {
                        languages.push(in_front(Language::of(pattern)));
                    }
                }
                Who::Federated(pattern) if kind == PrincipalKind::Federated => {
                    languages.push(Language::of(pattern));
                }
                Who::Id(pattern) => {
                    languages.push(in_front(Language::of(pattern)));
                    if kind == PrincipalKind::Root {
                        languages.push(head().then(Language::of(pattern)).then(Language::shape(tail)));
                    }
                }
                Who::Everybody => languages.push(Language::shape("<R>")),
                Who::Account(_) | Who::Arn(_) | Who::Federated(_) | Who::Service { .. } => {}
            }
        }
        sets.push(languages);
    }
    // A clause that cannot be classed cannot be told apart either; the comparison meets it again and says so.
    let clauses = own.iter().filter_map(|clause| clause_languages(clause).ok());
    sets.extend(clauses.map(|languages| languages.into_iter().map(in_front).collect()));
    cells(&mut Machine::new(&sets), &[0], |_| true, budget)
}

/// The ids that plain lists of principals tell apart; `None`: without one.
fn uids(named: &[&Principals], kind: PrincipalKind, budget: &Budget) -> Result<Vec<Option<String>>, Spent> {
    let ids =
        |principals: &&&Principals| principals.entries.iter().any(|entry| matches!(entry.who, Who::Id(_)));
    let is_identity = matches!(kind, PrincipalKind::RamUser | PrincipalKind::RamRole);
    let lists: Vec<&&Principals> = named.iter().filter(ids).filter(|_| is_identity).collect();
    if lists.is_empty() {
        return Ok(vec![None]);
    }
    let mut sets = vec![vec![Language::shape("<D>")]];
    sets.extend(lists.iter().map(|principals| {
        let ids = principals.entries.iter().filter_map(|entry| match &entry.who {
            Who::Id(pattern) => Some(Language::of(pattern)),
            _ => None,
        });
        ids.collect()
    }));
    let found = cells(&mut Machine::new(&sets), &[0], |_| true, budget)?;
    Ok(found.into_iter().map(|cell| Some(cell.text)).collect())
}

/// The services that entries tell apart, each for the accounts that they tell apart.
fn services(named: &[&Principals], account: &str, budget: &Budget) -> Result<Vec<Principal>, Spent> {
    let mut accounts: Vec<String> = vec![account.to_owned()];
    let mut sets = vec![vec![Language::shape("<N>")]];
    for principals in named {
        let mut languages = Vec::new();
        for entry in &principals.entries {
            match &entry.who {
                Who::Service { name, account } => {
                    // Names are compared as they are, each for its own accounts.
                    sets.push(vec![Language::literal(name)]);
                    accounts.extend(account.iter().map(ToString::to_string));
                }
                Who::Id(pattern) => languages.push(Language::of(pattern)),
                Who::Everybody => languages.push(Language::shape("<R>")),
                Who::Account(_) | Who::Arn(_) | Who::Federated(_) => {}
            }
        }
        sets.push(languages);
    }
    let numbers = 1..=accounts.len() as u64 + 1;
    let another = numbers.map(|number| number.to_string()).find(|number| !accounts.contains(number));
    accounts.extend(another);
    accounts.sort_unstable();
    accounts.dedup();
    let mut found = Vec::new();
    for Cell { text, accepts } in cells(&mut Machine::new(&sets), &[0], |_| true, budget)? {
        // Nobody tells accounts of a service apart that no entry names.
        let is_named = accepts != [0].into_iter().collect::<Bits>();
        for account in accounts.iter().take(if is_named { accounts.len() } else { 1 }) {
            found.push(Principal {
                kind: PrincipalKind::Service,
                arn: text.clone(),
                account: account.clone(),
                uid: None,
            });
        }
    }
    Ok(found)
}
