// npm run -s openimpact -- COMMAND: the product's commands for operators. What it prepares first is said on stderr only.
import { API_CLI } from './lib/paths.mjs';
import { launch } from './lib/launch.mjs';
import { prepare } from './lib/prepare.mjs';
import { command } from './lib/trouble.mjs';

await command(async () => {
  await prepare();
  return launch(API_CLI, process.argv.slice(2), { ...process.env, NODE_ENV: process.env.NODE_ENV || 'production' });
});
