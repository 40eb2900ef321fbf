CREATE TEMPORARY TABLE base (a INT) WITH ('connector' = 'sls', 'project' = 'p', 'logStore' = 'l1');
CREATE TEMPORARY TABLE child (b INT) WITH ('logstore' = 'l2') LIKE base;
CREATE TEMPORARY TABLE grandchild WITH ('query' = '*') LIKE child (INCLUDING ALL OVERWRITING OPTIONS);
CREATE TEMPORARY TABLE other (c INT) WITH ('connector' = 'print') LIKE base (EXCLUDING OPTIONS INCLUDING GENERATED);
CREATE TEMPORARY TABLE fourth LIKE base (EXCLUDING ALL);
CREATE TEMPORARY TABLE fifth WITH ('connector' = 'print') LIKE cat.db.far;
INSERT INTO other SELECT * FROM grandchild;
