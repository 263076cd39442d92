# Brings the database, its roles and their rights to what the variables say. To do it again changes nothing.
set -eu

files=$(dirname "$0")
export PGOPTIONS="-c client_min_messages=warning -c password_encryption=scram-sha-256"

# Runs psql as the login that may make roles and databases.
run() {
  psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 "$@"
}

# Connects as the application does.
try_application() {
  PGUSER=$APPLICATION_USERNAME PGPASSWORD=$APPLICATION_PASSWORD run --command "SELECT"
}

case ",$LOGIN_ROLES," in
  *",$APPLICATION_USERNAME,"*) ;;
  *)
    echo "the username in the application's secret must be one of $LOGIN_ROLES, got $APPLICATION_USERNAME" >&2
    exit 1
    ;;
esac

export OWNER_ROLE="${OWNER_ROLE:-$PGUSER}"
run --dbname postgres --file "$files/server.sql"
run --file "$files/database.sql"

# The password goes through no statement, which the server could log: psql makes a verifier of it, and asks for it at its
# standard input, as a pod has no terminal.
if ! try_application > /dev/null 2>&1; then
  answer=$(printf '%s\n%s\n' "$APPLICATION_PASSWORD" "$APPLICATION_PASSWORD" |
    run --file "$files/password.sql" 2>&1) || { echo "$answer" >&2; exit 1; }
  try_application
fi

echo "the database $PGDATABASE is ready for $APPLICATION_USERNAME"
