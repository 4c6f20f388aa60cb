import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export default async function tearDown({ nonFlagArgs, testNamePattern }) {
  await globalThis.__testPostgres?.stop();
  const statements = process.env.OPENIMPACT_COLLECT_STATEMENTS;
  const isWhole = nonFlagArgs.length === 0 && !testNamePattern;
  if (statements && isWhole && existsSync(statements)) writeFileSync(join(statements, 'whole'), '');
}
