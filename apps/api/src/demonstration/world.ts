import type { INestApplicationContext, Type } from '@nestjs/common';
import type { DemonstrationPlan, PlannedPerson } from '@openimpact/builders';
import type { Decision } from '@openimpact/domain';
import type { DataSource } from 'typeorm';

import { ViewerOfPerson } from '../modules/people/index.js';
import type { SignedInViewer } from '../platform/auth/index.js';
import type { Tail } from '../platform/tail/index.js';
import type { Mailbox } from './mailbox.js';
import type { History } from './history.js';

/** What the steps of the story know: whom and what was made so far, by the names of the plan. */
export class World {
  readonly organisations = new Map<string, string>();
  readonly components = new Map<string, string>();
  readonly mandates = new Map<string, string>();
  readonly ideas = new Map<string, string>();

  constructor(
    readonly app: INestApplicationContext,
    readonly database: DataSource,
    readonly tail: Tail,
    readonly plan: DemonstrationPlan,
    readonly history: History,
    readonly mailbox: Mailbox,
  ) {}

  use<T>(useCase: Type<T>): T {
    return this.app.get(useCase, { strict: false });
  }

  /** A person of the plan as they are now, with their organisations. */
  as(handle: string): Promise<SignedInViewer> {
    return this.use(ViewerOfPerson).byHandle(handle);
  }

  person(handle: string): PlannedPerson {
    const person = this.plan.people.find((one) => one.handle === handle);
    if (person === undefined) throw new Error(`Nobody in the plan has the handle ${handle}.`);
    return person;
  }

  /** The organisation of a planned person, if they are in one. */
  organisationOf(handle: string): string | null {
    const planned = this.plan.organisations.find((one) => one.members.some((member) => member.person === handle));
    return planned === undefined ? null : known(this.organisations, planned.key);
  }
}

/** What was made under a name of the plan. */
export function known(made: ReadonlyMap<string, string>, key: string): string {
  const id = made.get(key);
  if (id === undefined) throw new Error(`Nothing was made yet under the name ${key}.`);
  return id;
}

/** The value of a decision that the story depends on. @throws {Error} with every reason when it was no */
export async function agreed<T>(deciding: Promise<Decision<T, unknown>>): Promise<T> {
  const decision = await deciding;
  if (decision.ok) return decision.value;
  throw new Error(
    JSON.stringify(decision.reasons, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  );
}

/** A day of the calendar, so many days from a moment. */
export function dayFrom(moment: Date, days: number): string {
  return new Date(moment.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
