//! The region that an endpoint names.
//!
//! ```
//! use ramplay_flink::endpoint::{EndpointProblem, sls_endpoint};
//! use ramplay_flink::Network;
//!
//! let found = sls_endpoint("https://cn-hangzhou-intranet.log.aliyuncs.com").unwrap();
//! assert_eq!(found.region.as_deref(), Some("cn-hangzhou"));
//! assert_eq!((found.network, found.is_listed), (Network::Intranet, true));
//! assert_eq!(sls_endpoint("oss-cn-hangzhou.aliyuncs.com"), Err(EndpointProblem::OtherService));
//! ```

use ramplay_text::Lang;

use crate::{EndpointRules, Network, jobs};

/// The domain of all endpoints here.
const DOMAIN: &str = ".aliyuncs.com";

/// What an endpoint tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// The region; `None` if the endpoint serves all regions.
    pub region: Option<String>,
    /// Whether the region is one that the service is known to be in. There may be newer ones.
    pub is_listed: bool,
    /// The network.
    pub network: Network,
    /// The project (SLS) or bucket (OSS) before the endpoint: `<project>.cn-hangzhou.log.aliyuncs.com`.
    pub name: Option<String>,
}

/// Why a text is no endpoint of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndpointProblem {
    /// It is empty.
    Empty,
    /// It is, or holds, a variable or something to be filled in: `${…}`, `<…>`.
    Unfilled,
    /// It begins with another scheme than `http://` or `https://`.
    Scheme,
    /// It has a port.
    Port,
    /// It goes on behind the host.
    Path,
    /// It has a character that does not belong there, such as a capital letter.
    Character(char),
    /// Its dots or hyphens stand where they cannot.
    Form,
    /// It is an endpoint of another service of Alibaba Cloud.
    OtherService,
    /// It is no endpoint of Alibaba Cloud; it may be a domain name of one's own.
    Foreign,
    /// There is no region in it.
    Region,
}

impl EndpointProblem {
    /// A stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "endpoint-empty",
            Self::Unfilled => "endpoint-unfilled",
            Self::Scheme => "endpoint-scheme",
            Self::Port => "endpoint-port",
            Self::Path => "endpoint-path",
            Self::Character(_) => "endpoint-character",
            Self::Form => "endpoint-form",
            Self::OtherService => "endpoint-other-service",
            Self::Foreign => "endpoint-foreign",
            Self::Region => "endpoint-region",
        }
    }

    /// What is wrong.
    pub fn message(self, lang: Lang) -> String {
        let text = match (self, lang) {
            (Self::Character(found), Lang::En) => {
                return format!("the endpoint has the character `{found}`, which cannot stand there");
            }
            (Self::Character(found), Lang::Zh) => return format!("服务入口中有不允许的字符 `{found}`"),
            (Self::Empty, Lang::En) => "the endpoint is empty",
            (Self::Empty, Lang::Zh) => "服务入口为空",
            (Self::Unfilled, Lang::En) => {
                "the endpoint is a variable or a placeholder, so the region is not known"
            }
            (Self::Unfilled, Lang::Zh) => "服务入口为变量或占位符，无法得知地域",
            (Self::Scheme, Lang::En) => "an endpoint begins with `http://`, `https://` or the host",
            (Self::Scheme, Lang::Zh) => "服务入口应以 `http://`、`https://` 或主机名开头",
            (Self::Port, Lang::En) => "an endpoint has no port",
            (Self::Port, Lang::Zh) => "服务入口不带端口",
            (Self::Path, Lang::En) => "an endpoint ends with the host",
            (Self::Path, Lang::Zh) => "服务入口以主机名结尾，其后不应有内容",
            (Self::Form, Lang::En) => "the endpoint is not formed like a host name of this service",
            (Self::Form, Lang::Zh) => "服务入口不符合该服务的主机名格式",
            (Self::OtherService, Lang::En) => "this is an endpoint of another service",
            (Self::OtherService, Lang::Zh) => "这是其他云服务的服务入口",
            (Self::Foreign, Lang::En) => {
                "this is no endpoint of Alibaba Cloud; a domain name of your own does not tell the region"
            }
            (Self::Foreign, Lang::Zh) => "这不是阿里云的服务入口；自定义域名无法得知地域",
            (Self::Region, Lang::En) => "the endpoint names no region",
            (Self::Region, Lang::Zh) => "服务入口中没有地域",
        };
        text.to_owned()
    }
}

/// Reads an endpoint of SLS.
pub fn sls_endpoint(text: &str) -> Result<Endpoint, EndpointProblem> {
    read(text, &jobs().endpoints.sls)
}

/// Reads an endpoint of OSS.
pub fn oss_endpoint(text: &str) -> Result<Endpoint, EndpointProblem> {
    read(text, &jobs().endpoints.oss)
}

