-- What the server has once for all databases: the database itself and the roles.
\getenv database PGDATABASE
\getenv application APPLICATION_ROLE
\getenv logins LOGIN_ROLES
\getenv limit CONNECTION_LIMIT
\getenv owner OWNER_ROLE

SELECT format('CREATE DATABASE %I', :'database')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database')
\gexec

SELECT format('CREATE ROLE %I', role)
FROM unnest(string_to_array(:'logins', ',') || :'owner'::text) AS role
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role)
\gexec

-- Whoever makes a role in PostgreSQL 16 may hand it out, but has not got its rights.
SELECT format('GRANT %I TO CURRENT_USER', :'owner')
WHERE NOT pg_has_role(:'owner', 'USAGE')
\gexec

SELECT format(
  'ALTER ROLE %I LOGIN INHERIT NOCREATEDB NOCREATEROLE CONNECTION LIMIT %s',
  rolname,
  :limit
)
FROM pg_roles
WHERE rolname = ANY (string_to_array(:'logins', ','))
  AND (rolcanlogin, rolinherit, rolcreatedb, rolcreaterole, rolconnlimit)
    <> (true, true, false, false, :limit)
\gexec

-- A role that takes turns with the application's has its rights by being a member.
SELECT format('GRANT %I TO %I', :'application', rolname)
FROM pg_roles
WHERE rolname = ANY (string_to_array(:'logins', ','))
  AND NOT pg_has_role(rolname, :'application', 'USAGE')
\gexec

-- Every role may connect to every database unless it is said otherwise.
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', datname)
FROM pg_database
WHERE datallowconn
  AND pg_has_role(datdba, 'USAGE')
  AND EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba))) WHERE grantee = 0)
\gexec
