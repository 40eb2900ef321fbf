CREATE CATALOG src WITH ('type' = 'paimon', 'metastore' = 'filesystem', 'warehouse' = 'oss://lake/w');
CREATE DATABASE IF NOT EXISTS holo.db AS DATABASE src.db INCLUDING ALL TABLES;
-- From a database to one of the same kind: read here, written there.
CREATE CATALOG dst WITH ('type' = 'paimon', 'metastore' = 'filesystem', 'warehouse' = 'oss://copy/w');
CREATE DATABASE dst.db AS DATABASE src.db INCLUDING ALL TABLES;
