SET 'table.exec.state.ttl' = '36 h';
SET table.exec.mini-batch.enabled = true;
SET pipeline.name = 'a ''job''';
SET;
RESET 'table.exec.state.ttl';
SET 'fs.oss.jindo.accessKeySecret' = 'plain-text-key';
USE CATALOG lake;
USE raw;
SHOW TABLES;
