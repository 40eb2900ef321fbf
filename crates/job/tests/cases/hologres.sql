CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE h (a INT) WITH ('connector' = 'hologres', 'endpoint' = 'h:80', 'dbname' = 'd', 'tablename' = 't', 'username' = '${u}', 'password' = '${p}');
INSERT INTO p SELECT g.a FROM g JOIN h FOR SYSTEM_TIME AS OF PROCTIME() AS u ON g.a = u.a;
INSERT INTO h SELECT a FROM g;
