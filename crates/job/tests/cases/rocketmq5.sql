CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE r (a INT) WITH ('connector' = 'mq5', 'endpoint' = 'rmq-cn-1.cn-hangzhou.rmq.aliyuncs.com:8080', 'topic' = 'to', 'consumerGroup' = 'g');
INSERT INTO p SELECT a FROM r;
