CREATE TEMPORARY TABLE clicks (
  user_id STRING,
  page STRING
) WITH (
  'connector' = 'sls',
  'endpoint' = 'cn-hangzhou-intranet.log.aliyuncs.com',
  'accessId' = '${secret_values.id}',
  'accessKey' = '${secret_values.key}',
  'project' = 'web',
  'logStore' = 'access'
);

CREATE TEMPORARY TABLE out (user_id STRING) WITH ('connector' = 'print');

INSERT INTO out SELECT user_id FROM clicks;
