-- template: guide-sls-read project=web logstore=access
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE s (a INT) WITH ('connector' = 'sls', 'endPoint' = 'cn-hangzhou-intranet.log.aliyuncs.com', 'project' = 'LTAI5tFAKEFAKEFAKEFAKE01', 'logStore' = 'access', 'accessId' = '${secret_values.id}', 'accessKey' = 'Fake0Secret1Fake2Secret3Fake4A');
INSERT INTO p SELECT a FROM s;
