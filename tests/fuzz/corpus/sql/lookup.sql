CREATE TEMPORARY TABLE orders (id INT, user_id INT, proc AS PROCTIME()) WITH ('connector' = 'sls');
CREATE TEMPORARY TABLE users (id INT, name STRING) WITH ('connector' = 'ots');
CREATE TEMPORARY TABLE towns (id INT) WITH ('connector' = 'rds');
CREATE TEMPORARY TABLE old_style (id INT) WITH ('connector' = 'rds');
CREATE TEMPORARY TABLE result (id INT, name STRING) WITH ('connector' = 'hologres');
INSERT INTO result (id, name)
SELECT o.id, u.name
FROM orders AS o
LEFT JOIN users FOR SYSTEM_TIME AS OF o.proc AS u ON o.user_id = u.id
JOIN towns FOR SYSTEM_TIME AS OF o.proc ON towns.id = o.id
JOIN old_style AS os FOR SYSTEM_TIME AS OF o.proc ON os.id = o.id;
INSERT INTO towns SELECT id FROM paimon.db.t FOR SYSTEM_TIME AS OF TIMESTAMP '2024-01-01 00:00:00';
