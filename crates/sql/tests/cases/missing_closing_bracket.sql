CREATE TEMPORARY TABLE one (a INT, b DECIMAL(10, 2) WITH ('connector' = 'sls');
CREATE TEMPORARY TABLE two (a INT) WITH ('connector' = 'kafka';
CREATE TEMPORARY TABLE three (a VARCHAR(10, b INT) WITH ('connector' = 'ots');
INSERT INTO two SELECT a FROM (SELECT a FROM one;
INSERT INTO three SELECT a) FROM two;
