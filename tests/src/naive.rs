//! A second evaluator, for comparing: straight from the JSON of a case, without spans, traces, types or
//! any thought of speed. It was written from the rules alone, so that a mistake in the engine is not
//! repeated here. It expects well-formed policies; of their problems it knows only condition values
//! that do not fit their operator.

use std::net::IpAddr;

use serde_json::{Map, Value};

/// Answers a case: `allow`, `explicit_deny` or `implicit_deny`.
///
/// # Errors
/// A condition value of a policy, or one of the request that had to be compared, does not fit its operator.
pub fn decide(case: &Value) -> Result<&'static str, String> {
    for attachment in list(case, "policies") {
        for statement in statements(attachment) {
            validate(statement)?;
        }
    }
    let request = get(case, "request");
    let checks = list(request, "checks");
    if checks.is_empty() {
        return check(case, &Check::new(request, &Value::Null));
    }
    let mut answers = Vec::new();
    for single in checks {
        answers.push(check(case, &Check::new(request, single))?);
    }
    Ok(["explicit_deny", "implicit_deny"].into_iter().find(|deny| answers.contains(deny)).unwrap_or("allow"))
}

/// Whether a statement applies to a check of the case, both by their index.
///
/// # Errors
/// A value of the request does not fit its operator.
pub fn statement_applies(
    case: &Value,
    document: usize,
    statement: usize,
    index: usize,
) -> Result<bool, String> {
    let attachment = list(case, "policies").get(document).unwrap_or(&Value::Null);
    let request = get(case, "request");
    let own = list(request, "checks").get(index).unwrap_or(&Value::Null);
    let statement = statements(attachment).get(statement).copied().unwrap_or(&Value::Null);
    applies(attachment, statement, &Check::new(request, own))
}

/// Whether the whole of `text` matches: `*` is any run of characters, `?` one character.
pub fn glob(pattern: &str, text: &str) -> bool {
    fn chars(pattern: &[char], text: &[char]) -> bool {
        match pattern {
            [] => text.is_empty(),
            ['*', rest @ ..] => {
                chars(rest, text) || text.split_first().is_some_and(|(_, text)| chars(pattern, text))
            }
            [first, rest @ ..] => text
                .split_first()
                .is_some_and(|(char, text)| (first == char || *first == '?') && chars(rest, text)),
        }
    }
    let all = |text: &str| text.chars().collect::<Vec<char>>();
    chars(&all(pattern), &all(text))
}

/// One check, with all that its statements look at.
struct Check<'a> {
    request: &'a Value,
    own: &'a Value,
    action: &'a str,
    resource: String,
}

impl<'a> Check<'a> {
    fn new(request: &'a Value, own: &'a Value) -> Self {
        let field = |name| own.get(name).unwrap_or_else(|| get(request, name)).as_str().unwrap_or_default();
        let resource: &str = field("resource");
        let resource = match resource.splitn(4, ':').collect::<Vec<_>>().as_slice() {
            ["acs", "ram", _, rest] => format!("acs:ram::{rest}"),
            _ => resource.to_owned(),
        };
        Check { request, own, action: field("action"), resource }
    }

    fn text(&self, name: &str) -> &'a str {
        text(self.request, name)
    }

    fn is(&self, kinds: &[&str]) -> bool {
        kinds.contains(&self.text("principal_type"))
    }

    fn is_owning_root(&self) -> bool {
        self.is(&["root"]) && !self.is_foreign()
    }

    fn is_foreign(&self) -> bool {
        self.text("principal_account") != self.text("resource_account")
    }

    /// The principal's ARN; of a session that of its role.
    fn role_arn(&self) -> String {
        let arn = self.text("principal");
        if self.is(&["ram_role", "service_linked_role"]) {
            arn.split('/').take(2).collect::<Vec<_>>().join("/")
        } else {
            arn.to_owned()
        }
    }

    fn values(&self, key: &str) -> Vec<String> {
        for context in [get(self.own, "context"), get(self.request, "context")] {
            for (name, values) in object(context) {
                if name.eq_ignore_ascii_case(key) {
                    return strings(values);
                }
            }
        }
        if key.eq_ignore_ascii_case("acs:PrincipalARN") {
            return vec![self.role_arn()];
        }
        if key.eq_ignore_ascii_case("acs:CurrentTime") {
            return strings(get(self.request, "time"));
        }
        Vec::new()
    }
}

