import { describe, expect, it } from '@jest/globals';

import { publiccodeCommand } from './validate-command.js';

const files: Record<string, string> = { 'bad.yml': 'name: Rota\nlandingUrl: x\n' };
const read = (path: string): Uint8Array => {
  const text = files[path];
  if (text === undefined) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
  return new TextEncoder().encode(text);
};

describe('publiccode validate', () => {
  it('prints one object a file and ends with 1 when one is not valid', () => {
    const { stdout, exitCode } = publiccodeCommand(['validate', 'bad.yml', 'gone.yml', '--json'], read);
    const [bad, gone] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; problems: object[] });
    expect(exitCode).toBe(1);
    expect(bad).toMatchObject({ file: 'bad.yml', valid: false });
    expect(bad?.problems).toContainEqual({
      path: 'landingUrl',
      line: 2,
      code: 'KEY_UNKNOWN',
      message: expect.stringContaining('Did you mean landingURL?'),
      severity: 'error',
    });
    expect(gone).toMatchObject({ file: 'gone.yml', valid: false, problems: [{ code: 'FILE_NOT_OPENED' }] });
  });

  it('says how it is used', () => {
    expect(publiccodeCommand([], read)).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage'),
    });
    expect(publiccodeCommand(['validate', '--jsn', 'bad.yml'], read).exitCode).toBe(2);
  });
});
