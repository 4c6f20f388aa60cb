#!/bin/sh
# Writes one backup of an installation: database, secret, mail that waits, files.
#   infra/backup/backup.sh /var/backups/openimpact
#
# With OPENIMPACT_DATABASE_URL the server may run: pg_dump reads one moment of it. Without, the embedded database is
# copied, and that needs the product to be stopped.
set -eu
umask 077
target=${1:?"usage: backup.sh FOLDER"}
data=${OPENIMPACT_DATA_DIR:-$(cd "$(dirname "$0")/../.." && pwd)/.openimpact}
[ -d "$data" ] || { echo "There is no data folder $data. Set OPENIMPACT_DATA_DIR to the one of the installation." >&2; exit 1; }
stamp=$(date -u +%Y%m%dT%H%M%SZ)
draft="$target/.openimpact-$stamp"
mkdir -p "$draft"
trap 'rm -rf "$draft"' EXIT

if [ -n "${OPENIMPACT_DATABASE_URL:-}" ]; then
  # The owner may read everything, the job queue included.
  pg_dump --format=custom --no-owner --file="$draft/database.dump" "${OPENIMPACT_DATABASE_OWNER_URL:-$OPENIMPACT_DATABASE_URL}"
  tar -C "$data" --exclude=./postgres -czf "$draft/data.tar.gz" .
else
  if [ -e "$data/postgres/server/MOVED" ]; then
    echo "The database is in $(cat "$data/postgres/server/MOVED"), because root started it. Copy that folder too while the product is stopped." >&2
    exit 1
  fi
  running=$(head -n 1 "$data/postgres/server/data/postmaster.pid" 2>/dev/null || true)
  if [ -n "$running" ] && kill -0 "$running" 2>/dev/null; then
    echo "The embedded database is running. Stop OpenImpact first, or give it a PostgreSQL server of its own." >&2
    exit 1
  fi
  tar -C "$data" --exclude=./postgres/users --exclude=./postgres/lock -czf "$draft/data.tar.gz" .
fi
(cd "$draft" && sha256sum ./*.* > SHA256SUMS)
mv "$draft" "$target/openimpact-$stamp"
trap - EXIT
echo "$target/openimpact-$stamp"
