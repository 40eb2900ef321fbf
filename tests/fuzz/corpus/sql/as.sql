CREATE TABLE IF NOT EXISTS holo.public.`t` (PRIMARY KEY (id) NOT ENFORCED)
WITH ('connector' = 'hologres', 'sdkMode' = 'jdbc')
AS TABLE mysql.shop.orders /*+ OPTIONS('server-id' = '6000-6004') */ ADD COLUMN (c AS id + 1 AFTER id);
CREATE TABLE s AS SELECT a, b FROM src WHERE a > 1;
CREATE DATABASE IF NOT EXISTS holo.shop WITH ('sink.parallelism' = '4')
AS DATABASE mysql.shop INCLUDING ALL TABLES EXCLUDING TABLE 'tmp_.*'
/*+ OPTIONS('server-id' = '6000-6004', 'scan.startup.mode' = 'earliest') */;
CREATE MATERIALIZED TABLE mt FRESHNESS = INTERVAL '1' HOUR AS SELECT * FROM s;
INSERT INTO x SELECT * FROM s;
