CREATE TEMPORARY TABLE t (a INT) WITH ('connector' = 'datagen');
INSERT INTO vvp.`default`.t SELECT a FROM t;
INSERT INTO lake.db.t SELECT a FROM default_catalog.default_database.t;
USE CATALOG lake;
INSERT INTO db.u SELECT a FROM t;
USE lake.db;
CREATE TABLE t (a INT);
INSERT INTO t SELECT a FROM vvp.`default`.t;
