import { checkCommands } from './cli/check-commands.js';
import { type Command, UsageError } from './cli/command.js';
import { importCommands } from './cli/import-commands.js';
import { stewardCommand } from './cli/steward-command.js';
import { tallyCommand } from './cli/tally-command.js';
import { StartupError } from './platform/config/index.js';

const COMMANDS: readonly Command[] = [...importCommands, ...checkCommands, tallyCommand, stewardCommand];

function overview(): string {
  const lines = COMMANDS.map(({ name, about }) => `  ${name.join(' ').padEnd(22)}${about}`);
  return `Usage: npm run -s openimpact -- COMMAND\n\n${lines.join('\n')}\n\nEach takes --help.\n`;
}

/** The command whose words the arguments begin with, and what is left of them. */
function chosen(args: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  const command = COMMANDS.find(({ name }) => name.every((word, index) => args[index] === word));
  return command && { command, rest: args.slice(command.name.length) };
}

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args[0] === '--help' || args[0] === 'help') {
    process.stdout.write(overview());
    return args.length === 0 ? 2 : 0;
  }
  const found = chosen(args);
  if (found === undefined) {
    process.stderr.write(`“${args.join(' ')}” is no command.\n\n${overview()}`);
    return 2;
  }
  const { command, rest } = found;
  if (rest.includes('--help')) {
    process.stdout.write(`${command.about}\n\n${command.help}\n`);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${command.help}\n`);
    return 2;
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const said = error instanceof StartupError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${said}\n`);
    process.exit(1);
  },
);
