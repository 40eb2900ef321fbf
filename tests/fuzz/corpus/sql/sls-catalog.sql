-- template: guide-sls-read project=web logstore=access
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE CATALOG logs WITH ('type' = 'sls', 'endpoint' = 'cn-hangzhou.log.aliyuncs.com', 'project' = 'web', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
USE CATALOG logs;
INSERT INTO vvp.`default`.p SELECT a FROM access;
INSERT INTO logs.web.other SELECT a FROM logs.web.access;