fn read(text: &str, rules: &EndpointRules) -> Result<Endpoint, EndpointProblem> {
    let host = host(text.trim())?;
    for fixed in &rules.fixed {
        if let Some(name) = name_before(host, &fixed.host) {
            return endpoint(fixed.region.clone(), fixed.network, name, rules);
        }
    }
    let fitting = rules.forms.iter().filter_map(|form| Some((form, host.strip_suffix(&*form.suffix)?)));
    let Some((form, rest)) = fitting.max_by_key(|(form, _)| form.suffix.len()) else {
        return Err(elsewhere(host));
    };
    let (name, place) = rest.rsplit_once('.').unwrap_or(("", rest));
    let Some(region) = place.strip_prefix(&*form.prefix) else { return Err(EndpointProblem::OtherService) };
    if !is_region(region) {
        return Err(EndpointProblem::Region);
    }
    endpoint(Some(region.to_owned()), form.network, name, rules)
}

fn endpoint(
    region: Option<String>,
    network: Network,
    name: &str,
    rules: &EndpointRules,
) -> Result<Endpoint, EndpointProblem> {
    if name.contains('.') {
        return Err(EndpointProblem::Form);
    }
    let name = if name.is_empty() { None } else { Some(name.to_owned()) };
    let is_listed = region.as_ref().is_none_or(|region| rules.regions.contains(region));
    Ok(Endpoint { region, is_listed, network, name })
}

/// The host of an endpoint, without anything that cannot belong to one.
fn host(text: &str) -> Result<&str, EndpointProblem> {
    if text.is_empty() {
        return Err(EndpointProblem::Empty);
    }
    if text.contains("${") || text.contains(['<', '>', '{', '}']) {
        return Err(EndpointProblem::Unfilled);
    }
    let rest = match text.split_once("://") {
        Some(("http" | "https", rest)) => rest,
        Some(_) => return Err(EndpointProblem::Scheme),
        None => text,
    };
    let host = rest.strip_suffix('/').unwrap_or(rest);
    if host.is_empty() {
        return Err(EndpointProblem::Form);
    }
    for character in host.chars() {
        match character {
            'a'..='z' | '0'..='9' | '-' | '.' => {}
            '/' | '?' | '#' => return Err(EndpointProblem::Path),
            ':' => return Err(EndpointProblem::Port),
            other => return Err(EndpointProblem::Character(other)),
        }
    }
    let is_label = |label: &str| {
        !label.is_empty() && label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-')
    };
    if host.split('.').all(is_label) { Ok(host) } else { Err(EndpointProblem::Form) }
}

/// Whose host it is that no rule knows.
fn elsewhere(host: &str) -> EndpointProblem {
    if host.ends_with(DOMAIN) { EndpointProblem::OtherService } else { EndpointProblem::Foreign }
}

/// What stands before `fixed` and a dot, if `host` ends so; empty if nothing does.
fn name_before<'h>(host: &'h str, fixed: &str) -> Option<&'h str> {
    let rest = host.strip_suffix(fixed)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_suffix('.') }
}

