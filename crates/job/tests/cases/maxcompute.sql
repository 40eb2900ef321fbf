CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE r (a INT) WITH ('connector' = 'odps', 'endpoint' = 'http://service.cn-hangzhou.maxcompute.aliyun-inc.com/api', 'project' = 'pr', 'tableName' = 'ta', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
INSERT INTO p SELECT a FROM r;
INSERT INTO r SELECT a FROM g;
