CREATE TEMPORARY TABLE one (a INT) WITH (
  'connector' = 'sls,
  'project' = 'p1'
);
CREATE TEMPORARY TABLE two (a INT) WITH (
  'connector' = 'sls',
  'project' = p2',
  'logStore' = 'l2'
);
CREATE TEMPORARY TABLE three (a INT) WITH (
  'connector' = 'print'
);
INSERT INTO three SELECT a FROM one WHERE b = 'x UNION ALL
SELECT a FROM two;
INSERT INTO three SELECT a FROM two;
