import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Front } from '../web/front.js';

const FAULTS: LogLevel[] = ['warn', 'error', 'fatal'];

/**
 * The server's log: one JSON object a line, unless a person watches a terminal. Lines carry a request id and never
 * personal data: no address, no query string, no name, no text.
 */
export function createLog(levels: LogLevel[] = FAULTS): ConsoleLogger {
  return new ConsoleLogger({ json: !process.stdout.isTTY, colors: process.stdout.isTTY, logLevels: levels });
}

/** How long lines about answers are collected before they are written: each writing stops the process for a moment. */
const COLLECTED_MS = 100;

/**
 * One line an answer: the route (never the address, which can hold what somebody searched for), status and milliseconds.
 * The form is that of the log's other lines.
 */
export function logRequests(front: Front): void {
  // Somebody at a terminal wants the address and the faults; a log collector wants every answer.
  if (process.stdout.isTTY) return;
  let lines = '';
  const write = () => {
    if (lines !== '') process.stdout.write(lines);
    lines = '';
  };
  process.once('exit', write);
  front.whenAnswered(({ milliseconds, ...answered }) => {
    const message = { ...answered, milliseconds: Math.round(milliseconds) };
    const line = { level: 'log', pid: process.pid, timestamp: Date.now(), message, context: 'Request' };
    if (lines === '') setTimeout(write, COLLECTED_MS);
    lines += `${JSON.stringify(line)}\n`;
  });
}
