CREATE TEMPORARY TABLE `数据 表` (`列` INT, 名称 STRING) WITH ('connector' = 'datagen');
CREATE TEMPORARY TABLE 结果表 (`from` INT, `back``tick` STRING) WITH ('connector' = 'print');
INSERT INTO 结果表 SELECT `列`, 名称 FROM `数据 表` AS `别名` WHERE `别名`.`列` > 1;
INSERT INTO `my-cat` . `my db`.`t$snapshots` SELECT t.table, x.`select` FROM `数据 表` t;
