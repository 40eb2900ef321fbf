CREATE TEMPORARY TABLE t (a STRING) WITH (
  'connector' = 'sls',
  'query' = '* | where status = ''500''
    | extend x = 1',
  'json' = '{
    "k": "v"
  }'
);
INSERT INTO o SELECT 'two
lines', a FROM t;
