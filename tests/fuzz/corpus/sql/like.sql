-- template: guide-sls-read project=web logstore=access
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE base (a INT) WITH ('connector' = 'sls', 'endPoint' = 'cn-hangzhou-intranet.log.aliyuncs.com', 'project' = 'web', 'logStore' = 'access', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
CREATE TEMPORARY TABLE more WITH ('logStore' = 'other') LIKE base;
CREATE TEMPORARY TABLE none WITH ('connector' = 'sls') LIKE base (EXCLUDING OPTIONS);
INSERT INTO p SELECT a FROM more;
INSERT INTO p SELECT a FROM none;
