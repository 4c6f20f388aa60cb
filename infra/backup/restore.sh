#!/bin/sh
# Puts a backup back, into an empty data folder and, when the backup has a dump, an empty database.
#   OPENIMPACT_DATA_DIR=/var/lib/openimpact infra/backup/restore.sh /var/backups/openimpact/openimpact-20260301T030000Z
set -eu
umask 077
backup=${1:?"usage: restore.sh BACKUP"}
data=${OPENIMPACT_DATA_DIR:-$(cd "$(dirname "$0")/../.." && pwd)/.openimpact}

(cd "$backup" && sha256sum --check --quiet SHA256SUMS)
if [ -d "$data" ] && [ -n "$(ls -A "$data")" ]; then
  echo "$data is not empty. Move it away first: a restore never writes over an installation." >&2
  exit 1
fi
if [ -e "$backup/database.dump" ]; then
  url=${OPENIMPACT_DATABASE_OWNER_URL:-${OPENIMPACT_DATABASE_URL:?"This backup has a database dump: set OPENIMPACT_DATABASE_URL to an empty database."}}
  if [ "$(psql -XAtc "select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'" "$url")" != 0 ]; then
    echo "The database is not empty. Create a new one: a restore never writes over an installation." >&2
    exit 1
  fi
  pg_restore --no-owner --exit-on-error --single-transaction --dbname="$url" "$backup/database.dump"
fi
mkdir -p "$data"
tar -C "$data" -xzpf "$backup/data.tar.gz"
echo "Restored into $data. Start OpenImpact, then check it: npm run -s openimpact -- invariants"
