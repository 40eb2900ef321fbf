use ramplay_policy::PolicyKind;
use serde_json::json;

use super::*;
use crate::Name;

#[test]
fn a_policy_is_left_alone() {
    for text in [policy().to_string(), format!("\r\n{:#}\r\n", policy()), format!("{:#}\n", trust())] {
        let document = only(&text);
        assert!(document.is_as_pasted(), "{document:#?}");
        assert_eq!(document.text, text);
    }
}

#[test]
fn code_blocks_of_markdown() {
    let text = format!("Attach this:\n\n```json\n{:#}\n```\nand trust\n~~~\n{:#}\n~~~\n", policy(), trust());
    let found = sound(&text);
    let [one, other] = found.documents.as_slice() else { panic!("{found:#?}") };
    assert_eq!((value(one), value(other)), (policy(), trust()));
    assert_eq!((one.kind, other.kind), (PolicyKind::Identity, PolicyKind::Trust));
    assert_eq!(wrappers(one), ["markdown-block"]);
    assert!(one.span.of(&text).starts_with('{') && one.span.of(&text).ends_with('}'));
}

#[test]
fn lines_that_are_commented_out() {
    for sign in ["#", "//", ">", "+"] {
        let pretty = format!("{:#}", policy());
        let text = pretty.lines().map(|line| format!("{sign} {line}")).collect::<Vec<_>>().join("\n");
        let document = only(&text);
        assert_eq!(value(&document), policy());
        assert_eq!(wrappers(&document), ["commented-out"], "{text}");
    }
}

#[test]
fn html() {
    let text = format!("<pre>{:#}</pre>", policy()).replace('\n', "<br/>").replace("  ", "&nbsp;&nbsp;");
    assert_eq!(value(&only(&text)), policy());
    let text = format!("<td><code>{}</code></td>", policy()).replace('"', "&quot;");
    let document = only(&text);
    assert_eq!(value(&document), policy());
    assert_eq!(wrappers(&document), ["html"]);
    // A placeholder is no tag.
    let text = text.replace("log:Get*", "log:<api name>");
    assert!(only(&text).text.contains("log:<api name>"));
}

#[test]
fn answers_in_xml() {
    let escaped = policy().to_string().replace('"', "&quot;");
    for body in [policy().to_string(), escaped, format!("<![CDATA[{}]]>", policy())] {
        let text = format!(
            "<R><Policy><PolicyName>p1</PolicyName></Policy><PolicyDocument>{body}</PolicyDocument></R>"
        );
        let document = only(&text);
        assert_eq!(value(&document), policy());
        assert_eq!(document.name, Some(Name::Policy("p1".to_owned())));
        assert_eq!(wrappers(&document), ["xml-element"]);
    }
    let text = format!(
        "<Role>\n<RoleName>r</RoleName>\n<AssumeRolePolicyDocument>\n{:#}\n</AssumeRolePolicyDocument></Role>",
        policy()
    );
    let document = only(&text);
    assert_eq!((document.kind, document.name), (PolicyKind::Trust, Some(Name::Role("r".to_owned()))));
}

#[test]
fn answers_in_json() {
    let get_policy = json!({"RequestId": "x", "Policy": {"PolicyName": "readers", "PolicyType": "Custom"},
        "DefaultPolicyVersion": {"VersionId": "v1", "PolicyDocument": policy().to_string()}});
    let document = only(&get_policy.to_string());
    assert_eq!((value(&document), wrappers(&document)), (policy(), vec!["json-string"]));
    assert_eq!(document.name, Some(Name::Policy("readers".to_owned())));

    let control = json!({"ControlPolicy": {"PolicyName": "cp", "PolicyDocument": policy().to_string()}});
    assert_eq!(only(&control.to_string()).name, Some(Name::Policy("cp".to_owned())));

    let roles = json!({"Roles": {"Role": [
        {"RoleName": "a", "AssumeRolePolicyDocument": trust().to_string()},
        {"RoleName": "b", "AssumeRolePolicyDocument": trust().to_string()}]}});
    let text = format!("$ aliyun ram ListRoles\nINFO[0000] loading\n{roles:#}\n$ ");
    let found = sound(&text);
    let names: Vec<_> = found.documents.iter().map(|document| document.name.clone().unwrap()).collect();
    assert_eq!(names, [Name::Role("a".to_owned()), Name::Role("b".to_owned())]);
    assert!(found.documents.iter().all(|document| document.kind == PolicyKind::Trust));
}

