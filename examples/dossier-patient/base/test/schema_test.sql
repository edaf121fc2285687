-- À lancer après schema.sql, sur une base jetable : psql -v ON_ERROR_STOP=1 -f base/schema.sql -f base/test/schema_test.sql
BEGIN;
SET search_path = dossier;

INSERT INTO compte VALUES ('alice.fictive', '00000000001', 'FICTIVE', 'Alice', 'Médecin');
INSERT INTO coordonnee VALUES ('alice.fictive', 'email', 'alice@exemple.invalid', now(), now());
INSERT INTO trace_acces (identifiant, action, resultat) VALUES ('alice.fictive', 'login', 'refused');

-- @segur vérifie SC.SSI/IE.31
DO $$
BEGIN
    UPDATE coordonnee SET valeur = 'nouvelle@exemple.invalid', verifiee_le = now();
    ASSERT (SELECT verifiee_le IS NULL FROM coordonnee), 'a changed contact must lose its verification';
    UPDATE coordonnee SET verifiee_le = now();
    ASSERT (SELECT verifiee_le IS NOT NULL FROM coordonnee), 'an unchanged contact can be verified';
END;
$$;

-- @segur vérifie SC.SSI/IAM.91 - aucun ordre ne modifie ni n'efface une trace
DO $$
DECLARE
    ordre text;
BEGIN
    FOREACH ordre IN ARRAY ARRAY['UPDATE trace_acces SET resultat = ''granted''', 'DELETE FROM trace_acces', 'TRUNCATE trace_acces']
    LOOP
        BEGIN
            EXECUTE ordre;
            ASSERT false, ordre || ' should have been refused';
        EXCEPTION WHEN insufficient_privilege THEN
            NULL;
        END;
    END LOOP;
    ASSERT (SELECT count(*) = 1 FROM trace_acces), 'the trace is still there';
END;
$$;

SET LOCAL ROLE dossier_application;
DO $$
BEGIN
    PERFORM 1 FROM trace_acces;
    ASSERT false, 'the application must not read the traces';
EXCEPTION WHEN insufficient_privilege THEN
    NULL;
END;
$$;

ROLLBACK;
