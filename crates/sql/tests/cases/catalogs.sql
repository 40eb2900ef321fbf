CREATE CATALOG lake WITH (
  'type' = 'paimon',
  'metastore' = 'dlf',
  'warehouse' = 'oss://bucket/warehouse',
  'dlf.catalog.accessKeyId' = '${secret_values.dlf_id}',
  'dlf.catalog.accessKeySecret' = '${dlf_secret}',
  'fs.oss.accessKeySecret' = 'also-plain-9'
);
CREATE CATALOG IF NOT EXISTS logs WITH ('type' = 'sls', 'accessId' = 'LTAI5tFAKEFAKEFAKEFAKE01');
CREATE DATABASE IF NOT EXISTS lake.raw COMMENT 'raw' WITH ('owner' = 'me');
CREATE MODEL m INPUT (t STRING) OUTPUT (x STRING) WITH ('provider' = 'openai-compat', 'api-key' = 'sk-1234567890abcdef');
ALTER TABLE lake.raw.t SET ('bucket' = '4');
DROP TABLE IF EXISTS lake.raw.t;