#[test]
fn answers_that_only_name_policies() {
    let text = json!({"Policies": {"Policy": [{"PolicyName": "AliyunLogFullAccess", "PolicyType": "System"},
        {"PolicyName": "mine", "PolicyType": "Custom"}]}})
    .to_string();
    let found = sound(&text);
    assert!(found.documents.is_empty() && found.problems.is_empty());
    let names: Vec<_> = found.listed.iter().map(|listed| listed.what.name.as_str()).collect();
    assert_eq!(names, ["AliyunLogFullAccess", "mine"]);
    assert_eq!(found.listed[0].what.policy_type.as_deref(), Some("System"));
    assert_eq!(found.listed[1].span.of(&text), "\"mine\"");
}

#[test]
fn terminals_show_more_than_the_document() {
    let text = format!("user@host:~$ cat policy.json\n{:#}\nuser@host:~$ ", policy());
    let document = only(&text);
    assert_eq!((value(&document), wrappers(&document)), (policy(), vec!["surroundings"]));
    let text = format!(
        "$ aliyun ram GetPolicyVersion\n{:#}\n",
        json!({"PolicyVersion": {"PolicyDocument": trust().to_string()}})
    );
    let document = only(&text);
    assert_eq!((value(&document), wrappers(&document)), (trust(), vec!["json-string"]));
}

#[test]
fn heredocs() {
    let text = format!(
        "resource \"alicloud_ram_policy\" \"one\" {{\n  policy_name = \"one\"\n  policy_document = <<EOF\n    {}\n  EOF\n}}\n\
         resource \"alicloud_ram_role\" \"two\" {{\n  document = <<-DOC\n{:#}\nDOC\n}}\n",
        format!("{:#}", policy()).replace('\n', "\n    "),
        policy()
    );
    let found = sound(&text);
    let [one, two] = found.documents.as_slice() else { panic!("{found:#?}") };
    assert_eq!((value(one), value(two)), (policy(), policy()));
    assert_eq!(one.name, Some(Name::Terraform("alicloud_ram_policy.one".to_owned())));
    assert_eq!(two.name, Some(Name::Terraform("alicloud_ram_role.two".to_owned())));
    assert_eq!((one.kind, two.kind), (PolicyKind::Identity, PolicyKind::Trust));
    assert_eq!(one.text, format!("{:#}", policy()), "the indentation is taken off");
    assert_eq!(wrappers(one), ["heredoc"]);
    let shell = format!("cat > p.json <<'EOF'\n{:#}\nEOF\naliyun ram CreatePolicy\n", policy());
    assert_eq!(value(&only(&shell)), policy());
}

#[test]
fn jsonencode() {
    let text = "resource \"alicloud_ram_role\" \"fc\" {\n  name = \"fc\"\n  assume_role_policy_document = jsonencode({\n    \
        Version = \"1\" # the only one\n    \"Statement\" : [{\n      Effect = \"Allow\"\n      Action = \"sts:AssumeRole\"\n      \
        Principal = { Service = [\"ecs.aliyuncs.com\"] }\n    }]\n  })\n}\n";
    let document = only(text);
    assert_eq!(value(&document), trust());
    assert_eq!((document.kind, wrappers(&document)), (PolicyKind::Trust, vec!["jsonencode"]));
    assert_eq!(document.name, Some(Name::Terraform("alicloud_ram_role.fc".to_owned())));
    let codes = repairs(&document);
    for code in ["unquoted-key", "separator", "missing-comma", "comment"] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
    // As a plan shows it.
    let text = "  + policy_document = jsonencode(\n      + {\n          + Statement = [\n              + {\n                  \
        + Action = [\"log:Get*\"]\n                  + Effect = \"Allow\"\n                  + Resource = \"*\"\n                },\n            \
        ]\n          + Version = \"1\"\n        }\n    )\n";
    assert_eq!(value(&only(text)), policy());
    // An expression becomes a placeholder.
    let text = "jsonencode({ Version = \"1\", Statement = [{ Effect = \"Deny\", Action = var.actions, Resource = \"${local.arn}/*\" }] })";
    let document = only(text);
    assert_eq!(value(&document)["Statement"][0]["Action"], "${var.actions}");
    assert_eq!(document.placeholders.len(), 1);
}

