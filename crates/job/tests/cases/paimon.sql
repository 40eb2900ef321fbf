CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE l (a INT) WITH ('connector' = 'paimon', 'path' = 'oss://lake/db/t', 'fs.oss.endpoint' = 'oss-cn-hangzhou-internal.aliyuncs.com', 'fs.oss.accessKeyId' = '${i}', 'fs.oss.accessKeySecret' = '${k}');
INSERT INTO p SELECT a FROM l;
INSERT INTO l SELECT a FROM g;
