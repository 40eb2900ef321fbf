-- account: none
-- policy: {"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "Resource": "acs:log:*:1000000000000001:project/web/*"}]}
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE s (a INT) WITH ('connector' = 'sls', 'endPoint' = 'cn-hangzhou-intranet.log.aliyuncs.com', 'project' = 'web', 'logStore' = 'access', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
INSERT INTO p SELECT a FROM s;
