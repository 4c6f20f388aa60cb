/** The stations of the pipeline, in order, and where an idea can end aside from it. */
export const STAGES = ['LOGGED', 'SUPPORTED', 'SHAPED', 'FUNDING', 'DELIVERY', 'COMMONS'] as const;
export const ASIDE_STAGES = ['WITHDRAWN', 'MERGED', 'DECLINED', 'STOPPED'] as const;
export type Stage = (typeof STAGES)[number];
export type AsideStage = (typeof ASIDE_STAGES)[number];
export type IdeaStage = Stage | AsideStage;

/** The hat a person wears when they vote or comment. */
export const PERSPECTIVES = ['LIVED_EXPERIENCE', 'PRACTITIONER', 'TECHNOLOGIST', 'FUNDER', 'PUBLIC'] as const;
export type Perspective = (typeof PERSPECTIVES)[number];

/** What an idea, a component or a mandate is about. A closed list, so that they can be matched. */
export const THEMES = [
  'YOUTH',
  'MENTAL_HEALTH',
  'HOUSING',
  'HOMELESSNESS',
  'DISABILITY',
  'OLDER_PEOPLE',
  'CARERS',
  'DOMESTIC_ABUSE',
  'FOOD',
  'DEBT_AND_MONEY',
  'EMPLOYMENT',
  'EDUCATION',
  'HEALTH',
  'JUSTICE',
  'MIGRATION',
  'COMMUNITY',
  'VOLUNTEERING',
  'ENVIRONMENT',
] as const;
export type Theme = (typeof THEMES)[number];

/** The kinds of thing that can be given to the commons. */
export const OUTPUT_KINDS = [
  'SOFTWARE',
  'DATA_STANDARD',
  'DATASET',
  'USER_RESEARCH',
  'IMPACT_STRATEGY',
  'EVALUATION',
  'DESIGN_PATTERN',
  'API',
] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

/**
 * Which list decides whether a licence is open for a kind of output: software by the OSI's, data and
 * content by the Open Definition's.
 */
export type LicensedAs = 'software' | 'data' | 'content';
export const LICENSED_AS = {
  SOFTWARE: 'software',
  API: 'software',
  DATA_STANDARD: 'content',
  DATASET: 'data',
  USER_RESEARCH: 'content',
  IMPACT_STRATEGY: 'content',
  EVALUATION: 'content',
  DESIGN_PATTERN: 'content',
} as const satisfies Record<OutputKind, LicensedAs>;

/** What a funding round is for. A venture can have several. */
export const ROUND_PURPOSES = ['DISCOVERY', 'BUILD', 'RUN'] as const;
export type RoundPurpose = (typeof ROUND_PURPOSES)[number];

/** Typed lines of a budget: a mandate says what it pays of each. */
export const BUDGET_LINE_KINDS = [
  'DELIVERY',
  'CORE_COSTS',
  'PARTICIPATION',
  'COMPONENT_ADAPTATION',
  'MAINTENANCE',
  'ADOPTER_CAPACITY',
] as const;
export type BudgetLineKind = (typeof BUDGET_LINE_KINDS)[number];

/** What a funder requires back: a closed, public list, so that there are no private conditions. */
export const RETURN_CONDITIONS = ['ACCEPTED_LICENCES', 'OPEN_API', 'RESEARCH_PUBLISHED', 'OUTPUTS_DUE'] as const;
export type ReturnCondition = (typeof RETURN_CONDITIONS)[number];

/** What must be true of a round for a pledge to count. Only predicates that more pledges can never make false. */
export const PLEDGE_CONDITIONS = [
  'MIN_ROUND_TOTAL',
  'MIN_FUNDERS',
  'MIN_VOTES',
  'LIVED_EXPERIENCE_HEARD',
  'NOT_FIRST',
  'MAX_SHARE_OF_TARGET',
  'ACCEPTED_LICENCES',
  'RESEARCH_PUBLISHED',
  'OPEN_API',
  'LEAD_VERIFIED',
] as const;
export type PledgeConditionCode = (typeof PLEDGE_CONDITIONS)[number];

/** Roles in an organisation. An approver is the second person for money. */
export const ORGANISATION_ROLES = ['ADMIN', 'MEMBER', 'APPROVER'] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

/** What a licence answers to a condition: three words, and unknown never means yes. */
export const LICENCE_VERDICTS = ['SATISFIES', 'DOES_NOT', 'ASK_A_PERSON'] as const;
export type LicenceVerdictWord = (typeof LICENCE_VERDICTS)[number];
