import { checkIdeaContent, checkText, COMMENT_LIMITS, type IdeaAsk, isHeld } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../../../platform/database/index.js';
import { type MutationCall, MutationGuards, RefusalObject, requirement } from '../../../platform/graphql/index.js';
import { HeldPostStore } from '../persistence/held-post-store.js';
import { isLookedThrough, textsIn } from './text-fields.js';

/** What somebody writes for everybody to read, as their first word here. */
const POSTS: ReadonlySet<string> = new Set(['logIdea', 'addComment', 'offerReuse']);
/** What stays open to somebody who is blocked: reading, and leaving with what is theirs. */
const OPEN_TO_BLOCKED: ReadonlySet<string> = new Set([
  'exportMyData',
  'deleteMyAccount',
  'appealDecision',
  'updateNotificationSettings',
]);

/** Holds the first posts of somebody new where the installation asks for it, and everything of somebody blocked. */
@Injectable()
export class HoldFirstPosts {
  constructor(
    guards: MutationGuards,
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: HeldPostStore,
  ) {
    guards.register((call) => this.look(call));
  }

  private async look({ name, takes, args, viewer }: MutationCall): Promise<RefusalObject | undefined> {
    if (viewer.person.blocked === true && !OPEN_TO_BLOCKED.has(name)) {
      return refusal(
        'BLOCKED',
        'The site team blocked this account. You can read, take your data with you, and appeal.',
      );
    }
    if (!POSTS.has(name)) return undefined;
    const typed = textsIn(takes, args);
    // What is wrong is told at once, by the use case with everything else that is; only what could be published waits.
    if (typed.some(({ text }) => !canBeStored(text)) || isWrong(name, args['input'])) return undefined;
    const texts = typed
      .filter(({ field }) => field !== 'evidence' && (name === 'logIdea' || isLookedThrough(name, field)))
      .map(({ text }) => text);
    return this.unitOfWork.run(async (tx) => {
      const writer = await this.posts.writer(tx, viewer.person.id);
      if (!isHeld(texts, writer)) return undefined;
      await this.posts.hold(tx, viewer.person.id, name, args['input']);
      return refusal(
        'HELD_FOR_A_LOOK',
        'This is one of your first posts here, so the site team looks at it before others see it. It is kept: you need not send it again, and you will hear.',
      );
    });
  }
}

function isWrong(name: string, input: unknown): boolean {
  if (name === 'logIdea') return !checkIdeaContent(input as IdeaAsk).ok;
  if (name !== 'addComment') return false;
  const { body } = input as { readonly body: string };
  return checkText(body, ['input', 'body'], { most: COMMENT_LIMITS.body, lines: 'many' }).faults.length > 0;
}

function canBeStored(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

function refusal(code: string, message: string): RefusalObject {
  return Object.assign(new RefusalObject(), { requirements: [requirement(code, { message })] });
}
