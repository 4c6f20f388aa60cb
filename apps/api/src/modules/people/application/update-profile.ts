import {
  accept,
  cleanHandle,
  cleanName,
  type Decision,
  type HandleRefusalReason,
  type NameRefusalReason,
  refuse,
  hiddenCharacters,
  isYearBand,
  type MentionedBy,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, UnitOfWork } from '../../../platform/database/index.js';
import { UnauthenticatedError } from '../../../platform/graphql/index.js';
import { PersonStore } from '../persistence/person-store.js';

export interface UpdateProfileCommand {
  readonly name?: string | undefined;
  readonly handle?: string | undefined;
  readonly about?: string | undefined;
  readonly language?: string | undefined;
  /** The first of the three years one of which they were born in; 0 takes it back. */
  readonly bornFrom?: number | null | undefined;
  readonly mentionedBy?: MentionedBy | null | undefined;
}

export const PROFILE_ABOUT_MOST = 2_000;

export type UpdateProfileReason =
  | NameRefusalReason
  | HandleRefusalReason
  | { readonly code: 'HANDLE_TAKEN' }
  | { readonly code: 'ABOUT_TOO_LONG'; readonly characters: number; readonly most: number }
  | { readonly code: 'ABOUT_HAS_HIDDEN_CHARACTERS'; readonly found: readonly string[] }
  | { readonly code: 'YEARS_UNKNOWN' }
  | { readonly code: 'LANGUAGE_UNKNOWN' };

/** Changes what others see of a person. What is not given stays. */
@Injectable()
export class UpdateProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PersonStore,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: UpdateProfileCommand,
  ): Promise<Decision<{ readonly personId: string }, UpdateProfileReason>> {
    try {
      return await this.change(viewer, command);
    } catch (error) {
      if (constraintName(error) === 'people_handle_key') return refuse([{ code: 'HANDLE_TAKEN' }]);
      throw error;
    }
  }

  private change(
    viewer: SignedInViewer,
    command: UpdateProfileCommand,
  ): Promise<Decision<{ readonly personId: string }, UpdateProfileReason>> {
    return this.unitOfWork.run(async (tx) => {
      const person = await this.people.lock(tx, viewer.person.id);
      if (person === undefined || person.deleted_at !== null) throw new UnauthenticatedError();

      const reasons: UpdateProfileReason[] = [];
      const name = command.name === undefined ? accept(person.name) : cleanName(command.name);
      const handle = command.handle === undefined ? accept(person.handle) : cleanHandle(command.handle);
      const about = (command.about ?? person.about).normalize('NFC').trim();
      const language = languageOf(command.language ?? person.language);
      if (!name.ok) reasons.push(...name.reasons);
      if (!handle.ok) reasons.push(...handle.reasons);
      if (about.length > PROFILE_ABOUT_MOST)
        reasons.push({ code: 'ABOUT_TOO_LONG', characters: about.length, most: PROFILE_ABOUT_MOST });
      const found = hiddenCharacters(about);
      if (found.length > 0) reasons.push({ code: 'ABOUT_HAS_HIDDEN_CHARACTERS', found });
      const bornFrom = command.bornFrom === 0 ? null : (command.bornFrom ?? person.bornFrom);
      if (bornFrom !== null && !isYearBand(bornFrom)) reasons.push({ code: 'YEARS_UNKNOWN' });
      if (language === undefined) reasons.push({ code: 'LANGUAGE_UNKNOWN' });
      if (!name.ok || !handle.ok || language === undefined || reasons.length > 0) return refuse(reasons);

      await this.people.updateProfile(tx, {
        id: person.id,
        name: name.value,
        handle: handle.value,
        about,
        language,
        bornFrom,
        mentionedBy: command.mentionedBy ?? person.mentionedBy,
      });
      return accept({ personId: person.id });
    });
  }
}

/** The canonical form of a BCP 47 tag, or undefined when it is none. */
function languageOf(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
