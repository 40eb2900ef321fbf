CREATE TEMPORARY TABLE s (a INT) WITH ('connector' = 'sls', 'starttime' = '2024-01-01 00:00:00');
CREATE TEMPORARY TABLE k (a INT) WITH ('connector' = 'print');
INSERT INTO k /*+ OPTIONS('logger' = 'true', 'accessKey' = 'in-a-hint-1') */
SELECT /*+ BROADCAST(s), STATE_TTL('s' = '1d') */ a
FROM s /*+ OPTIONS('startTime' = '2025-01-01 00:00:00', 'consumerGroup' = 'g') */ AS x
JOIN cat.db.dim /*+ OPTIONS('lookup.cache' = 'LRU') */ FOR SYSTEM_TIME AS OF PROCTIME() AS d ON x.a = d.a;
