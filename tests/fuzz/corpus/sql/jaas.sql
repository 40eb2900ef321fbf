CREATE TEMPORARY TABLE k (a INT) WITH (
  'connector' = 'kafka',
  'properties.bootstrap.servers' = 'a:9093,b:9093',
  'properties.sasl.mechanism' = 'PLAIN',
  'properties.sasl.jaas.config' = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="alice" password="wonder-land";'
);
CREATE TEMPORARY TABLE k2 (a INT) WITH (
  'connector' = 'upsert-kafka',
  'properties.sasl.jaas.config' = '${secret_values.jaas}'
);
CREATE TEMPORARY TABLE k3 (a INT) WITH (
  'connector' = 'kafka',
  'properties.sasl.jaas.config' = 'x.PlainLoginModule required username="bob" password="${secret_values.bob}";'
);
INSERT INTO k2 SELECT a FROM k UNION ALL SELECT a FROM k3;
