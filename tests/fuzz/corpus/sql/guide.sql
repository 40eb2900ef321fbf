-- template: guide-sls-read project=web logstore=access
-- bind: Project name=web
-- bind: Logstore name=access
-- defined: slslak slsaks
CREATE TEMPORARY TABLE sls_input (
  `time` BIGINT,
  url STRING,
  `__topic__` STRING METADATA VIRTUAL,
  proctime AS PROCTIME()
) WITH (
  'connector' = 'sls',
  'endpoint' ='cn-hangzhou-intranet.log.aliyuncs.com',
  'accessId' = '${secret_values.slsak}',
  'accessKey' = '${secret_values.slsaks}',
  'consumerGroup' = 'g',
  'starttime' = '2024-08-30 15:39:00',
  'project' ='<Project name>',
  'logstore' ='<Logstore name>'
);
CREATE TEMPORARY TABLE print_sink (`time` BIGINT, url STRING) WITH ('connector' = 'print');
INSERT INTO print_sink SELECT `time`, url FROM sls_input;
