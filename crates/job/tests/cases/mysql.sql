CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE m (a INT) WITH ('connector' = 'mysql', 'hostname' = 'h', 'database-name' = 'd', 'table-name' = 't', 'username' = 'u', 'password' = 'plain-word-1');
INSERT INTO p SELECT a FROM m;
INSERT INTO m SELECT a FROM g;
