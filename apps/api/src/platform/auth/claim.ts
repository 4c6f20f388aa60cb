import type { Sql } from '../database/sql.js';

/**
 * That whoever asks is who they were when they asked before.
 *
 * Looking a person up before anything else is asked costs a journey to the database of its own. What is remembered decides
 * only what is asked: whether it still holds is a column of the first statement that is asked for them, and where it does
 * not, everything is asked again. So nothing is answered to a session that was ended, or to a role that was taken away.
 */
export class Claim {
  private state: 'OPEN' | 'ASKED' | 'HOLDS' = 'OPEN';

  /**
   * @param question one JSON value: who it is now, or null.
   * @param isStill whether what the question was answered with is what is remembered.
   */
  constructor(
    readonly question: Sql,
    private readonly isStill: (found: unknown) => boolean,
  ) {}

  get isOpen(): boolean {
    return this.state === 'OPEN';
  }

  /** Whether the question is still to be asked. Whoever is told so asks it. */
  take(): boolean {
    if (this.state !== 'OPEN') return false;
    this.state = 'ASKED';
    return true;
  }

  answer(found: unknown): void {
    if (this.isStill(found)) this.state = 'HOLDS';
  }

  /** False too where nobody asked, or the statement failed that was to say. */
  get holds(): boolean {
    return this.state === 'HOLDS';
  }
}
