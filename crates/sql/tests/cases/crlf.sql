-- Windows line ends
CREATE TEMPORARY TABLE t (
  a INT
) WITH (
  'connector' = 'sls,
  'accessKey' = 'Fake0Secret1Fake2Secret3Fake4A'
);
INSERT INTO o SELECT a FROM t;
