-- policy: {"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ots:*Row", "Resource": "acs:ots:*:*:instance/i/table/*"}]}
CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE orders (a INT) WITH ('connector' = 'ots', 'endPoint' = 'https://i.cn-hangzhou.ots.aliyuncs.com', 'instanceName' = 'i', 'tableName' = 'orders', 'tunnelName' = 't', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
CREATE TEMPORARY TABLE users (a INT) WITH ('connector' = 'ots', 'endPoint' = 'https://i.cn-hangzhou.ots.aliyuncs.com', 'instanceName' = 'i', 'tableName' = 'users', 'tunnelName' = 't', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
CREATE TEMPORARY TABLE done (a INT) WITH ('connector' = 'ots', 'endPoint' = 'https://i.cn-hangzhou.ots.aliyuncs.com', 'instanceName' = 'i', 'tableName' = 'done', 'tunnelName' = 't', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
INSERT INTO p SELECT a FROM orders;
INSERT INTO done SELECT a FROM g;
INSERT INTO p SELECT g.a FROM g JOIN users FOR SYSTEM_TIME AS OF PROCTIME() AS u ON g.a = u.a;
