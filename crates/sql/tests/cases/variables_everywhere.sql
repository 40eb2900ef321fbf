-- defined: secret_values.ns job secret_values.table unused_one secret_values.never
CREATE TEMPORARY TABLE `${secret_values.ns}` (
  `${job}` INT,
  c AS '${job}',
  d VARCHAR(${job})
) WITH (
  'connector' = 'sls',
  'project' = '${job}',
  '${job}' = 'x',
  'endPoint' = '${secret_values.ns}.log.aliyuncs.com',
  'a' = ${job},
  'b' = "${job}",
  'c' = '${secret_values.table}',
  'd' = '${secret_values.job}'
);
CREATE TABLE p (a INT) WITH ('connector' = 'sls', 'accessKey' = '${secret_values.ns}');
CREATE TEMPORARY VIEW v AS SELECT '${job}' AS x FROM `${secret_values.ns}`;
INSERT INTO p SELECT x FROM v WHERE x = ${job};
SET 'parallelism' = '${job}';
