CREATE CATALOG src WITH ('type' = 'paimon', 'metastore' = 'filesystem', 'warehouse' = 'oss://lake/w');
CREATE DATABASE IF NOT EXISTS holo.db AS DATABASE src.db INCLUDING ALL TABLES;
