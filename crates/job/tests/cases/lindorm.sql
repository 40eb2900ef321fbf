CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE l (a INT) WITH ('connector' = 'lindorm', 'seedserver' = 'ld:30020', 'namespace' = 'n', 'tableName' = 't', 'username' = '${u}', 'password' = '${p}');
INSERT INTO l SELECT a FROM g;
