/**
 * The races and crashes that promises about money are tried with, by number. A number is the beginning of a test's
 * title; `races.spec.ts` finds those that nobody tries, and those that nobody promised.
 */
export const RACES: Readonly<Record<string, string>> = {
  R1: 'Many pledges of one size race for the room of one round.',
  R2: 'Pledges of random sizes race for the room of one round.',
  R3: 'One open offer pledges to many rounds at once.',
  R4: 'One key is sent many times at once.',
  R5: 'A key is sent again with another request.',
  R6: 'A key whose request was refused is sent again when it can succeed.',
  R7: 'Many workers close one round at once.',
  R8: 'Closing, withdrawing and pledging meet at the end of a round.',
  R9: 'An approval meets a change of what it approves.',
  R10: 'A deadline passes while nothing runs.',
  R11: 'Random histories are held against a model in memory.',
  R12: 'The process is killed after each statement of each mutation that moves money, and asked again with the same key.',
  R13: 'Pledges race into a round whose pledges are matched.',
  R14: 'Many workers place automatic pledges at once.',
  R15: 'PostgreSQL is killed under sixteen writers.',
  R16: 'The connection is cut between COMMIT and its answer.',
  R17: 'The clock of the application is wrong.',
  R18: 'A key is sent again after a restart, and to a second process.',
  R19: 'Two payments of one organisation race under one bank reference.',
  R20: 'One process, every process with the tail, and PostgreSQL are killed in turn under a mixed load.',
};
