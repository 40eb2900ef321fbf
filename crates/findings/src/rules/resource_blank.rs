//! Resource with blanks.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "resource-blank",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("resource with blanks", "资源中有空白字符"),
        message: words(
            "`{resource}` starts or ends with a blank, or has invisible characters",
            "`{resource}` 首尾有空格，或含有不可见的字符",
        ),
        help: words(
            "they are part of the pattern, so that it matches nothing; remove them",
            "这些字符属于模式的一部分，因此不会匹配任何资源；请删除",
        ),
        source: source::SYNTAX,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:oss:*:*:b "⟧, ⟦" *"⟧,
                    ⟦"acs:oss:*:*:b\t"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:oss:*:*:b/my file.txt", "*"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    if !entry.blank || entry.placeholder {
        return;
    }
    // Names of objects may have blanks inside.
    let hidden = |character: char| character != ' ' && crate::view::is_invisible(character);
    let clean: String = entry.text.trim().chars().filter(|character| !hidden(*character)).collect();
    if clean != *entry.text {
        sink.report(entry.span).arg("resource", &entry.text).meant(entry.span, quoted(&clean));
    }
}
