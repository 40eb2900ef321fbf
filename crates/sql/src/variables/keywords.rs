//! Keywords of Flink SQL, which cannot be the names of variables.

/// The reserved keywords of Flink SQL, in order: what its parser takes for nothing else.
///
/// Compared with the list in the documentation of Flink 1.x (`docs/content/docs/dev/table/sql/overview.md` of
/// `apache/flink`, to which the page "Keywords" of Realtime Compute refers). That one also has words which the
/// parser takes for names anywhere (`KEY`, `NAME`, `TYPE`, `K`): a warning about these would be a false alarm
/// in every other draft. The words that it lacks are those of later versions (`OVERWRITE`, `WATERMARK`, …).
#[rustfmt::skip] // One word a line would be a list that nobody scrolls through.
const RESERVED: &[&str] = &[
    "ABS", "ALL", "ALLOCATE", "ALLOW", "ALTER", "AND", "ANY", "ARE", "ARRAY", "AS", "ASENSITIVE",
    "ASYMMETRIC", "AT", "ATOMIC", "AUTHORIZATION", "AVG", "BEGIN", "BETWEEN", "BIGINT", "BINARY", "BIT",
    "BLOB", "BOOLEAN", "BOTH", "BY", "BYTES", "CALL", "CALLED", "CARDINALITY", "CASCADED", "CASE", "CAST",
    "CATALOG", "CATALOGS", "CEIL", "CEILING", "CHAR", "CHARACTER", "CHECK", "CLOB", "CLOSE", "COALESCE",
    "COLLATE", "COLLECT", "COLUMN", "COLUMNS", "COMMENT", "COMMIT", "CONDITION", "CONNECT", "CONSTRAINT",
    "CONVERT", "CORR", "CORRESPONDING", "COUNT", "COVAR_POP", "COVAR_SAMP", "CREATE", "CROSS", "CUBE",
    "CUME_DIST", "CURRENT", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "CURRENT_USER", "CURSOR",
    "CYCLE", "DATABASE", "DATABASES", "DATE", "DAY", "DEALLOCATE", "DEC", "DECIMAL", "DECLARE", "DEFAULT",
    "DEFINE", "DELETE", "DENSE_RANK", "DEREF", "DESCRIBE", "DETERMINISTIC", "DISALLOW", "DISCONNECT",
    "DISTINCT", "DOUBLE", "DROP", "DYNAMIC", "EACH", "ELEMENT", "ELSE", "EMPTY", "END", "EQUALS", "ESCAPE",
    "EVERY", "EXCEPT", "EXEC", "EXECUTE", "EXISTS", "EXP", "EXPLAIN", "EXTEND", "EXTENDED", "EXTERNAL",
    "EXTRACT", "FALSE", "FETCH", "FILTER", "FIRST_VALUE", "FLOAT", "FLOOR", "FOR", "FOREIGN", "FREE",
    "FROM", "FULL", "FUNCTION", "FUNCTIONS", "FUSION", "GET", "GLOBAL", "GRANT", "GROUP", "GROUPING",
    "GROUPS", "HAVING", "HOLD", "HOUR", "IDENTITY", "IF", "IMPORT", "IN", "INDICATOR", "INITIAL", "INNER",
    "INOUT", "INSENSITIVE", "INSERT", "INT", "INTEGER", "INTERSECT", "INTERSECTION", "INTERVAL", "INTO",
    "IS", "JOIN", "LAG", "LANGUAGE", "LARGE", "LAST_VALUE", "LATERAL", "LEAD", "LEADING", "LEFT", "LIKE",
    "LIMIT", "LN", "LOCAL", "LOCALTIME", "LOCALTIMESTAMP", "LOWER", "MATCH", "MATCHES", "MATCH_RECOGNIZE",
    "MAX", "MEASURES", "MEMBER", "MERGE", "METADATA", "METHOD", "MIN", "MINUS", "MINUTE", "MOD", "MODIFIES",
    "MODULE", "MODULES", "MONTH", "MULTISET", "NATIONAL", "NATURAL", "NCHAR", "NCLOB", "NEW", "NEXT", "NO",
    "NONE", "NORMALIZE", "NOT", "NTILE", "NULL", "NULLIF", "NUMERIC", "OCTET_LENGTH", "OF", "OFFSET", "OLD",
    "OMIT", "ON", "ONE", "ONLY", "OPEN", "OR", "ORDER", "OUT", "OUTER", "OVER", "OVERLAPS", "OVERLAY",
    "OVERWRITE", "PARAMETER", "PARTITION", "PARTITIONED", "PARTITIONS", "PATTERN", "PER", "PERCENT",
    "PERCENTILE_CONT", "PERCENTILE_DISC", "PERCENT_RANK", "PERIOD", "PERMUTE", "PORTION", "POSITION",
    "POWER", "PRECEDES", "PRECISION", "PREPARE", "PREV", "PRIMARY", "PROCEDURE", "RANGE", "RANK", "RAW",
    "READS", "REAL", "RECURSIVE", "REF", "REFERENCES", "REFERENCING", "RELEASE", "RENAME", "RESET",
    "RESULT", "RETURN", "RETURNS", "REVOKE", "RIGHT", "ROLLBACK", "ROLLUP", "ROW", "ROWS", "ROW_NUMBER",
    "RUNNING", "SAVEPOINT", "SCALA", "SCOPE", "SCROLL", "SEARCH", "SECOND", "SEEK", "SELECT", "SENSITIVE",
    "SESSION_USER", "SET", "SHOW", "SIMILAR", "SKIP", "SMALLINT", "SOME", "SPECIFIC", "SQL", "SQLEXCEPTION",
    "SQLSTATE", "SQLWARNING", "SQRT", "START", "STATEMENT", "STATIC", "STDDEV_POP", "STDDEV_SAMP", "STREAM",
    "STRING", "SUBMULTISET", "SUBSET", "SUBSTRING", "SUCCEEDS", "SUM", "SYMMETRIC", "SYSTEM", "SYSTEM_TIME",
    "SYSTEM_USER", "TABLE", "TABLES", "TABLESAMPLE", "THEN", "TIME", "TIMESTAMP", "TIMESTAMP_LTZ",
    "TIMEZONE_HOUR", "TIMEZONE_MINUTE", "TINYINT", "TO", "TRAILING", "TRANSLATE", "TREAT", "TRIGGER",
    "TRIM", "TRUE", "TRUNCATE", "UESCAPE", "UNION", "UNIQUE", "UNKNOWN", "UNNEST", "UPDATE", "UPPER",
    "UPSERT", "USE", "USER", "USING", "VALUE", "VALUES", "VARBINARY", "VARCHAR", "VARYING", "VAR_POP",
    "VAR_SAMP", "VERSIONING", "VIEW", "VIEWS", "WATERMARK", "WATERMARKS", "WHEN", "WHENEVER", "WHERE",
    "WIDTH_BUCKET", "WINDOW", "WITH", "WITHIN", "WITHOUT", "YEAR",
];

/// Whether `word` is a reserved keyword of Flink SQL, ignoring case.
pub fn is_keyword(word: &str) -> bool {
    // Upper case without an allocation: every variable of a draft is asked about.
    let upper = |byte: u8| byte.to_ascii_uppercase();
    RESERVED.binary_search_by(|known| known.bytes().cmp(word.bytes().map(upper))).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_found() {
        assert!(RESERVED.is_sorted(), "the search is binary");
        assert!(is_keyword("Table") && is_keyword("user"));
        assert!(!is_keyword("slslak") && !is_keyword("") && !is_keyword("key"));
    }
}
