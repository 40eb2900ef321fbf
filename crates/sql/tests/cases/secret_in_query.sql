INSERT INTO cat.db.t SELECT 'LTAI5tFAKEFAKEFAKEFAKE01' AS id, a FROM s WHERE password = 'x' AND b = 'password=geheim1';
