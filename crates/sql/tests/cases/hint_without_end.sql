INSERT INTO e /*+ OPTIONS('k' = 'v') SELECT * FROM f;
SELECT 1 */ 2;
SELECT * FROM g /*+ OPTIONS('a' = 'b' */;
