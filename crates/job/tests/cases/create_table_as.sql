-- template: guide-sls-read project=web logstore=access
CREATE TEMPORARY TABLE s (a INT) WITH ('connector' = 'sls', 'endPoint' = 'cn-hangzhou-intranet.log.aliyuncs.com', 'project' = 'web', 'logStore' = 'access', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
CREATE TEMPORARY TABLE n WITH ('connector' = 'print') AS SELECT a FROM s;
