CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE r (a INT) WITH ('connector' = 'kafka', 'topic' = 'to', 'properties.bootstrap.servers' = 'a:9092', 'properties.group.id' = 'g');
CREATE TEMPORARY TABLE w (a INT) WITH ('connector' = 'upsert-kafka', 'topic' = 'to', 'properties.bootstrap.servers' = 'a:9092');
INSERT INTO p SELECT a FROM r;
INSERT INTO w SELECT a FROM g;
