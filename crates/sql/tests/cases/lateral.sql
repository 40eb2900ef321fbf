INSERT INTO s
SELECT t.id, p.word, u.k
FROM docs AS t, LATERAL TABLE(split(t.line)) AS p(word)
LEFT JOIN LATERAL TABLE(explode_tags(t.tags)) AS x(tag) ON TRUE
CROSS JOIN UNNEST(t.arr) AS u(k, v),
LATERAL (SELECT name FROM names WHERE id = t.id LIMIT 1) AS n,
(a INNER JOIN (b LEFT JOIN c ON b.x = c.x) ON a.x = b.x)
WHERE EXISTS (SELECT 1 FROM d WHERE d.id = t.id) AND t.id NOT IN (VALUES 1, 2)
ORDER BY id, word LIMIT 10;
