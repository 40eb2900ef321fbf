CREATE TEMPORARY TABLE kafka_in (
  id BIGINT COMMENT 'an id, with (brackets) and a comma',
  price DECIMAL(10, 2) NOT NULL,
  tags MAP<STRING, ARRAY<ROW<a INT, b STRING>>>,
  bag MULTISET<STRING>,
  nested ROW<x INT, y ROW<z STRING NOT NULL>> COMMENT 'rows',
  ts TIMESTAMP(3) METADATA FROM 'timestamp',
  `partition` INT METADATA VIRTUAL,
  headers MAP<STRING, BYTES> METADATA FROM 'headers' VIRTUAL,
  cost AS price * CAST(id AS DECIMAL(10, 2)),
  part AS CASE WHEN id < 10 THEN 'a,b' ELSE 'c' END,
  proc AS PROCTIME(),
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND,
  CONSTRAINT pk PRIMARY KEY (id, price) NOT ENFORCED
) COMMENT 'it''s a table'
PARTITIONED BY (id, `partition`)
WITH ('connector' = 'kafka', 'topic' = 'it''s');
