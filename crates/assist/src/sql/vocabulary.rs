//! Words of Flink SQL that the reader of drafts understands.

use crate::item::{Item, ItemKind};

/// How statements and their parts begin, in the order in which drafts are written.
const WORDS: [&str; 33] = [
    "CREATE TEMPORARY TABLE",
    "CREATE TABLE",
    "CREATE TEMPORARY VIEW",
    "CREATE CATALOG",
    "INSERT INTO",
    "SELECT",
    "FROM",
    "WHERE",
    "GROUP BY",
    "ORDER BY",
    "HAVING",
    "JOIN",
    "LEFT JOIN",
    "ON",
    "AS",
    "UNION ALL",
    "WITH",
    "LIKE",
    "EXECUTE STATEMENT SET",
    "BEGIN STATEMENT SET",
    "BEGIN",
    "END",
    "DROP TABLE",
    "SET",
    "USE CATALOG",
    "PRIMARY KEY",
    "NOT ENFORCED",
    "WATERMARK FOR",
    "FOR SYSTEM_TIME AS OF PROCTIME()",
    "METADATA FROM",
    "STRING",
    "BIGINT",
    "TIMESTAMP_LTZ(3)",
];

pub(super) fn items() -> Vec<Item> {
    let last = i8::try_from(WORDS.len()).unwrap_or_default();
    let ranked = WORDS.iter().zip((0..last).rev());
    ranked.map(|(word, boost)| Item::new(ItemKind::Keyword, *word).boost(boost)).collect()
}
