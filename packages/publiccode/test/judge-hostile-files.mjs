// Judges every hostile file in a process whose heap is limited by the caller, and prints the codes.
import { HOSTILE_FILES } from './hostile-files.mjs';
import { validatePubliccode } from '../src/index.ts';

const verdicts = {};
for (const [name, make] of Object.entries(HOSTILE_FILES)) {
  const started = performance.now();
  const { valid, problems, value } = validatePubliccode(make());
  const codes = [...new Set(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code))];
  verdicts[name] = { valid, read: value !== null, codes, seconds: (performance.now() - started) / 1000 };
}
process.stdout.write(JSON.stringify(verdicts));
