-- assume: table-missing
CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
CREATE CATALOG files WITH ('type' = 'paimon', 'metastore' = 'filesystem', 'warehouse' = 'oss://lake/w');
CREATE CATALOG dlf WITH ('type' = 'paimon', 'metastore' = 'dlf', 'warehouse' = 'oss://lake/w', 'dlf.catalog.id' = 'c');
CREATE CATALOG rest WITH ('type' = 'paimon', 'metastore' = 'rest', 'token.provider' = 'dlf', 'warehouse' = 'name', 'uri' = 'http://cn-hangzhou-vpc.dlf.aliyuncs.com');
CREATE TABLE IF NOT EXISTS files.db.t (a INT);
INSERT INTO files.db.t SELECT a FROM dlf.db.t;
INSERT INTO rest.db.t SELECT a FROM rest.db.u;
