-- template: guide-sls-read project=web logstore=access
CREATE TEMPORARY TABLE broken (a INT WITH ('connector' = 'sls;
);
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE s (a INT) WITH ('connector' = 'sls', 'endPoint' = 'cn-hangzhou-intranet.log.aliyuncs.com', 'project' = 'web', 'logStore' = 'access', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
CREATE TEMPORARY TABLE half (a INT) WITH ('connector' = 'sls' 'project' = , 'logstore' = 'x');
INSERT INTO p SELECT a FROM s;
INSERT INTO p SELECT a FROM half;
