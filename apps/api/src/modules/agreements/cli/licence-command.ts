import { licenceVerdictCommand } from '@openimpact/licences';

/** What a command answers: what to print where, and how the process should end. */
export interface CommandAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** `licence verdict ...`: needs no database and no configuration. */
export function licenceCommand(args: readonly string[]): CommandAnswer {
  const [verb, ...rest] = args;
  if (verb === 'verdict') return licenceVerdictCommand(rest);
  return {
    stdout: '',
    stderr:
      "Usage: licence verdict 'EXPRESSION' --condition 'CONDITION' --kind software|data|content [--incoming 'EXPRESSION']... [--json]\n",
    exitCode: 2,
  };
}
