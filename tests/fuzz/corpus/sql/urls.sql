CREATE TEMPORARY TABLE m (a INT) WITH (
  'connector' = 'mongodb',
  'uri' = 'mongodb://root:p4ss@10.0.0.1:3717/admin'
);
CREATE TEMPORARY TABLE j (a INT) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:mysql://db:3306/shop?user=root&password=geheim&useSSL=false',
  'username' = 'root',
  'password' = '${secret_values.db}'
);
