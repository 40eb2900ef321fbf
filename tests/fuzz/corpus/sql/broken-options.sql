CREATE TEMPORARY TABLE t (a INT) WITH (
  'connector' = 'sls'
  'project' = 'p',
  'logStore' 'l',
  'endPoint' =,
  consumerGroup = 'g',
  'batchGetSize' = 100,
  "accessId" = "me-and-you",
  'lonely',
  = 'nothing',
  'project' = 'q',
  , (nested 'a' = 'b'),
);
