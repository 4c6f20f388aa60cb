import { checkText, findPersonalData, type TextFault, WHY_PERSONAL_DATA_MATTERS } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../../../platform/database/index.js';
import { type MutationCall, MutationGuards, RefusalObject, requirement } from '../../../platform/graphql/index.js';
import { personalDataInWords, wordTextFault } from '../../ideas/index.js';
import { type AskedAbout, QuestionStore } from '../persistence/question-store.js';
import { isLookedThrough, TAKEN_AS_THEY_ARE, textsIn } from './text-fields.js';

/** No field takes more; which takes less says so itself. */
const MOST_CHARACTERS = 60_000;

/** What nobody can see and where a link leads are asked of every field alike; empty and too long, of each by its own rule. */
const SAID_HERE: ReadonlySet<TextFault['code']> = new Set([
  'TEXT_TOO_LONG',
  'TEXT_HAS_HIDDEN_CHARACTERS',
  'TEXT_LINK_NOT_SAFE',
]);

/** Their own rules find the same, with everything else that is wrong, and a draft is kept as it was typed. */
const SAY_IT_THEMSELVES: ReadonlySet<string> = new Set(['logIdea', 'reviseIdea', 'saveIdeaDraft']);

/**
 * Looks through every text of every mutation before its use case: for characters that cannot be seen and links that
 * run, and, where it will be public, for what looks like somebody's personal data.
 *
 * It asks and never decides. Once the author said that it is nobody's secret (`keepPersonalData`), the same text passes,
 * and the decision is kept.
 */
@Injectable()
export class CheckTexts {
  constructor(
    guards: MutationGuards,
    private readonly unitOfWork: UnitOfWork,
    private readonly questions: QuestionStore,
  ) {
    guards.register((call) => this.look(call));
  }

  private async look({ name, takes, args, viewer }: MutationCall): Promise<RefusalObject | undefined> {
    const texts = textsIn(takes, args);
    const faults = texts
      .filter(({ field: named }) => !TAKEN_AS_THEY_ARE.has(named) && !SAY_IT_THEMSELVES.has(name))
      .flatMap(({ text, path }) =>
        checkText(text, path, { most: MOST_CHARACTERS, least: 0, lines: 'many' }).faults.filter(({ code }) =>
          SAID_HERE.has(code),
        ),
      );
    if (faults.length > 0) return RefusalObject.from({ ok: false, reasons: faults }, wordTextFault);

    const found = texts
      .filter((typed) => isLookedThrough(name, typed.field))
      .flatMap((typed) =>
        findPersonalData(typed.text).map(({ kind, found: words }) => ({
          operation: name,
          field: typed.path.join('.'),
          kind,
          found: words,
        })),
      );
    if (found.length === 0) return undefined;
    const open = await this.unitOfWork.run((tx) => this.questions.ask(tx, viewer.person.id, found));
    return open.length === 0 ? undefined : asked(open);
  }
}

function asked(open: readonly AskedAbout[]): RefusalObject {
  return Object.assign(new RefusalObject(), {
    requirements: open.map(({ kind, found, field }) =>
      requirement('PERSONAL_DATA_TO_DECIDE', {
        message: `This looks like ${personalDataInWords(kind)}. ${WHY_PERSONAL_DATA_MATTERS[kind]} Take it out, or say that it is nobody’s secret.`,
        current: found,
        path: field.split('.'),
      }),
    ),
  });
}
