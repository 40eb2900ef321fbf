CREATE TEMPORARY TABLE clicks (line STRING) WITH (
  'connector' = 'sls',
  'accessId' = 'LTAI5tFAKEFAKEFAKEFAKE01',
  'ACCESSKEY' = 'Fake0Secret1Fake2Secret3Fake4A',
  'project' = 'shop', 'logStore' = 'clicks'
);
CREATE TEMPORARY TABLE more_clicks (line STRING) WITH (
  'connector' = 'sls',
  'accessid' = 'LTAI5tFAKEFAKEFAKEFAKE01',
  'access-key' = 'another one, with a comma'
);
CREATE TEMPORARY TABLE holo (line STRING) WITH (
  'connector' = 'hologres',
  'username' = 'LTAI5tFAKEFAKEFAKEFAKE01',
  'password' = 'it''s secret',
  'endpoint' = 'holo:80'
);
INSERT INTO holo SELECT line FROM clicks UNION ALL SELECT line FROM more_clicks;
