import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { REPORT_REASONS } from '@openimpact/domain';

import { ReportReasonEnum } from './report.object.js';

@ObjectType('WaitingReport', { description: 'Something somebody reported.' })
export class WaitingReportObject {
  @Field(() => ID, { description: 'The report.' }) id!: string;
  @Field(() => ReportReasonEnum, { description: 'Why.' }) reason!: (typeof REPORT_REASONS)[number];
  @Field(() => String, { description: 'What whoever reported it said.' }) note!: string;
  @Field(() => Date, { description: 'When it was reported.' }) createdAt!: string;
  @Field(() => Date, { description: 'Until when somebody should have looked.' }) dueAt!: string;
  @Field(() => Boolean, { description: 'Whether that has passed.' }) overdue!: boolean;
  @Field(() => String, { description: 'What was reported: Comment, Idea.' }) kind!: string;
  @Field(() => ID, { description: 'What was reported.' }) subjectId!: string;
  @Field(() => String, { description: 'Its first words, as everybody sees them now.' }) text!: string;
  @Field(() => String, { nullable: true, description: 'What stood there before it was hidden.' }) hiddenText!:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'The page it stands on.' }) address!: string | null;
}

@ObjectType('WaitingPost', { description: 'A first post that waits for a look.' })
export class WaitingPostObject {
  @Field(() => ID, { description: 'The post.' }) id!: string;
  @Field(() => String, { description: 'What it would do: logIdea, addComment, offerReuse.' }) operation!: string;
  @Field(() => Date, { description: 'When it was written.' }) createdAt!: string;
  @Field(() => String, { description: 'Who wrote it.' }) writer!: string;
  @Field(() => [String], { description: 'Its words.' }) texts!: string[];
}

@ObjectType('VoteSignal', { description: 'Many votes in a short time. It decides nothing.' })
export class VoteSignalObject {
  @Field(() => ID, { description: 'The signal.' }) id!: string;
  @Field(() => Date, { description: 'From when.' }) beganAt!: string;
  @Field(() => Date, { description: 'Until when.' }) endedAt!: string;
  @Field(() => Int, { description: 'How many votes came.' }) votes!: number;
  @Field(() => Int, { description: 'How many of them by accounts made within a day before.' }) newAccounts!: number;
  @Field(() => Int, { description: 'How many usually come in as long a time.' }) usual!: number;
  @Field(() => String, { description: 'The idea’s address.' }) slug!: string;
  @Field(() => String, { description: 'The idea.' }) title!: string;
}

@ObjectType('ProposedPolicy', { description: 'Numbers that would be in force.' })
export class ProposedPolicyObject {
  @Field(() => Int, { description: 'Votes of support.' }) votesOfSupport!: number;
  @Field(() => Int, { description: 'Verified organisations among them.' }) verifiedOrganisations!: number;
  @Field(() => Int, { description: 'Organisations that would try it.' }) adoptionInterests!: number;
  @Field(() => Int, { description: 'People with experience of it.' }) livedExperienceVoices!: number;
  @Field(() => String, { description: 'What happens to first posts.' }) firstPosts!: string;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}

@ObjectType('StewardProposal', { description: 'What one of the site team proposed and another confirms.' })
export class StewardProposalObject {
  @Field(() => ID, { description: 'What confirmSecond takes.' }) id!: string;
  @Field(() => String, { description: 'PERSON_BLOCKED or POLICY_CHANGED.' }) kind!: string;
  @Field(() => String, { description: 'Who proposed it.' }) proposedBy!: string;
  @Field(() => String, { nullable: true, description: 'Whom it is about.' }) about!: string | null;
  @Field(() => Date, { description: 'When.' }) proposedAt!: string;
  @Field(() => Date, { nullable: true, description: 'From when one person is enough.' }) noticeEndsAt!: string | null;
  @Field(() => Boolean, { description: 'Whether you may confirm it now.' }) mayConfirm!: boolean;
  @Field(() => ProposedPolicyObject, { nullable: true, description: 'What would be in force.' })
  policy!: ProposedPolicyObject | null;
}

