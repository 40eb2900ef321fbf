INSERT INTO a SELECT * FROM b; /* from here on
INSERT INTO c SELECT * FROM d;
/* again
INSERT INTO e /*+ OPTIONS('k' = 'v') SELECT * FROM f;
SELECT 1;
