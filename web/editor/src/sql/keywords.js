/**
 * The words of Flink SQL: those that its documentation uses in statements, its types, and its best known functions.
 * @module
 */

const KEYWORDS =
  "add after all alter always analyze and any as asc at begin between by call cascade case cast catalog " +
  "catalogs changelog_mode column columns comment compile compute constraint create cross cube current database " +
  "databases day default define delete desc describe descriptor distinct distribution drop else emit end enforced " +
  "escape evaluate except excluding execute exists explain false filter first following for from full function " +
  "functions generated group grouping having hour if ilike in including inner insert intersect interval into is jar " +
  "jars join json key language last lateral left like limit load match_recognize materialized measures metadata minute " +
  "module modules month natural not null of offset on options or order ordinality outer over overwriting overwrite " +
  "partition partitioned partitions pattern per plan preceding primary procedures purge quarter range recursive remove " +
  "rename replace reset restrict right rollup row rows second select semi set sets show similar skip statement " +
  "symmetric system system_time table tables tablesample temporary then timestampdiff to true truncate try_cast " +
  "unbounded union unique unknown unload unnest update use user using values view views virtual watermark week when " +
  "where window with within without year zone";

const TYPES =
  "array bigint binary boolean bytes char character date dec decimal double float int integer map multiset numeric " +
  "precision raw real smallint string structured time timestamp timestamp_ltz tinyint variant varbinary varchar varying";

const BUILTIN =
  "tumble hop session cumulate coalesce count sum avg min max row_number rank dense_rank proctime current_timestamp " +
  "localtimestamp to_timestamp to_timestamp_ltz date_format json_value json_query regexp_extract concat";

/** @type {Map<string, "keyword" | "typeName" | "builtin">} */
export const WORDS = new Map([
  ...BUILTIN.split(" ").map((word) => /** @type {const} */ ([word, "builtin"])),
  ...TYPES.split(" ").map((word) => /** @type {const} */ ([word, "typeName"])),
  ...KEYWORDS.split(" ").map((word) => /** @type {const} */ ([word, "keyword"])),
]);
