CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE a (a INT) WITH ('connector' = 'filesystem', 'path' = 'hdfs://lake/in');
CREATE TEMPORARY TABLE b (a INT) WITH ('connector' = 'filesystem', 'path' = 'oss://<bucket>/in');
CREATE TEMPORARY TABLE d (a INT) WITH ('connector' = 'filesystem', 'path' = 'oss://*/in');
CREATE TEMPORARY TABLE e (a INT) WITH ('connector' = 'filesystem');
INSERT INTO p SELECT a FROM a;
INSERT INTO p SELECT a FROM b;
INSERT INTO p SELECT a FROM d;
INSERT INTO p SELECT a FROM e;