/// Whether a text is formed like a region: `cn-hangzhou`, `ap-southeast-1`.
fn is_region(text: &str) -> bool {
    let (area, place) = text.split_once('-').unwrap_or_default();
    area.len() == 2 && area.bytes().all(|byte| byte.is_ascii_lowercase()) && !place.is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn found(text: &str) -> (Option<String>, Network, Option<String>) {
        let endpoint = sls_endpoint(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"));
        (endpoint.region, endpoint.network, endpoint.name)
    }

    #[test]
    fn endpoints_name_their_region() {
        let rows = [
            ("cn-hangzhou.log.aliyuncs.com", Some("cn-hangzhou"), Network::Public, None),
            (" https://us-east-1.log.aliyuncs.com/ ", Some("us-east-1"), Network::Public, None),
            ("http://cn-beijing-intranet.log.aliyuncs.com", Some("cn-beijing"), Network::Intranet, None),
            ("cn-shanghai-share.log.aliyuncs.com", Some("cn-shanghai"), Network::Share, None),
            ("cn-qingdao.dualstack.log.aliyuncs.com", Some("cn-qingdao"), Network::Dualstack, None),
            ("log-global.aliyuncs.com", None, Network::Accelerate, None),
            ("web.log-global.aliyuncs.com", None, Network::Accelerate, Some("web")),
            ("my-logs.cn-hongkong.log.aliyuncs.com", Some("cn-hongkong"), Network::Public, Some("my-logs")),
            ("cn-hangzhou-corp.sls.aliyuncs.com", Some("cn-hangzhou-corp"), Network::Share, None),
            ("zhangbei-corp-share.log.aliyuncs.com", Some("cn-zhangbei-corp"), Network::Share, None),
            ("cn-heyuan-acdr-1-intranet.log.aliyuncs.com", Some("cn-heyuan-acdr-1"), Network::Intranet, None),
            ("cn-hangzhou-finance.log.aliyuncs.com", Some("cn-hangzhou-finance"), Network::Public, None),
        ];
        for (text, region, network, name) in rows {
            let expected = (region.map(str::to_owned), network, name.map(str::to_owned));
            assert_eq!(found(text), expected, "{text}");
        }
        assert_eq!(sls_endpoint("cn-hangzou.log.aliyuncs.com").map(|found| found.is_listed), Ok(false));
    }

    #[test]
    fn what_is_no_endpoint_is_named() {
        use EndpointProblem as P;
        let rows = [
            ("", P::Empty),
            (" ", P::Empty),
            ("<yourEndpoint>", P::Unfilled),
            ("${secret_values.endpoint}", P::Unfilled),
            ("ftp://cn-hangzhou.log.aliyuncs.com", P::Scheme),
            ("https://", P::Form),
            ("cn-hangzhou.log.aliyuncs.com:80", P::Port),
            ("cn-hangzhou.log.aliyuncs.com/web", P::Path),
            ("CN-hangzhou.log.aliyuncs.com", P::Character('C')),
            ("cn_hangzhou.log.aliyuncs.com", P::Character('_')),
            ("cn-hangzhou.log.aliyuncs.com, x", P::Character(',')),
            ("cn-hangzhou。log.aliyuncs.com", P::Character('。')),
            ("cn-hangzhou..log.aliyuncs.com", P::Form),
            ("-intranet.log.aliyuncs.com", P::Form),
            ("a.b.cn-hangzhou.log.aliyuncs.com", P::Form),
            ("oss-cn-hangzhou.aliyuncs.com", P::OtherService),
            ("log.aliyuncs.com", P::OtherService),
            ("cn-hangzhou.log.aliyuncs.com.example.com", P::Foreign),
            ("logs.us-east-1.amazonaws.com", P::Foreign),
            ("localhost", P::Foreign),
            ("hangzhou.log.aliyuncs.com", P::Region),
        ];
        for (text, problem) in rows {
            assert_eq!(sls_endpoint(text), Err(problem), "{text}");
            assert!(!problem.message(Lang::En).is_empty() && !problem.message(Lang::Zh).is_empty());
            assert!(problem.code().starts_with("endpoint-"));
        }
    }

    #[test]
    fn oss_endpoints() {
        let row = |text: &str| oss_endpoint(text).map(|found| (found.region, found.network, found.name));
        let region = |name: &str| Some(name.to_owned());
        assert_eq!(row("oss-cn-hangzhou.aliyuncs.com"), Ok((region("cn-hangzhou"), Network::Public, None)));
        assert_eq!(
            row("https://logs.oss-ap-southeast-1-internal.aliyuncs.com"),
            Ok((region("ap-southeast-1"), Network::Intranet, region("logs")))
        );
        assert_eq!(row("oss-accelerate.aliyuncs.com"), Ok((None, Network::Accelerate, None)));
        assert_eq!(row("oss-accelerate-overseas.aliyuncs.com"), Ok((None, Network::Accelerate, None)));
        assert_eq!(row("cn-hangzhou.log.aliyuncs.com"), Err(EndpointProblem::OtherService));
        assert_eq!(row("oss.aliyuncs.com"), Err(EndpointProblem::OtherService));
    }

    /// Texts of what endpoints are made of, and of what they are not made of.
    fn pieces() -> impl Strategy<Value = String> {
        const KNOWN: &[&str] = &[
            "https://",
            "http:",
            "/",
            ".",
            "-",
            "cn-hangzhou",
            "us-east-1",
            "oss-",
            "oss",
            "log",
            "sls",
            "-intranet",
            "-internal",
            "-share",
            ".dualstack",
            ".log.aliyuncs.com",
            ".aliyuncs.com",
            "log-global.aliyuncs.com",
            "web",
        ];
        let piece = prop_oneof![6 => select(KNOWN).prop_map(str::to_owned), 1 => ".{0,3}"];
        proptest::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn what_the_rules_put_together_is_read_back(
            region in select(&*jobs().endpoints.sls.regions),
            form in select(&*jobs().endpoints.sls.forms),
            scheme in select(&["", "http://", "https://"][..]),
            slash in select(&["", "/"][..]),
            name in proptest::option::of("[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?"),
        ) {
            let before = name.as_ref().map(|name| format!("{name}.")).unwrap_or_default();
            let text = format!("{scheme}{before}{}{region}{}{slash}", form.prefix, form.suffix);
            // Some hosts have a meaning of their own.
            prop_assume!(!jobs().endpoints.sls.fixed.iter().any(|fixed| text.contains(&fixed.host)));
            let read = sls_endpoint(&text).unwrap();
            prop_assert_eq!(read, Endpoint { region: Some(region), is_listed: true, network: form.network, name });
        }

        #[test]
        fn any_text_is_read_or_refused(text in pieces()) {
            for read in [sls_endpoint(&text), oss_endpoint(&text)].into_iter().flatten() {
                prop_assert!(text.trim().trim_end_matches('/').ends_with(DOMAIN), "{}", text);
                prop_assert!(read.region.is_none_or(|region| text.contains(&region)), "{}", text);
                prop_assert!(read.name.is_none_or(|name| text.contains(&format!("{name}."))), "{}", text);
            }
        }

        #[test]
        fn nothing_may_stand_behind_the_host(behind in "[a-z:/?#@._ -]{1,8}[a-z]") {
            let text = format!("cn-hangzhou.log.aliyuncs.com{behind}");
            prop_assert!(sls_endpoint(&text).is_err(), "{}", text);
        }
    }
}
