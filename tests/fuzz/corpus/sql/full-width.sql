CREATE TEMPORARY TABLE t （a INT，b STRING） WITH （
  'connector' ＝ ‘sls’，
  “project” = 'p'
）；
INSERT　INTO o SELECT a FROM t；
