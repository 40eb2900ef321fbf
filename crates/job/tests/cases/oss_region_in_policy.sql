-- policy: {"Version": "1", "Statement": [{"Effect": "Allow", "Action": "oss:*", "Resource": "acs:oss:oss-cn-hangzhou:*:*"}]}
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE r (a INT) WITH ('connector' = 'filesystem', 'path' = 'oss://lake/in');
INSERT INTO p SELECT a FROM r;
