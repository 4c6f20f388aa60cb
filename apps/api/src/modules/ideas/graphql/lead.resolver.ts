import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  answerWhoWouldLead,
  type AnswerWhoWouldLeadRefusal,
  askWhoWouldLead,
  type AskWhoWouldLeadRefusal,
} from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId } from '../../../platform/database/index.js';
import { PermissionObject, RefusalObject, SignedIn, type Viewed, Views } from '../../../platform/graphql/index.js';
import { ViewerObject } from '../../people/index.js';
import { AnswerWhoWouldLead } from '../application/answer-who-would-lead.js';
import { AskWhoWouldLead } from '../application/ask-who-would-lead.js';
import '../application/lead-view.js';
import { permitted, type Standing } from './idea-viewer-can.resolver.js';
import { IdeaObject, IdeaViewerCanObject } from './idea.object.js';
import { ideaIdOf } from './idea.resolver.js';
import { wordAnswerWhoWouldLead, wordAskWhoWouldLead } from './lead-wording.js';
import {
  AnswerWhoWouldLeadInput,
  AnswerWhoWouldLeadResult,
  AskWhoWouldLeadInput,
  AskWhoWouldLeadResult,
  LeadRequestObject,
  LeadSuggestionObject,
} from './lead.object.js';

/** An organisation that does not exist; the rule says so beside everything else. */
const NO_ORGANISATION = '00000000-0000-0000-0000-000000000000';
const organisationIdOf = (id: string): string => rowId('organisation', id) ?? NO_ORGANISATION;

/** Who would lead an idea whose author does not want to. */
@Resolver(() => IdeaObject)
export class LeadResolver {
  constructor(
    private readonly views: Views,
    private readonly ask: AskWhoWouldLead,
    private readonly answer: AnswerWhoWouldLead,
  ) {}

  @ResolveField(() => [LeadRequestObject], {
    description:
      'What organisations said to whether they would lead, those who would first. Who was asked and has not answered is told to the authors and that organisation only. At most 50.',
  })
  leadRequests(@Parent() idea: Viewed) {
    return idea['leadRequests'];
  }

  @ResolveField(() => [LeadSuggestionObject], {
    description: 'Organisations that may be worth asking whether they would lead. At most 8.',
  })
  leadSuggestions(@Parent() idea: Viewed) {
    return idea['leadSuggestions'];
  }

  @Mutation(() => AskWhoWouldLeadResult, { description: 'Asks organisations whether they would lead your idea.' })
  async askWhoWouldLead(
    @Args('input') input: AskWhoWouldLeadInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.ask.execute(viewer, {
      ideaId: ideaIdOf(input.ideaId),
      organisationIds: input.organisationIds.map(organisationIdOf),
      note: input.note ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordAskWhoWouldLead);
    return this.views.payload(info, viewer, 'AskWhoWouldLeadPayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => AnswerWhoWouldLeadResult, {
    description: 'Says for your organisation whether it would lead an idea, asked or not. Public.',
  })
  async answerWhoWouldLead(
    @Args('input') input: AnswerWhoWouldLeadInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.answer.execute(viewer, {
      ideaId: ideaIdOf(input.ideaId),
      organisationId: organisationIdOf(input.organisationId),
      answer: input.answer,
      note: input.note ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordAnswerWhoWouldLead);
    return this.views.payload(info, viewer, 'AnswerWhoWouldLeadPayload', 'idea', decision.value.ideaId);
  }
}

interface Leading extends Standing {
  readonly organisationsHeld: readonly string[];
  readonly waiting: number;
}

const SOMEBODY = 'an organisation';

/** The same rules that guard the mutations, asked with an input that nothing is wrong with. */
@Resolver(() => IdeaViewerCanObject)
export class LeadViewerCanResolver {
  @ResolveField(() => PermissionObject, { description: 'Ask organisations whether they would lead it.' })
  askWhoWouldLead(@Parent() can: Viewed) {
    const facts = can['askWhoWouldLead'] as Leading;
    return permitted<AskWhoWouldLeadRefusal>(
      facts,
      (personId) =>
        askWhoWouldLead(
          { organisationIds: [SOMEBODY], note: null },
          { idea: facts, personId, known: [SOMEBODY], askedBefore: [], waiting: facts.waiting },
        ),
      wordAskWhoWouldLead,
    );
  }

  @ResolveField(() => PermissionObject, { description: 'Say for one of your organisations whether it would lead it.' })
  answerWhoWouldLead(@Parent() can: Viewed) {
    const facts = can['answerWhoWouldLead'] as Leading;
    const [organisationId = SOMEBODY] = facts.organisationsHeld;
    return permitted<AnswerWhoWouldLeadRefusal>(
      facts,
      () => answerWhoWouldLead({ organisationId, answer: 'WOULD_LEAD', note: null }, { ...facts, wasAsked: false }),
      wordAnswerWhoWouldLead,
    );
  }
}

@Resolver(() => ViewerObject)
export class ViewerLeadResolver {
  @ResolveField(() => [LeadRequestObject], {
    description: 'Ideas whose authors ask one of your organisations to lead, and wait. Longest waiting first.',
  })
  leadQuestions(@Parent() viewer: Viewed) {
    return viewer['leadQuestions'];
  }
}
