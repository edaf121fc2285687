-- Dossier Patient (éditeur fictif) : comptes et traces d'accès, PostgreSQL 13 ou plus récent.

CREATE SCHEMA dossier;
SET search_path = dossier;

/* Attributs minimaux d'un professionnel.
   @segur SC.SSI/IE.33 */
CREATE TABLE compte (
    identifiant   text PRIMARY KEY,
    -- @segur à-faire SC.SSI/IE.30 : recherche du RPPS à la création, puis relance périodique
    rpps          text UNIQUE CHECK (rpps ~ '^[0-9]{11}$'),
    nom_exercice  text NOT NULL,
    prenom        text NOT NULL,
    profession    text NOT NULL,
    cree_le       timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE coordonnee (
    compte      text NOT NULL REFERENCES compte,
    canal       text NOT NULL CHECK (canal IN ('email', 'phone')),
    valeur      text NOT NULL,
    depuis      timestamptz NOT NULL DEFAULT now(),
    verifiee_le timestamptz,
    PRIMARY KEY (compte, canal)
);

-- Dernier rempart : quel que soit le chemin d'écriture, une nouvelle valeur perd la vérification de l'ancienne.
-- @segur SC.SSI/IE.31
CREATE FUNCTION oublier_verification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.valeur IS DISTINCT FROM OLD.valeur THEN
        NEW.depuis := now();
        NEW.verifiee_le := NULL;
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER coordonnee_changee BEFORE UPDATE ON coordonnee
    FOR EACH ROW EXECUTE FUNCTION oublier_verification();

-- Une trace par tentative, réussie ou non ; pas de clé étrangère : une trace survit au compte.
-- @segur SC.SSI/IAM.91
CREATE TABLE trace_acces (
    numero      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    survenue_le timestamptz NOT NULL DEFAULT now(),
    identifiant text NOT NULL,
    action      text NOT NULL,
    resultat    text NOT NULL CHECK (resultat IN ('granted', 'refused'))
);

CREATE FUNCTION refuser_alteration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'trace_acces is append-only' USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER trace_inalterable BEFORE UPDATE OR DELETE OR TRUNCATE ON trace_acces
    FOR EACH STATEMENT EXECUTE FUNCTION refuser_alteration();

-- L'application écrit les traces et ne les lit pas ; l'auditeur les lit et n'écrit rien.
-- @segur SC.SSI/IAM.91,
--        SC.SSI/GEN.16 — séparation des droits dans la base
DO $$
DECLARE
    role name;
BEGIN
    -- Les rôles appartiennent au serveur entier : une seconde instance les trouve déjà là.
    FOREACH role IN ARRAY ARRAY['dossier_application', 'dossier_audit']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role);
        END IF;
    END LOOP;
END;
$$;
GRANT USAGE ON SCHEMA dossier TO dossier_application, dossier_audit;
GRANT SELECT, INSERT, UPDATE ON compte, coordonnee TO dossier_application;
GRANT INSERT ON trace_acces TO dossier_application;
GRANT SELECT ON trace_acces TO dossier_audit;
