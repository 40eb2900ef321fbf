-- template: guide-sls-read project=web logstore=access
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE s (a INT) WITH ('connector' = 'sls', 'endPoint' = 'cn-hangzhou-intranet.log.aliyuncs.com', 'project' = 'web', 'logStore' = 'access', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
INSERT INTO p SELECT a FROM s;
INSERT INTO p SELECT a FROM s /*+ OPTIONS('consumerGroup' = 'g', 'startupMode' = 'consumer_group') */;
INSERT INTO p SELECT a FROM s /*+ OPTIONS('logStore' = 'other') */;
