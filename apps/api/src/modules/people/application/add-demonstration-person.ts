import {
  accept,
  cleanHandle,
  cleanName,
  type Decision,
  type HandleRefusalReason,
  type NameRefusalReason,
  refuse,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, UnitOfWork } from '../../../platform/database/index.js';

export interface AddDemonstrationPersonCommand {
  readonly handle: string;
  readonly name: string;
  /** What the person does, in one line: the sign-in page lists people by it. */
  readonly does: string;
  readonly steward?: boolean;
}

export type AddDemonstrationPersonReason =
  | HandleRefusalReason
  | NameRefusalReason
  | { readonly code: 'NOT_A_DEMONSTRATION' };

/** Adds an invented person to a demonstration. In any other database nobody is added without signing up. */
@Injectable()
export class AddDemonstrationPerson {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    command: AddDemonstrationPersonCommand,
  ): Promise<Decision<{ readonly personId: string }, AddDemonstrationPersonReason>> {
    return this.unitOfWork.run(async (tx) => {
      const installation = await tx.one<{ demonstration: boolean }>(sql`select demonstration from installation`);
      if (!installation?.demonstration) return refuse([{ code: 'NOT_A_DEMONSTRATION' } as const]);
      const handle = cleanHandle(command.handle);
      const name = cleanName(command.name);
      if (!handle.ok) return handle;
      if (!name.ok) return name;
      const id = newId();
      await tx.query(sql`
        insert into people (id, handle, name, about, steward, safeguarding, demonstration)
        values (${id}, ${handle.value}, ${name.value}, ${command.does}, ${command.steward ?? false}, ${command.steward ?? false}, true)`);
      await tx.query(sql`
        insert into auth_users (id, email, email_verified, name) values (${id}, ${`${handle.value}@demonstration.invalid`}, true, '')`);
      return accept({ personId: id });
    });
  }
}
