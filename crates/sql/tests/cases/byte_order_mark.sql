CREATE TEMPORARY TABLE t (a INT) WITH ('connector' = 'sls');
SELECT a FROM​ t;
