import { parseArgs } from 'node:util';

import { type Matrix } from './matrix.js';
import { type Kind, KINDS } from './rules.js';
import { judge } from './verdict.js';

/** What a command answers: what to print where, and how the process should end. */
export interface CommandAnswer {
  readonly stdout: string;
  readonly stderr: string;
  /** 0 when there is a verdict, whichever it is; 2 when the input could not be judged. */
  readonly exitCode: number;
}

const USAGE =
  "licence verdict 'EXPRESSION' --condition 'CONDITION' --kind software|data|content [--incoming 'EXPRESSION']... [--json]";

/**
 * Answers the command `licence verdict` from its arguments, without touching the process, so that any
 * program can offer it.
 */
export function licenceVerdictCommand(args: readonly string[], matrix?: Matrix): CommandAnswer {
  let read;
  try {
    read = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        condition: { type: 'string' },
        kind: { type: 'string' },
        incoming: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return misused(
      error instanceof Error ? error.message : 'The arguments were not understood.',
      args.includes('--json'),
    );
  }
  const { values, positionals } = read;
  const [expression, ...rest] = positionals;
  if (expression === undefined || rest.length > 0) return misused('Give one expression.', values.json);
  if (values.condition === undefined) return misused('Give a condition with --condition.', values.json);
  if (!isKind(values.kind)) return misused(`Give --kind as one of ${KINDS.join(', ')}.`, values.json);

  const question = { expression, condition: values.condition, kind: values.kind, incoming: values.incoming ?? [] };
  const answer = judge({ ...question, ...(matrix ? { matrix } : {}) });
  if (!answer.ok) {
    const { code, message } = answer.problem;
    return {
      stdout: values.json ? `${JSON.stringify({ ...question, problem: answer.problem })}\n` : '',
      stderr: `${code}: ${message}\n`,
      exitCode: 2,
    };
  }
  const { incoming: decidingIncoming, ...told } = answer.value;
  const { verdict, reason, rule, source } = told;
  return {
    stdout: values.json
      ? `${JSON.stringify({ ...question, ...told, decidingIncoming: decidingIncoming ?? null })}\n`
      : `${verdict}\n${reason}\nRule: ${rule} (${source})\n`,
    stderr: '',
    exitCode: 0,
  };
}

function isKind(text: string | undefined): text is Kind {
  return text !== undefined && (KINDS as readonly string[]).includes(text);
}

function misused(message: string, json: boolean | undefined): CommandAnswer {
  const stdout = json === true ? `${JSON.stringify({ problem: { code: 'USAGE', message, suggestions: [] } })}\n` : '';
  return { stdout, stderr: `${message}\nUsage: ${USAGE}\n`, exitCode: 2 };
}
