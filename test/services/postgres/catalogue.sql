-- Everything that a bootstrap makes or changes, a line each.
SELECT format('role %s %s', rolname, to_jsonb(pg_authid)) FROM pg_authid WHERE rolname !~ '^pg_'
UNION ALL
SELECT format('member %s', to_jsonb(pg_auth_members) - 'oid') FROM pg_auth_members
UNION ALL
SELECT format('database %s %s', datname, to_jsonb(pg_database) - 'datfrozenxid' - 'datminmxid') FROM pg_database
UNION ALL
SELECT format('schema %s %s', nspname, nspacl) FROM pg_namespace
UNION ALL
SELECT format('class %s %s', relname, relacl) FROM pg_class
UNION ALL
SELECT format('default %s', to_jsonb(pg_default_acl)) FROM pg_default_acl
UNION ALL
SELECT format('extension %s', to_jsonb(pg_extension)) FROM pg_extension
ORDER BY 1
