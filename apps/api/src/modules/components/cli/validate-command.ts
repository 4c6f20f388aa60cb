import { type Problem, validatePubliccode } from '@openimpact/publiccode';

interface FileProblem extends Pick<Problem, 'path' | 'line' | 'message' | 'severity'> {
  /** A code of the package, or that there is no such file to judge. */
  readonly code: Problem['code'] | 'FILE_NOT_OPENED';
}

/** One file's verdict, as `publiccode validate --json` prints it: one object a line. */
export interface FileVerdict {
  readonly file: string;
  readonly valid: boolean;
  readonly problems: readonly FileProblem[];
}

/** What a command answers: what to print where, and how the process should end. */
export interface CommandAnswer {
  readonly stdout: string;
  readonly stderr: string;
  /** 0 when every file is valid, 1 when one is not, 2 when the command was not understood. */
  readonly exitCode: number;
}

export const PUBLICCODE_USAGE = 'publiccode validate FILE... [--json]';

/**
 * The command `publiccode validate FILE... [--json]`, without the disk: `readFile` answers the bytes or throws.
 * A file that cannot be opened is an invalid one, so that the rest are still judged.
 */
export function publiccodeCommand(args: readonly string[], readFile: (path: string) => Uint8Array): CommandAnswer {
  const [action, ...rest] = args;
  const json = rest.includes('--json');
  const unknown = rest.find((arg) => arg.startsWith('--') && arg !== '--json');
  const files = rest.filter((arg) => arg !== '--json');
  if (action !== 'validate' || unknown !== undefined || files.length === 0) {
    return { exitCode: 2, stdout: '', stderr: `Usage: ${PUBLICCODE_USAGE}\n` };
  }
  const verdicts = files.map((file) => judge(file, readFile));
  return {
    exitCode: verdicts.every(({ valid }) => valid) ? 0 : 1,
    stdout: verdicts.map((verdict) => (json ? `${JSON.stringify(verdict)}\n` : inWords(verdict))).join(''),
    stderr: '',
  };
}

function judge(file: string, readFile: (path: string) => Uint8Array): FileVerdict {
  let bytes: Uint8Array;
  try {
    bytes = readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it';
    const message = `The file cannot be opened (${code}).`;
    return {
      file,
      valid: false,
      problems: [{ path: '', line: 1, code: 'FILE_NOT_OPENED', message, severity: 'error' }],
    };
  }
  const { valid, problems } = validatePubliccode(bytes);
  return {
    file,
    valid,
    problems: problems.map(({ path, line, code, message, severity }) => ({ path, line, code, message, severity })),
  };
}

function inWords({ file, valid, problems }: FileVerdict): string {
  const lines = problems.map(({ line, severity, message }) => `  line ${line}: ${severity}: ${message}`);
  return [`${file}: ${valid ? 'valid' : 'not valid'}`, ...lines, ''].join('\n');
}
