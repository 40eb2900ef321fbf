-- template: guide-sls-read project=web logstore=access
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE s0 (a INT) WITH ('connector' = 'sls', 'endPoint' = 'https://cn-beijing.log.aliyuncs.com', 'project' = 'web', 'logStore' = 'access', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
INSERT INTO p SELECT a FROM s0;
CREATE TEMPORARY TABLE s1 (a INT) WITH ('connector' = 'sls', 'endPoint' = 'oss-cn-hangzhou.aliyuncs.com', 'project' = 'web', 'logStore' = 'access', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
INSERT INTO p SELECT a FROM s1;
CREATE TEMPORARY TABLE s2 (a INT) WITH ('connector' = 'sls', 'endPoint' = 'logs.example.com', 'project' = 'web', 'logStore' = 'access', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
INSERT INTO p SELECT a FROM s2;
CREATE TEMPORARY TABLE s3 (a INT) WITH ('connector' = 'sls', 'endPoint' = 'cn-hangzhou.log.aliyuncs.com:443', 'project' = 'web', 'logStore' = 'access', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
INSERT INTO p SELECT a FROM s3;
CREATE TEMPORARY TABLE s4 (a INT) WITH ('connector' = 'sls', 'endPoint' = '${endpoint}', 'project' = 'web', 'logStore' = 'access', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
INSERT INTO p SELECT a FROM s4;
CREATE TEMPORARY TABLE s5 (a INT) WITH ('connector' = 'sls', 'endPoint' = 'xx-nowhere.log.aliyuncs.com', 'project' = 'web', 'logStore' = 'access', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
INSERT INTO p SELECT a FROM s5;
