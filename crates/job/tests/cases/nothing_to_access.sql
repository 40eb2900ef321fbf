CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE f (a INT) WITH ('connector' = 'faker');
CREATE TEMPORARY TABLE b (a INT) WITH ('connector' = 'blackhole');
INSERT INTO p SELECT a FROM g;
INSERT INTO p SELECT a FROM f;
INSERT INTO b SELECT a FROM g;
