CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE r (a INT) WITH ('connector' = 'datahub', 'endPoint' = 'http://dh-cn-hangzhou.aliyuncs.com', 'project' = 'pr', 'topic' = 'to', 'subId' = '1', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
CREATE TEMPORARY TABLE w (a INT) WITH ('connector' = 'datahub', 'endPoint' = 'http://dh-cn-hangzhou.aliyuncs.com', 'project' = 'pr', 'topic' = 'out', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
INSERT INTO p SELECT a FROM r;
INSERT INTO w SELECT a FROM g;
