CREATE TEMPORARY TABLE a (x INT) WITH ('connector' = 'datagen')
CREATE TEMPORARY TABLE b (x INT) WITH ('connector' = 'print')
INSERT INTO b SELECT x FROM a
INSERT INTO b SELECT x + 1 FROM a
