CREATE TEMPORARY TABLE o (a INT) WITH (
  'connector' = 'ots',
  'accessId' = 'STS.NUfakeFakeFakeFakeFake1',
  'accessKey' = 'FakeTempSecretFakeTempSecretFakeTempSecre99',
  'securityToken' = 'CAISfakeFAKEfakeFAKEfakeFAKEfakeFAKEfakeFAKE0123456789+/fakeFAKEfakeFAKEfake=='
);
