// npm test: every check, one after another, each with its name, its time and a clear answer.
//
//   npm test                          all of them
//   npm test -- --only lint,unit      some of them
//   npm test -- --list                their names
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { checks } from './checks/checks.mjs';
import { CACHE } from './lib/paths.mjs';
import { build, install } from './lib/prepare.mjs';
import { seconds, step } from './lib/progress.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { command, Trouble } from './lib/trouble.mjs';
import { assertNodeCanRunScripts } from './lib/node.mjs';

const LOGS = join(CACHE, 'checks');

await command(async () => {
  const chosen = choose(process.argv.slice(2));
  if (chosen === undefined) return 0;
  assertNodeCanRunScripts();
  await install();

  const from = Date.now();
  const total = { passed: 0, failed: 0 };
  const count = ({ passed, failed }) => {
    total.passed += passed;
    total.failed += failed;
  };
  rmSync(LOGS, { recursive: true, force: true });
  mkdirSync(LOGS, { recursive: true });

  // Checks of the text alone come first: they answer in seconds, even while the product does not build.
  for (const check of chosen.filter(({ needsBuild }) => !needsBuild)) count(await perform(check));
  const rest = chosen.filter(({ needsBuild }) => needsBuild);
  const builds = rest.length === 0 || (await buildAll(count));
  for (const check of rest) {
    if (builds || check.runsUnbuilt) count(await perform(check));
    else console.log(`- ${check.name}: not run, because the product does not build`);
  }

  console.log(`\nAll of it took ${seconds(from)}. Each check's whole output is in ${LOGS}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

function choose(args) {
  const names = checks.map(({ name }) => name);
  if (args.includes('--list')) {
    for (const { name, promise } of checks) console.log(`${name.padEnd(12)} ${promise}`);
    return undefined;
  }
  const at = args.findIndex((argument) => argument.startsWith('--only'));
  if (at === -1) {
    if (args.length > 0) throw new Trouble(`npm test knows --only NAMES and --list, not ${args[0]}.`);
    return checks;
  }
  const wanted = (args[at].split('=')[1] ?? args[at + 1] ?? '').split(',').filter(Boolean);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (wanted.length === 0 || unknown.length > 0) {
    throw new Trouble(`${unknown[0] ?? 'Nothing'} is not a check. There are: ${names.join(', ')}.`);
  }
  return checks.filter(({ name }) => wanted.includes(name));
}

async function buildAll(count) {
  try {
    await build();
    return true;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.log(`✗ build\n${indent(error.message)}`);
    count({ passed: 0, failed: 1 });
    return false;
  }
}

async function perform({ name, line, cwd, env, report, tidy }) {
  const from = Date.now();
  const logFile = join(LOGS, `${name}.log`);
  const reportFile = report && join(LOGS, `${name}.json`);
  const environment = toolEnvironment({ ...env, ...(reportFile ? { OPENIMPACT_TEST_REPORT: reportFile } : {}) });
  const { code, output } = await step(name, (note) => run(line, { cwd, env: environment, logFile, onLine: note }), {
    quiet: true,
  });
  const counted = reportFile && existsSync(reportFile) ? report(reportFile) : undefined;
  const result = settle(code, counted);
  const tally = counted ? `, ${result.passed} passed${result.failed ? `, ${result.failed} failed` : ''}` : '';
  console.log(`${result.failed ? '✗' : '✓'} ${name} (${seconds(from)}${tally})`);
  if (result.failed) console.log(indent((tidy ?? lastLines)(output)));
  return result;
}

/** A check that counts its tests counts as those; one that fails beside them (no test found, a crash) fails once more. */
function settle(code, counted) {
  if (counted === undefined) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const failed = counted.failed === 0 && code !== 0 ? 1 : counted.failed;
  return { passed: counted.passed, failed };
}

function lastLines(output) {
  return output.trimEnd().split('\n').slice(-200).join('\n');
}

function indent(text) {
  return text.replace(/^/gm, '    ');
}
