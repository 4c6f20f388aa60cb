import { parseArgs } from 'node:util';

import { NameSteward } from '../modules/stewardship/index.js';
import { type Command, UsageError } from './command.js';
import { withServer } from './with-server.js';

/** Names the site team. There has to be somebody before the first organisation can be checked. */
export const stewardCommand: Command = {
  name: ['steward'],
  about: 'Says who is on the site team, and who is named for safeguarding.',
  help: 'Usage: steward HANDLE [--safeguarding] [--remove]\n\n  --safeguarding   sees reports that somebody may be at risk; name at least one person\n  --remove         is no longer on the site team\n\nThe person has to have an account. What they may do is asked again at each step, so it holds at once.',
  run: async (args) => {
    let parsed;
    try {
      parsed = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { safeguarding: { type: 'boolean' }, remove: { type: 'boolean' } },
      });
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
    const [handle, ...more] = parsed.positionals;
    if (handle === undefined || more.length > 0) throw new UsageError('Give one handle.');
    const steward = parsed.values.remove !== true;
    const safeguarding = steward && parsed.values.safeguarding === true;
    return withServer(async ({ app }) => {
      const found = await app.get(NameSteward).execute({ handle, steward, safeguarding });
      if (!found) {
        process.stderr.write(`Nobody has the handle ${handle}.\n`);
        return 1;
      }
      process.stdout.write(
        steward
          ? `${handle} is on the site team${safeguarding ? ' and named for safeguarding' : ''}.\n`
          : `${handle} is no longer on the site team.\n`,
      );
      return 0;
    });
  },
};
