//! Chinese.

use ramplay_policy::{Decision, Effect, Verdict, sentence};
use ramplay_text::Lang;

use super::{Extras, listed};
use crate::diff::Relation;
use crate::group::Count;
use crate::obstacle::Obstacle;
use crate::repair::{Amendment, Goal, NewStatement};

pub(super) fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Equivalent => "等价：所有请求的结果均相同",
        Relation::SameAccess => "允许的请求相同，部分拒绝的类型不同",
        Relation::Wider => "更宽：新增了允许的请求，没有请求新被拒绝",
        Relation::Narrower => "更窄：部分请求不再允许，没有新增允许的请求",
        Relation::Incomparable => "互不包含：部分请求新被允许，部分请求不再允许",
        Relation::Undecided => "未判定：除已找到的变化外可能还有其他变化",
    }
}

pub(super) fn change(from: Verdict, to: Verdict) -> String {
    use Decision::{Allow, ExplicitDeny, ImplicitDeny};
    use Verdict::Decided;
    let said = match (from, to) {
        (Decided(ImplicitDeny), Decided(Allow)) => "新被允许",
        (Decided(ExplicitDeny), Decided(Allow)) => "新被允许（原为显式拒绝）",
        (Decided(Allow), Decided(ImplicitDeny)) => "不再允许",
        (Decided(Allow), Decided(ExplicitDeny)) => "改为显式拒绝（原为允许）",
        (Decided(ImplicitDeny), Decided(ExplicitDeny)) => "仍被拒绝，改为显式拒绝：其他 Allow 不再生效",
        (Decided(ExplicitDeny), Decided(ImplicitDeny)) => "仍被拒绝，但其他 Allow 现在可以生效",
        (Verdict::Depends, Verdict::Depends) => "取决于未知策略的方式发生变化",
        _ => {
            let word = |verdict| sentence::verdict(verdict, Lang::Zh);
            return format!("由“{}”变为“{}”", word(from), word(to));
        }
    };
    said.to_owned()
}

pub(super) fn obstacle(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Budget => "已用完分析步数预算".to_owned(),
        Obstacle::MixedTypes { key } => format!("不同类型的运算符比较同一条件键 `{key}`，无法分析"),
        Obstacle::Folding { key } => format!("`{key}` 的值含有小写形式取决于相邻字符的字母"),
        Obstacle::ManyKeys { limit } => format!("一个结果取决于超过 {limit} 个条件键"),
    }
}

pub(super) fn count(count: &Count) -> String {
    let Count { service, changed, of } = count;
    format!("`{service}` 的 {of} 个已知操作中的 {changed} 个")
}

pub(super) fn extras(extras: Extras, goal: Goal) -> &'static str {
    match (extras, goal) {
        (Extras::Nothing, Goal::Allow) => "已证明没有新增允许其他请求",
        (Extras::Elsewhere, Goal::Allow) => "还会新增允许其他请求",
        (Extras::Others, Goal::Allow) => "其他身份也会获得权限",
        (Extras::Both, Goal::Allow) => "还会新增允许其他请求，其他身份也会获得权限",
        (Extras::Undecided, Goal::Allow) => "预算内未能判定还会新增允许什么",
        (Extras::Nothing, Goal::Deny) => "已证明没有新增拒绝其他请求",
        (Extras::Elsewhere, Goal::Deny) => "还会新增拒绝其他请求",
        (Extras::Others, Goal::Deny) => "其他身份也会失去权限",
        (Extras::Both, Goal::Deny) => "还会新增拒绝其他请求，其他身份也会失去权限",
        (Extras::Undecided, Goal::Deny) => "预算内未能判定还会新增拒绝什么",
    }
}

pub(super) fn amendment(amendment: &Amendment) -> String {
    let number = |statement: &u16| u32::from(*statement) + 1;
    match amendment {
        Amendment::AddEntry { statement, element, entry } => {
            format!("在第 {} 条语句的 `{element}` 中添加 `{entry}`", number(statement))
        }
        Amendment::RemoveEntries { statement, element, entries, .. } => {
            format!("从第 {} 条语句的 `{element}` 中删除 {}", number(statement), listed(entries))
        }
        Amendment::AllBut { statement, element, entry } => {
            format!("将第 {} 条语句的 `{element}` 改为 `Not{element}`，值为 `{entry}`", number(statement))
        }
        Amendment::AddPrincipal { statement, who } => {
            format!("在第 {} 条语句的 `Principal` 中添加 `{}`", number(statement), who.entry)
        }
        Amendment::RemovePrincipal { statement, entry, .. } => {
            format!("从第 {} 条语句的 `Principal` 中删除 `{entry}`", number(statement))
        }
        Amendment::AddValues { clause, values } => format!(
            "在第 {} 条语句的条件 `{}` `{}` 中添加值 {}",
            number(&clause.statement),
            clause.operator,
            clause.key,
            listed(values)
        ),
        Amendment::RemoveValues { clause, values, .. } => format!(
            "从第 {} 条语句的条件 `{}` `{}` 中删除值 {}",
            number(&clause.statement),
            clause.operator,
            clause.key,
            listed(values)
        ),
        Amendment::RemoveClause { clause } => format!(
            "删除第 {} 条语句的条件 `{}` `{}`",
            number(&clause.statement),
            clause.operator,
            clause.key
        ),
        Amendment::AddClause { clause, value } => format!(
            "为第 {} 条语句添加条件 `{}` `{}`，值为 `{value}`",
            number(&clause.statement),
            clause.operator,
            clause.key
        ),
        Amendment::AddStatement(new) => format!("添加一条语句：{}", says(new)),
        Amendment::NewPolicy(new) => format!("授权一个新的权限策略：{}", says(new)),
        Amendment::RemoveStatement { statement } => format!("删除第 {} 条语句", number(statement)),
        Amendment::Split { statement, .. } => {
            format!("将第 {} 条语句拆为两条，仅排除该资源上的该操作", number(statement))
        }
        Amendment::Detach => "解除该策略的授权".to_owned(),
        Amendment::AttachSystem { name } => format!("授权系统策略 `{name}`"),
    }
}

fn says(new: &NewStatement) -> String {
    let action = &new.action;
    match (new.effect, &new.principal, &new.resource) {
        (Effect::Allow, _, Some(resource)) => format!("允许对 `{resource}` 执行 `{action}`"),
        (Effect::Deny, _, Some(resource)) => format!("拒绝对 `{resource}` 执行 `{action}`"),
        (Effect::Allow, Some(who), None) => format!("允许 `{}` 执行 `{action}`", who.entry),
        (Effect::Deny, Some(who), None) => format!("拒绝 `{}` 执行 `{action}`", who.entry),
        (Effect::Allow, None, None) => format!("允许执行 `{action}`"),
        (Effect::Deny, None, None) => format!("拒绝执行 `{action}`"),
    }
}
