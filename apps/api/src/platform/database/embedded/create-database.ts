import pg from 'pg';

/** PostgreSQL's codes for a database of that name being there already, and being made by somebody else at this moment. */
const ALREADY_THERE: readonly unknown[] = ['42P04', '23505'];

/**
 * Makes a database on the server of `url`, unless it is there.
 *
 * @param url a connection whose role may make databases.
 * @param template the database to copy, which nobody may be connected to; `template1` when not given.
 * @returns the address of the new database, for the same role.
 */
export async function createDatabase(url: string, name: string, template?: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const copied = template === undefined ? '' : ` template ${pg.escapeIdentifier(template)}`;
    await client.query(`create database ${pg.escapeIdentifier(name)}${copied}`);
  } catch (error) {
    if (!ALREADY_THERE.includes((error as { code?: string }).code)) throw error;
  } finally {
    await client.end();
  }
  return databaseUrl(url, name);
}

/** The address of another database on the same server. */
function databaseUrl(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(name)}`;
  return address.href;
}