@ObjectType('StewardQueue', {
  description: 'Everything that waits for the site team, the most urgent first. Up to fifty of each.',
})
export class StewardQueueObject {
  @Field(() => Boolean, { description: 'Whether you are named for reports that somebody may be at risk.' })
  safeguarding!: boolean;
  @Field(() => Boolean, { description: 'Whether nobody is: then nobody sees them.' })
  nobodyNamedForSafeguarding!: boolean;
  @Field(() => Int, { description: 'How many such reports wait. Their words are seen only by those named for them.' })
  risksWaiting!: number;
  @Field(() => [WaitingReportObject], { description: 'Reports.' }) reports!: WaitingReportObject[];
  @Field(() => [WaitingPostObject], { description: 'First posts that wait.' }) heldPosts!: WaitingPostObject[];
  @Field(() => [VoteSignalObject], { description: 'Bursts of votes.' }) signals!: VoteSignalObject[];
  @Field(() => [StewardProposalObject], { description: 'What waits for a second person.' })
  proposals!: StewardProposalObject[];
}

@ObjectType('TransparencyLine', { description: 'How often the site team did something in a month.' })
export class TransparencyLineObject {
  @Field(() => String, { description: 'Year and month: 2026-11.' }) month!: string;
  @Field(() => String, {
    description:
      'REPORTS, DECISIONS, REDACTIONS, HELD_POSTS, VOTE_BURSTS, LOOKS_AT_IDENTITY, APPEALS or APPEALS_DECIDED.',
  })
  what!: string;
  @Field(() => String, { description: 'Of which kind.' }) kind!: string;
  @Field(() => Int, { nullable: true, description: 'How many; null where there were few.' }) count!: number | null;
  @Field(() => Int, { nullable: true, description: 'Where there were few: fewer than this.' }) fewerThan!:
    | number
    | null;
}

@ObjectType('GatePolicy', {
  description: 'The numbers that gates asked for from a day on. Ideas logged before keep theirs.',
})
export class GatePolicyObject {
  @Field(() => Int, { description: 'Counts from 1.' }) version!: number;
  @Field(() => Int, { description: 'Votes of support.' }) votesOfSupport!: number;
  @Field(() => Int, { description: 'Verified organisations among them.' }) verifiedOrganisations!: number;
  @Field(() => Int, { description: 'Organisations that would try it.' }) adoptionInterests!: number;
  @Field(() => Int, { description: 'People with experience of it.' }) livedExperienceVoices!: number;
  @Field(() => Date, { nullable: true, description: 'From when; null for the first.' }) inForceFrom!: string | null;
}

@ObjectType('Transparency', { description: 'What the site team did, and by which rules.' })
export class TransparencyObject {
  @Field(() => [TransparencyLineObject], { description: 'The last two years, newest month first.' })
  lines!: TransparencyLineObject[];
  @Field(() => [GatePolicyObject], { description: 'Every policy there was, newest first.' })
  policies!: GatePolicyObject[];
  @Field(() => String, { description: 'What happens to first posts now.' }) firstPosts!: string;
  @Field(() => String, {
    description: 'Where somebody who needs help now finds it, in Markdown. Empty where the operator named none.',
  })
  helpContacts!: string;
}

@ObjectType('DecisionAboutYou', { description: 'Something the site team decided about what you wrote or did.' })
export class DecisionAboutYouObject {
  @Field(() => ID, { description: 'What appealDecision takes.' }) id!: string;
  @Field(() => String, { description: 'CONTENT_REMOVED, VOTES_SET_ASIDE, POST_DECLINED or PERSON_BLOCKED.' })
  kind!: string;
  @Field(() => String, { description: 'Why, in the words of who decided. Empty where none were asked for.' })
  reason!: string;
  @Field(() => Date, { description: 'When.' }) decidedAt!: string;
  @Field(() => String, { nullable: true, description: 'The page it is about.' }) address!: string | null;
  @Field(() => Boolean, { description: 'Whether you may appeal to somebody else of the site team.' })
  mayAppeal!: boolean;
}
