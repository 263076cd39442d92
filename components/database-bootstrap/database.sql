-- What the database has: its extensions, and what the application's role may do in it.
\getenv database PGDATABASE
\getenv application APPLICATION_ROLE
\getenv owner OWNER_ROLE
\getenv extensions EXTENSIONS

SELECT format('CREATE EXTENSION %I', extension)
FROM unnest(string_to_array(:'extensions', ',')) AS extension
WHERE NOT EXISTS (SELECT FROM pg_extension WHERE extname = extension)
\gexec

BEGIN;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON DATABASE :"database" TO :"owner";
GRANT ALL ON SCHEMA public TO :"owner";

REVOKE ALL ON DATABASE :"database" FROM :"application";
REVOKE ALL ON SCHEMA public FROM :"application";
GRANT CONNECT ON DATABASE :"database" TO :"application";
GRANT USAGE ON SCHEMA public TO :"application";

-- Tables, views and sequences that are there. Those of extensions are not the application's to change.
WITH wanted (kinds, type, privileges) AS (
  VALUES
    ('{r,p,v,m,f}'::"char"[], 'TABLE', ARRAY['DELETE', 'INSERT', 'SELECT', 'UPDATE']),
    ('{S}', 'SEQUENCE', ARRAY['SELECT', 'USAGE'])
)
SELECT format(
  'REVOKE ALL ON %1$s %2$s FROM %3$I; GRANT %4$s ON %1$s %2$s TO %3$I',
  type,
  class.oid::regclass,
  :'application',
  array_to_string(privileges, ', ')
)
FROM pg_class AS class
JOIN wanted ON relkind = ANY (kinds)
WHERE relnamespace = 'public'::regnamespace
  AND relowner = to_regrole(quote_ident(:'owner'))
  AND NOT EXISTS (
    SELECT FROM pg_depend
    WHERE classid = 'pg_class'::regclass AND objid = class.oid AND deptype = 'e'
  )
  AND privileges IS DISTINCT FROM (
    SELECT array_agg(privilege_type ORDER BY privilege_type)
    FROM aclexplode(relacl)
    WHERE grantee = to_regrole(quote_ident(:'application'))
  )
\gexec

-- Those that the owner makes from now on.
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"application";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public
  GRANT USAGE, SELECT ON SEQUENCES TO :"application";

COMMIT;