#[test]
fn a_string_in_a_terraform_file() {
    let text = format!(
        "resource \"alicloud_ram_policy\" \"x\" {{\n  policy_document = {}\n}}",
        json!(policy().to_string())
    );
    let document = only(&text);
    assert_eq!(value(&document), policy());
    assert_eq!(document.name, Some(Name::Terraform("alicloud_ram_policy.x".to_owned())));
}

#[test]
fn string_literals() {
    let once = json!(policy().to_string()).to_string();
    assert_eq!(wrappers(&only(&once)), ["string-literal"]);
    assert_eq!(value(&only(&once)), policy());
    // Twice, without the outermost quotes; and in a statement of a program.
    let twice = json!(once).to_string();
    let bare = once.trim_matches('"');
    assert_eq!(wrappers(&only(bare)), ["escaped"]);
    let bare = json!(bare).to_string();
    let document = only(bare.trim_matches('"'));
    assert_eq!(document.wrappers[0].what, crate::Wrapper::Escaped { levels: 2 });
    assert_eq!(value(&document), policy());
    for text in
        [twice, format!("request.setPolicy({once});"), format!("String policy = {once};\nint other = 1;")]
    {
        assert_eq!(value(&only(&text)), policy(), "{text}");
    }
    // Never escaped, in single quotes or backticks.
    for text in [
        format!("\"{}\"", policy()),
        format!("--policy-document '{:#}'", policy()),
        format!("p := `{:#}`", policy()),
    ] {
        assert_eq!(value(&only(&text)), policy(), "{text}");
    }
    // A format string, with its braces doubled.
    let doubled =
        policy().to_string().replace('{', "{{").replace('}', "}}").replace("log:Get*", "log:{action}");
    for text in [format!("p = f\"\"\"{doubled}\"\"\"\nprint(p)"), format!("p = f'{doubled}'")] {
        let document = only(&text);
        assert!(document.text.contains("log:{action}"), "{text}");
        assert_eq!(document.placeholders.len(), 1);
        assert_eq!(wrappers(&document), ["string-literal"]);
    }
}

#[test]
fn strings_in_pieces() {
    let escaped = |line: &str| line.replace('"', "\\\"");
    let pretty = format!("{:#}", policy());
    let join = |quote: char, plus: &str, end: &str| -> String {
        let lines: Vec<_> =
            pretty
                .lines()
                .map(|line| {
                    if quote == '"' {
                        format!("\"{}{end}\"", escaped(line))
                    } else {
                        format!("'{line}{end}'")
                    }
                })
                .collect();
        lines.join(plus)
    };
    for (text, what) in [
        (format!("String p = {};", join('"', " +\n        ", "")), "Java"),
        (format!("String p = {};", join('"', "\n        + ", "\\n")), "Java, plus in front"),
        (format!("p = ({})", join('\'', "\n     ", "\\n")), "Python"),
        (format!("$p = {};", join('\'', " .\n     ", "")), "PHP"),
        (format!("const p = {}", join('\'', " + ", "")), "JavaScript"),
    ] {
        let document = only(&text);
        assert_eq!(value(&document), policy(), "{what}: {text}");
        assert_eq!(wrappers(&document), ["concatenation"], "{what}");
    }
    let text = "\"{\\\"Version\\\": \\\"1\\\", \\\"Statement\\\": [{\\\"Effect\\\": \\\"Allow\\\", \\\"Action\\\": \\\"oss:*\\\", \\\"Resource\\\": \\\"acs:oss:*:*:\" + bucket + \"/*\\\"}]}\"";
    let document = only(text);
    assert_eq!(value(&document)["Statement"][0]["Resource"], "acs:oss:*:*:${bucket}/*");
    assert_eq!(repairs(&document), ["joined-variable"]);
    assert_eq!(document.repairs[0].span.of(text), "bucket");
}

