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

/** One line an answer: the route (never the address, which can hold what somebody searched for), status and milliseconds. */
export function logRequests(front: Front): void {
  // Somebody at a terminal wants the address and the faults; a log collector wants every answer.
  if (process.stdout.isTTY) return;
  const log = createLog(['log', ...FAULTS]);
  front.whenAnswered(({ milliseconds, ...answered }) => {
    log.log({ ...answered, milliseconds: Math.round(milliseconds) }, 'Request');
  });
}
