//! Chinese.

use ramplay_policy::{Decision, Verdict, sentence};
use ramplay_text::Lang;

use crate::diff::Relation;
use crate::group::Count;
use crate::obstacle::Obstacle;

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
