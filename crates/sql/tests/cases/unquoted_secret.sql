CREATE TEMPORARY TABLE t (a INT) WITH (
  'connector' = 'sls',
  'accessKey' = plainSecret99,
  accessId = LTAI5tFAKEFAKEFAKEFAKE01
);
SELECT * FROM t;
