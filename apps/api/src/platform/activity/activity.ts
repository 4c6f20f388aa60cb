/** Who may see an activity: everyone, the members of the organisation it names, or only those it concerns. */
export type ActivityVisibility = 'PUBLIC' | 'ORGANISATION' | 'PRIVATE';

/**
 * One entry of the append-only log, as a use case states it.
 *
 * `content` is JSON of strings, booleans, whole numbers, lists and objects. Where an activity is public, so is its
 * content: it never holds an email, a pseudonymous voter or a payment reference.
 */
export interface NewActivity {
  /** `pledge.placed`: concept and past participle. */
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly ideaId?: string | undefined;
  readonly ventureId?: string | undefined;
  readonly organisationId?: string | undefined;
  /** Absent where naming the actor would undo a pseudonym, and for what the software does by itself. */
  readonly actorId?: string | undefined;
  readonly visibility: ActivityVisibility;
  readonly content?: Readonly<Record<string, unknown>>;
  /**
   * People it is told to by name, beside those who follow its subject: who must approve, whose vote it answers, who is
   * mentioned. They may see it however private it is, and each hears of it once. Nobody else learns who they are.
   */
  readonly tell?: readonly string[];
  /**
   * Who did it, for what follows within the same transaction: what one voted for is followed, also under a pseudonym.
   * Never written to the log.
   */
  readonly by?: string;
  /** When it happened, where the transaction has asked the database's clock for it; else it is asked now. */
  readonly occurredAt?: Date;
}

export interface Activity extends NewActivity {
  readonly id: string;
  readonly occurredAt: Date;
}
