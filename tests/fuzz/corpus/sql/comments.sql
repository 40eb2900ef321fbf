-- old key: LTAI5tFAKEFAKEFAKEFAKE01 with Fake0Secret1Fake2Secret3Fake4A, do not use
/* 'password' = 'hunter2hunter2'
   accessKeySecret: abc123def456 ; see also http://root:s3cr3t@10.0.0.1/x */
-- the password is written on the wall, password: ask Li
-- ${secret_values.only_in_a_comment} is no use
CREATE TEMPORARY TABLE t (a INT) WITH ('connector' = 'datagen' /* , 'token' = 'tok-123456' */);
