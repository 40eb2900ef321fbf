-- defined: secret_values.slslak secret_values.slsaks
-- Reads a Logstore with the AccessKey pair of a RAM user, and prints.
CREATE TEMPORARY TABLE sls_input (
  `time` BIGINT,
  url STRING,
  dt STRING,
  `__timestamp__` STRING METADATA VIRTUAL,
  `__receive_time__` BIGINT METADATA VIRTUAL
) WITH (
  'connector' = 'sls',
  'endpoint' = 'cn-hangzhou-intranet.log.aliyuncs.com',
  'accessId' = '${secret_values.slsak}',
  'accessKey' = '${secret_values.slsaks}',
  'starttime' = '2025-03-01 08:00:00',
  'project' = 'my-project',
  'batchGetSize' = '10',
  'logstore' = 'my-logstore'
);

CREATE TEMPORARY TABLE printed (
  url STRING,
  dt STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO printed SELECT url, dt FROM sls_input;
