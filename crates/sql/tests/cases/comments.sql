/* CREATE TABLE not_me (a INT) WITH ('connector' = 'x'); */
-- INSERT INTO not_me SELECT 1;
CREATE TEMPORARY TABLE t ( -- a table; with a semicolon
  a INT, -- 'an unbalanced quote
  b STRING /* ) WITH ( */
) WITH ( /* first */ 'connector' = 'datagen', -- last
  'x' = '-- no comment', 'y' = '/* none either */');;
;
INSERT INTO o SELECT a FROM /* not b */ t -- the end