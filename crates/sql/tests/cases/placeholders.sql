CREATE TEMPORARY TABLE t (a INT) WITH (
  'connector' = 'sls',
  'accessId' = '<yourAccessId>', 'accessKey' = '****', 'password' = 'xxxxxx', 'token' = '', 'api-key' = '您的密钥'
);
