CREATE TEMPORARY TABLE orders (x INT) WITH ('connector' = 'sls');
CREATE TEMPORARY TABLE shadow (x INT) WITH ('connector' = 'sls');
INSERT INTO out_db.sink
WITH shadow AS (SELECT x FROM orders), two (y) AS (SELECT x FROM shadow WHERE x IN (SELECT k FROM keys_t))
SELECT y FROM two JOIN shadow ON two.y = shadow.x;
INSERT INTO out_db.sink SELECT x FROM (WITH inner_q AS (SELECT 1 AS x) SELECT * FROM inner_q) AS q, inner_q;
SELECT * FROM shadow;
