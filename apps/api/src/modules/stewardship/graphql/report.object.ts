import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { REPORT_REASONS } from '@openimpact/domain';

import { enumOf, RefusalObject } from '../../../platform/graphql/index.js';

export const ReportReasonEnum = enumOf(REPORT_REASONS);
registerEnumType(ReportReasonEnum, {
  name: 'ReportReason',
  description: 'Why the site team should look at something.',
  valuesMap: {
    SOMEONE_AT_RISK: { description: 'Somebody may be at risk. It is hidden at once, and looked at first.' },
    PERSONAL_DATA: { description: 'It says something about a person that should not be public.' },
    HARASSMENT: { description: 'It attacks or threatens somebody.' },
    SPAM: { description: 'It is advertising, or has nothing to do with what is talked about.' },
    UNTRUE: { description: 'It claims something that is not so, and that matters.' },
    OTHER: { description: 'Something else, said in the note.' },
  },
});

@InputType({ description: 'What the site team should look at, and why.' })
export class ReportContentInput {
  @Field(() => ID, {
    description: 'A comment, an idea, a project’s update, an offer or an entry of the shared library.',
  })
  subjectId!: string;
  @Field(() => ReportReasonEnum, { description: 'Why.' }) reason!: (typeof REPORT_REASONS)[number];
  @Field(() => String, { nullable: true, description: 'What somebody should know to judge it.' }) note?: string | null;
}
@ObjectType('ReportContentPayload', { description: 'The site team is told. Nobody else hears who reported it.' })
export class ReportContentPayload {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => Boolean, { description: 'Whether what was reported is hidden from now on.' }) hidden!: boolean;
}

@InputType({ description: 'A steward’s answer to a report.' })
export class DecideReportInput {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => Boolean, { description: 'Whether what was reported is removed; otherwise it stays, or comes back.' })
  remove!: boolean;
  @Field(() => String, { nullable: true, description: 'Why; its writer is told. Needed where something is removed.' })
  note?: string | null;
}
@ObjectType('DecideReportPayload', { description: 'The report is closed.' })
export class DecideReportPayload {
  @Field(() => ID, { description: 'The report.' }) reportId!: string;
  @Field(() => Boolean, { description: 'Whether what was reported is removed.' }) removed!: boolean;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const ReportContentResult = createUnionType({
  name: 'ReportContentResult',
  description: 'The report, or what is wrong.',
  types: () => [ReportContentPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const DecideReportResult = createUnionType({
  name: 'DecideReportResult',
  description: 'The decision, or what is in the way.',
  types: () => [DecideReportPayload, RefusalObject] as const,
  resolveType: byTypename,
});
