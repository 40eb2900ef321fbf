-- defined: secret_values.ab secret_values.key
CREATE TEMPORARY TABLE t (a INT) WITH (
  'connector' = 'sls',
  'a' = '$ {secret_values.ab}',
  'b' = '${ secret_values.ab }',
  'c' = 'secret_values.ab',
  'd' = '{secret_values.ab}',
  'e' = '$secret_values.ab',
  'f' = '${secret_value.ab}',
  'g' = '${secret_values.ab',
  'h' = '${}',
  'i' = '${secret_values.}',
  'j' = '＄｛secret_values.ab｝',
  'k' = '${Secret_Values.key}',
  'l' = '${secret_values.a b}',
  'm' = '{"json": {"x": 1}}',
  'n' = '${secret_values. ab}'
);
