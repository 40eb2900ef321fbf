CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE r (a INT) WITH ('connector' = 'mq', 'endpoint' = 'http://mq', 'topic' = 'to', 'consumerGroup' = 'GID_g', 'instanceID' = 'MQ_INST_1', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
CREATE TEMPORARY TABLE w (a INT) WITH ('connector' = 'mq', 'endpoint' = 'http://mq', 'topic' = 'out', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
INSERT INTO p SELECT a FROM r;
INSERT INTO w SELECT a FROM g;
