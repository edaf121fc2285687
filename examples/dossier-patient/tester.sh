#!/bin/sh
# Lance les tests de chaque langage ; les binaires vont dans build/, ignoré par Git.
# Dans l'identifiant qui suit, deux chiffres sont inversés exprès, pour montrer un diagnostic (voir README.md).
# @segur à-faire SC.SSI/GEN.81 : analyse automatique des dépendances, à brancher ici
set -eu
cd "$(dirname "$0")"

echo '== TypeScript : services/comptes'
node --import tsx --test services/comptes/test/*.test.ts

echo '== Python : sauvegarde'
python3 -B -m unittest discover -s sauvegarde/test

echo '== Java : connecteur-oidc'
mkdir -p build/java
find connecteur-oidc -name '*.java' -exec javac -encoding UTF-8 -Xlint:all -Werror -d build/java {} +
java -cp build/java fr.fictif.oidc.CodeFlowTest

# La base a besoin d'un PostgreSQL jetable, désigné par les variables PGHOST, PGDATABASE… de psql.
if [ -n "${PGDATABASE:-}" ]; then
  echo '== SQL : base'
  psql -q -v ON_ERROR_STOP=1 -f base/schema.sql -f base/test/schema_test.sql
  mkdir -p build
  echo '<testsuite name="base" tests="1"><testcase name="schema_test.sql" file="base/test/schema_test.sql"/></testsuite>' > build/base.xml
else
  echo '== SQL : base (non lancé : PGDATABASE absent)'
fi
