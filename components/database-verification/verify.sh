# Asks the database every question in checks.tsv, says of each whether the answer is as it must be, and fails where one
# is not.
set -eu

files=$(dirname "$0")
tab=$(printf '\t')
newline='
'
export PGOPTIONS="-c client_min_messages=warning -c default_transaction_read_only=on"

ask() {
  psql --no-psqlrc --quiet --tuples-only --no-align --command "$1" 2>&1
}

# What is wrong with the answer $3 where it must be $1, at least or exactly, $2; nothing where it is right.
judge() {
  case $3 in
    '' | *[!0-9]*) return 1 ;;
  esac
  case $1 in
    exactly) [ "$3" -eq "$2" ] ;;
    *) [ "$3" -ge "$2" ] ;;
  esac
}

connected=$(ask "SELECT") || {
  echo "$connected" >&2
  exit 1
}

width=0
while IFS=$tab read -r file bound number name; do
  [ ${#name} -le $width ] || width=${#name}
done < "$files/checks.tsv"

total=0
failed=0
while IFS=$tab read -r file bound number name; do
  total=$((total + 1))
  answer=$(ask "$(cat "$files/$file")" < /dev/null) || true
  found=${answer%%"$newline"*}
  case $answer in
    ERROR:*) ;;
    *"$newline"*) found="$found and more" ;;
  esac
  if judge "$bound" "$number" "$answer"; then
    verdict=ok
  else
    verdict=FAILED
    failed=$((failed + 1))
  fi
  printf "%-6s  %-${width}s  expected %s %s, found %s\n" \
    "$verdict" "$name" "$bound" "$number" "${found:-nothing}"
done < "$files/checks.tsv"

if [ $failed -gt 0 ]; then
  echo "$failed of $total checks failed"
  exit 1
fi
echo "all $total checks hold"
