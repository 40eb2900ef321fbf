-- template: guide-sls-read project=web logstore=access
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE s (a INT) WITH ('connector' = 'aliyun-log', 'endpoint' = 'cn-hangzhou.log.aliyuncs.com', 'project' = 'web', 'logstore' = 'access', 'access.key.id' = '${i}', 'access.key.secret' = '${k}', 'consumer-group' = 'g', 'checkpoint.mode' = 'disabled');
CREATE TEMPORARY TABLE w (a INT) WITH ('connector' = 'aliyun-log', 'endpoint' = 'cn-hangzhou.log.aliyuncs.com', 'Project' = 'web', 'logstore' = 'access', 'access.key.id' = '${i}', 'access.key.secret' = '${k}');
INSERT INTO p SELECT a FROM s;
INSERT INTO w SELECT a FROM g;