#[test]
fn percent_encoding() {
    let encoded: String =
        policy()
            .to_string()
            .bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect();
    let document = only(&format!("https://ram.aliyuncs.com/?PolicyDocument={encoded}&Format=JSON"));
    assert_eq!((value(&document), wrappers(&document)), (policy(), vec!["percent-encoded"]));
}

#[test]
fn objects_in_templates() {
    let template = json!({"ROSTemplateFormatVersion": "2015-09-01", "Resources": {"P": {"Type": "ALIYUN::RAM::ManagedPolicy",
        "Properties": {"PolicyName": "ros", "PolicyDocument": policy()}},
        "R": {"Type": "ALIYUN::RAM::Role", "Properties": {"RoleName": "role", "AssumeRolePolicyDocument": trust()}}}});
    let found = sound(&format!("{template:#}"));
    let [one, two] = found.documents.as_slice() else { panic!("{found:#?}") };
    assert_eq!((value(one), value(two)), (policy(), trust()));
    assert_eq!(one.name, Some(Name::Policy("ros".to_owned())));
    assert_eq!(two.name, Some(Name::Role("role".to_owned())));
    assert_eq!(wrappers(one), ["json-object"]);
    assert_eq!(one.text, format!("{:#}", policy()));
}

#[test]
fn several_policies() {
    let list = json!([policy(), trust()]).to_string();
    let lines = format!("{:#}\n{:#}\n", policy(), trust());
    let commas = format!("{:#},\n{:#},\n", policy(), trust());
    for text in [list, lines, commas] {
        let found = sound(&text);
        assert_eq!(found.documents.iter().map(value).collect::<Vec<_>>(), [policy(), trust()], "{text}");
        assert!(
            found.documents.iter().all(|document| wrappers(document) == ["one-of-several"]),
            "{found:#?}"
        );
    }
}

#[test]
fn statements_without_a_document() {
    let statement = policy()["Statement"][0].clone();
    let two = json!({"Version": "1", "Statement": [statement, statement]});
    for (text, wanted) in [
        (format!("{statement:#}"), policy()),
        (json!([statement]).to_string(), policy()),
        (format!("{statement},\n{statement}"), two.clone()),
        (format!("{statement}\n{statement},"), two.clone()),
        (format!("\"Statement\": [{statement}]"), policy()),
        (format!("\"Version\": \"1\",\n\"Statement\": [{statement}]\n}}"), policy()),
    ] {
        let document = only(&text);
        assert_eq!(value(&document), wanted, "{text}");
        assert!(document.repairs.iter().any(|repair| repair.kind.is_guess()));
    }
}

#[test]
fn templates_in_yaml() {
    let text = "ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  # readers\n  P:\n    Type: ALIYUN::RAM::ManagedPolicy\n    Properties:\n\
        \x20     PolicyName: ros\n      PolicyDocument:\n        Version: '1'\n        Statement:\n          - Effect: Allow # all\n            Action:\n\
        \x20             - log:Get*\n            Resource: \"*\"\n";
    let document = only(text);
    assert_eq!(value(&document), policy());
    assert_eq!(document.name, Some(Name::Policy("ros".to_owned())));
    assert_eq!(wrappers(&document), ["yaml", "json-object"]);
    let text = "Version: \"1\"\nStatement:\n- Effect: Allow\n  Action: [log:Get*]\n  Resource: *\n";
    assert_eq!(value(&only(text)), policy());
    let text = "Version: '1'\nStatement:\n- Effect: Allow\n  Action: [log:Get*]\n  Resource: !Sub 'acs:oss:*:*:${Bucket}'\n";
    let document = only(text);
    assert_eq!(value(&document)["Statement"][0]["Resource"], "${!Sub 'acs:oss:*:*:${Bucket}'}");
    assert_eq!(document.repairs[0].span.of(text), "!Sub 'acs:oss:*:*:${Bucket}'");
    let text = format!("PolicyDocument: |\n  {}\nStatement:\nEffect:\nAction:\n", policy());
    assert_eq!(value(&only(&text)), policy());
}
