// npm start: from a fresh clone to a running OpenImpact, with nothing else installed.
import { API_MAIN } from './lib/paths.mjs';
import { launch } from './lib/launch.mjs';
import { prepare } from './lib/prepare.mjs';
import { serverMemory } from './lib/server-memory.mjs';
import { command } from './lib/trouble.mjs';

await command(async () => {
  await prepare();
  const env = {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV || 'production',
    // A newcomer sees a living place, not an empty one. OPENIMPACT_DEMO=0 starts empty.
    OPENIMPACT_DEMO: process.env.OPENIMPACT_DEMO || '1',
  };
  return launch(API_MAIN, process.argv.slice(2), env, serverMemory(env));
});