fn check(case: &Value, check: &Check<'_>) -> Result<&'static str, String> {
    let of = |layer: &str| -> Vec<&Value> {
        list(case, "policies").iter().filter(|attachment| text(attachment, "layer") == layer).collect()
    };

    let assumes = check.action.to_ascii_lowercase().starts_with("sts:assumerole");
    if assumes && check.is(&["root"]) {
        return Ok("implicit_deny");
    }

    let exempt = check.is_owning_root()
        || check.is(&["service_linked_role"])
        || check.request.get("in_management_account") == Some(&Value::Bool(true));
    if !exempt {
        for node in list(check.request, "rd_path").iter().rev() {
            let mut level = of("control");
            level.retain(|attachment| attachment.get("attached_to") == Some(node));
            if !level.is_empty() {
                let answer = unit(&level, check)?;
                if answer != "allow" {
                    return Ok(answer);
                }
            }
        }
    }

    let session = of("session");
    if check.is(&["ram_role", "service_linked_role"]) && !session.is_empty() {
        let answer = unit(&session, check)?;
        if answer != "allow" {
            return Ok(answer);
        }
    }

    if assumes {
        let trust = unit(&of("trust"), check)?;
        if check.is(&["service", "saml", "oidc", "federated"]) {
            return Ok(trust);
        }
        let caller = identity(&of("identity"), check)?;
        return Ok(match (caller, trust) {
            ("explicit_deny", _) | (_, "explicit_deny") => "explicit_deny",
            ("allow", "allow") => "allow",
            _ => "implicit_deny",
        });
    }

    let resource = unit(&of("resource"), check)?;
    if check.is_owning_root() {
        return Ok(if resource == "explicit_deny" { resource } else { "allow" });
    }
    let mut caller = identity(&of("identity"), check)?;
    if caller == "allow" && check.is_foreign() {
        caller = "implicit_deny";
    }
    Ok(match (caller, resource) {
        ("explicit_deny", _) | (_, "explicit_deny") => "explicit_deny",
        ("allow", _) | (_, "allow") => "allow",
        _ => "implicit_deny",
    })
}

fn identity(all: &[&Value], check: &Check<'_>) -> Result<&'static str, String> {
    // Nobody else can have identity-based policies.
    if !check.is(&["ram_user", "ram_role", "service_linked_role"]) {
        return Ok("implicit_deny");
    }
    let (group, account): (Vec<&Value>, Vec<&Value>) =
        all.iter().partition(|attachment| text(attachment, "scope") == "resource_group");
    let answer = unit(&account, check)?;
    if answer != "implicit_deny" {
        return Ok(answer);
    }
    let of_resource = |attachment: &&Value| {
        attachment
            .get("resource_group")
            .is_some_and(|group| Some(group) == check.request.get("resource_group"))
    };
    unit(&group.into_iter().filter(of_resource).collect::<Vec<_>>(), check)
}

/// Any matching `Deny` denies, else any matching `Allow` allows.
fn unit(attachments: &[&Value], check: &Check<'_>) -> Result<&'static str, String> {
    let mut answer = "implicit_deny";
    for attachment in attachments {
        for statement in statements(attachment) {
            if applies(attachment, statement, check)? {
                if text(statement, "Effect") == "Deny" {
                    answer = "explicit_deny";
                } else if answer == "implicit_deny" {
                    answer = "allow";
                }
            }
        }
    }
    Ok(answer)
}

fn applies(attachment: &Value, statement: &Value, check: &Check<'_>) -> Result<bool, String> {
    let action = check.action.to_ascii_lowercase();
    let element = |name: &str, matches: &dyn Fn(&str) -> bool| {
        let any = |name: &str| strings(get(statement, name)).iter().any(|pattern| matches(pattern));
        if statement.get(name).is_some() { any(name) } else { !any(&format!("Not{name}")) }
    };
    Ok(element("Action", &|pattern| glob(&pattern.to_ascii_lowercase(), &action))
        && principal(attachment, statement, check)
        && element("Resource", &|pattern| glob(pattern, &check.resource))
        && condition(get(statement, "Condition"), check)?)
}

fn principal(attachment: &Value, statement: &Value, check: &Check<'_>) -> bool {
    let Some(principal) = statement.get("Principal") else { return true };
    let conditional = statement.get("Condition").is_some_and(|condition| !object(condition).is_empty());
    let spared =
        attachment.get("spares_owner") == Some(&Value::Bool(true)) && check.is_owning_root() && !conditional;
    let account = check.text("principal_account");
    let arn = check.text("principal");
    match principal {
        Value::Object(map) => map.iter().any(|(kind, entries)| {
            strings(entries).iter().any(|entry| match kind.as_str() {
                "RAM" if check.is(&["ram_user", "ram_role", "service_linked_role", "root"]) => {
                    match entry.split(':').collect::<Vec<_>>().as_slice() {
                        ["acs", "ram", region, uid, "root"] => glob(region, "") && glob(uid, account),
                        _ => glob(entry, arn) || glob(entry, &check.role_arn()),
                    }
                }
                "Service" if check.is(&["service"]) => match entry.split_once('@') {
                    Some((uid, name)) => name == arn && uid == account,
                    None => entry == arn && !check.is_foreign(),
                },
                "Federated" if check.is(&["saml", "oidc", "federated"]) => glob(entry, arn),
                _ => false,
            })
        }),
        plain => strings(plain).iter().any(|entry| {
            if entry == "*" {
                return !spared;
            }
            let uid = check.request.get("principal_uid").and_then(Value::as_str);
            uid.is_some_and(|uid| glob(entry, uid)) || check.is(&["root"]) && glob(entry, account)
        }),
    }
}

fn condition(condition: &Value, check: &Check<'_>) -> Result<bool, String> {
    let mut all_met = true;
    for (operator, keys) in object(condition) {
        let (prefix, operator) = operator.split_once(':').unwrap_or(("", operator));
        for (key, expected) in object(keys) {
            let negated = operator.contains("Not");
            let is_address = operator.contains("IpAddress");
            let expected = strings(expected);
            let mut results = Vec::new();
            for value in check.values(key) {
                compare(operator, &value, if is_address { "0.0.0.0" } else { &value })?;
                let mut any = false;
                for expected in &expected {
                    any |= compare(operator, &value, expected)?;
                }
                results.push(any);
            }
            all_met &= match (prefix, negated) {
                ("", false) => results.contains(&true),
                ("" | "ForAllValues", true) => !results.contains(&true),
                ("ForAnyValue", negated) => results.contains(&!negated),
                _ => !results.contains(&false),
            };
        }
    }
    Ok(all_met)
}

/// Every value of a policy's conditions must fit its operator, whatever is asked.
fn validate(statement: &Value) -> Result<(), String> {
    for (operator, keys) in object(get(statement, "Condition")) {
        let operator = operator.rsplit(':').next().unwrap_or_default();
        for (_, values) in object(keys) {
            for value in strings(values) {
                // Addresses of requests are single ones, those of policies may be ranges.
                let fit = if operator.contains("IpAddress") { "0.0.0.0" } else { &value };
                compare(operator, fit, &value)?;
            }
        }
    }
    Ok(())
}

/// Whether the request's value passes the operator, without its negation.
fn compare(operator: &str, value: &str, expected: &str) -> Result<bool, String> {
    let lower = str::to_lowercase;
    match operator {
        "StringEquals" | "StringNotEquals" => Ok(value == expected),
        "StringEqualsIgnoreCase" | "StringNotEqualsIgnoreCase" => Ok(lower(value) == lower(expected)),
        "StringLike" | "StringNotLike" => Ok(glob(expected, value)),
        "Bool" => Ok(boolean(value)? == boolean(expected)?),
        operator if operator.contains("IpAddress") => in_range(value, expected),
        operator if operator.starts_with("Numeric") => ordered(operator, number(value)?, number(expected)?),
        operator => ordered(operator, instant(value)?, instant(expected)?),
    }
}

fn ordered(operator: &str, value: i128, expected: i128) -> Result<bool, String> {
    match operator.trim_start_matches("Numeric").trim_start_matches("Date") {
        "Equals" | "NotEquals" => Ok(value == expected),
        "LessThan" => Ok(value < expected),
        "LessThanEquals" => Ok(value <= expected),
        "GreaterThan" => Ok(value > expected),
        "GreaterThanEquals" => Ok(value >= expected),
        _ => Err(format!("no operator {operator}")),
    }
}

fn boolean(text: &str) -> Result<bool, String> {
    text.to_ascii_lowercase().parse().map_err(|_| format!("no boolean: {text}"))
}

/// A decimal number, in units of 10⁻⁹.
fn number(text: &str) -> Result<i128, String> {
    let error = || format!("no number: {text}");
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(part) || part.len() > 9 {
        return Err(error());
    }
    let value: i128 = format!("{whole}{part:0<9}").parse().map_err(|_| error())?;
    Ok(if digits == text { value } else { -value })
}

/// Microseconds since 1970, from `YYYY-MM-DDTHH:MM:SS[.f][Z|±HH:MM]`.
fn instant(text: &str) -> Result<i128, String> {
    let error = || format!("no date: {text}");
    let part = |from: usize, to: usize| -> Result<i128, String> {
        let digits = text.get(from..to).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        digits.and_then(|digits| digits.parse().ok()).ok_or_else(error)
    };
    let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
    let (hour, minute, second) = (part(11, 13)?, part(14, 16)?, part(17, 19)?);
    let signs: String = [4, 7, 10, 13, 16].iter().filter_map(|&at| text.get(at..=at)).collect();
    let is_leap = |year| (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days_of = |month| match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if signs != "--T::"
        || !(1..=12).contains(&month)
        || !(1..=days_of(month)).contains(&day)
        || hour > 23
        || minute > 59
        || second > 59
    {
        return Err(error());
    }

    let rest = text.get(19..).unwrap_or_default();
    let zone_at = rest.find(['Z', '+', '-']).unwrap_or(rest.len());
    let (fraction, zone) = rest.split_at(zone_at);
    let micros = match fraction.strip_prefix('.') {
        None if fraction.is_empty() => 0,
        Some(digits) if !digits.is_empty() && digits.len() <= 6 => {
            format!("{digits:0<6}").parse::<i128>().map_err(|_| error())?
        }
        _ => return Err(error()),
    };
    let offset = match zone {
        "" | "Z" => 0,
        zone if zone.len() == 6 && zone.get(3..4) == Some(":") => {
            let hours: i128 = zone.get(1..3).and_then(|text| text.parse().ok()).ok_or_else(error)?;
            let minutes: i128 = zone.get(4..).and_then(|text| text.parse().ok()).ok_or_else(error)?;
            if zone.starts_with('-') { -(hours * 60 + minutes) } else { hours * 60 + minutes }
        }
        _ => return Err(error()),
    };

    let years = (1970..year).map(|year| if is_leap(year) { 366 } else { 365 });
    let days: i128 = years.sum::<i128>() + (1..month).map(days_of).sum::<i128>() + day - 1;
    Ok((((days * 24 + hour) * 60 + minute - offset) * 60 + second) * 1_000_000 + micros)
}

fn in_range(value: &str, range: &str) -> Result<bool, String> {
    let address = |text: &str| text.parse::<IpAddr>().map_err(|_| format!("no address: {text}"));
    let (first, prefix) = match range.split_once('/') {
        Some((first, prefix)) => (first, Some(prefix)),
        None => (range, None),
    };
    let (value, first) = (address(value)?, address(first)?);
    let length = if first.is_ipv4() { 32 } else { 128 };
    let prefix: u32 = match prefix {
        Some(prefix) => prefix.parse().map_err(|_| format!("no range: {range}"))?,
        None => length,
    };
    if prefix > length {
        return Err(format!("no range: {range}"));
    }
    let bits = |address: IpAddr| match address {
        IpAddr::V4(address) => u128::from(address.to_bits()),
        IpAddr::V6(address) => address.to_bits(),
    };
    let differing = bits(value) ^ bits(first);
    Ok(value.is_ipv4() == first.is_ipv4() && differing.checked_shr(length - prefix).unwrap_or(0) == 0)
}

fn get<'a>(value: &'a Value, name: &str) -> &'a Value {
    value.get(name).unwrap_or(&Value::Null)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    get(value, name).as_str().unwrap_or_default()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    get(value, name).as_array().map_or(&[], Vec::as_slice)
}

fn object(value: &Value) -> Vec<(&String, &Value)> {
    value.as_object().map(Map::iter).into_iter().flatten().collect()
}

fn statements(attachment: &Value) -> Vec<&Value> {
    match get(get(attachment, "policy"), "Statement") {
        Value::Array(statements) => statements.iter().collect(),
        statement => vec![statement],
    }
}

/// A value or a list of them, each as text.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.iter().flat_map(strings).collect(),
        Value::String(text) => vec![text.clone()],
        other => vec![other.to_string()],
    }
}
