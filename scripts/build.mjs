// npm run build: installs and builds, and starts nothing. For images and servers.
import { prepare } from './lib/prepare.mjs';
import { command } from './lib/trouble.mjs';

await command(async () => {
  await prepare();
  return 0;
});
