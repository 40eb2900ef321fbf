-- policy: {"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["oss:GetObject", "oss:ListObjects"], "Resource": ["acs:oss:*:*:lake", "acs:oss:*:*:lake/*"]}]}
CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE r (a INT) WITH ('connector' = 'filesystem', 'path' = 'oss://lake/in', 'format' = 'parquet');
CREATE TEMPORARY TABLE w (a INT) WITH ('connector' = 'filesystem', 'path' = 'oss://lake/out/', 'format' = 'parquet');
INSERT INTO p SELECT a FROM r;
INSERT INTO w SELECT a FROM g;
