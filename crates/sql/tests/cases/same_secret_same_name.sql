CREATE TEMPORARY TABLE `日志` (a INT) WITH ('connector' = 'sls', 'accessKey' = 'one-secret', 'accessId' = 'user-1');
CREATE TEMPORARY TABLE b (a INT) WITH ('connector' = 'sls', 'accessKey' = 'one-secret', 'accessId' = 'user-2');
-- 'accessKey' = 'one-secret'
CREATE TEMPORARY TABLE c.b (a INT) WITH ('connector' = 'sls', 'accessKey' = 'two-secrets', 'accessId' = 'user-3');
