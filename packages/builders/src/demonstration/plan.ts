import type {
  BudgetLineKind,
  ComponentFunction,
  HandoverModel,
  IdeaStage,
  IndicatorDirection,
  IndicatorTier,
  OrganisationKind,
  OrganisationRole,
  OutputKind,
  Perspective,
  PledgeCondition,
  ProgressUnit,
  ReportReason,
  ReturnConditionTerm,
  RoundPurpose,
  Theme,
  VenturePhase,
} from '@openimpact/domain';
import type { PlannedMeasuring } from './plan-measuring.js';

/** A person of the demonstration. Nobody here exists; a name that resembles somebody's is chance. */
export interface PlannedPerson {
  readonly handle: string;
  readonly name: string;
  /** What they do, in a line: the sign-in page of a demonstration lists people by it. */
  readonly does: string;
  readonly perspective: Perspective;
  readonly steward?: true;
}

export interface PlannedOrganisation {
  readonly key: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly about: string;
  /** A number in the form of the register, above any that it has given out. */
  readonly registration: { readonly register: 'GB-CHC' | 'GB-COH'; readonly number: string } | null;
  readonly verified: boolean;
  /** What an admin writes who asks the site team to verify it, where nobody has looked yet. */
  readonly asksToBeVerified?: { readonly note: string; readonly daysAgo: number };
  /** Whole pounds above which a pledge needs a second person; null where the organisation does not fund. */
  readonly approvalThreshold: number | null;
  /** The first is the one who creates it. */
  readonly members: readonly { readonly person: string; readonly roles: readonly OrganisationRole[] }[];
}

export interface PlannedComponent {
  readonly key: string;
  readonly owner: string | null;
  readonly registeredBy: string;
  readonly themes: readonly Theme[];
  readonly functions: readonly ComponentFunction[];
  /** A publiccode.yml as its maintainers would write it. */
  readonly publiccode: string;
  /** Days before now; left out: from the beginning. */
  readonly registeredDaysAgo?: number;
}

export interface PlannedMandate {
  readonly key: string;
  readonly organisation: string;
  readonly publishedBy: string;
  readonly title: string;
  readonly summary: string;
  readonly themes: readonly Theme[];
  readonly places: readonly string[];
  readonly peopleServed: string;
  /** Amounts are whole pounds. */
  readonly budget: number;
  readonly smallest: number;
  readonly largest: number;
  readonly purposes: readonly RoundPurpose[];
  readonly pays: readonly BudgetLineKind[];
  readonly returnConditions: readonly ReturnConditionTerm[];
  readonly pledgeConditions: readonly PledgeCondition[];
  readonly approvalThreshold: number | null;
}

export interface PlannedComment {
  readonly by: string;
  readonly perspective: Perspective;
  readonly text: string;
}

export interface PlannedInterest {
  readonly organisation: string;
  readonly by: string;
  readonly level: 'WOULD_PILOT' | 'WOULD_ADOPT';
  readonly peopleServed: number;
  readonly note: string;
}

export interface PlannedOutput {
  readonly kind: OutputKind;
  readonly title: string;
  readonly licence: string;
  /** Days after the round succeeds. */
  readonly dueAfterDays: number;
  /** The instalment this output has to precede, if any. */
  readonly beforeInstalment: number | null;
}

export interface PlannedShaping {
  readonly lead: string;
  readonly leadPerson: string;
  readonly forWhom: string;
  readonly outcome: string;
  readonly approach: string;
  readonly whatCouldGoWrong: {
    readonly what: string;
    readonly forWhom: string;
    readonly noticedBy: string;
    readonly stopWhen: string;
  };
  readonly budget: readonly { readonly kind: BudgetLineKind; readonly label: string; readonly amount: number }[];
  readonly reuse:
    | {
        readonly component: string;
        readonly by: string;
        readonly covers: string;
        readonly missing: string;
        readonly savesDays: number;
      }
    | { readonly nothingFits: string };
  readonly outputs: readonly PlannedOutput[];
}

export interface PlannedRound {
  readonly purpose: RoundPurpose;
  readonly minimum: number;
  readonly target: number;
  readonly openedDaysAgo: number;
  /** Days from its opening to its deadline. */
  readonly openForDays: number;
  readonly instalments: readonly { readonly title: string; readonly percent: number }[];
  readonly pledges: readonly {
    readonly mandate: string;
    readonly by: string;
    readonly amount: number;
    readonly approvedBy?: string;
    /** It is above the threshold, and the second person has not looked yet. */
    readonly waits?: true;
  }[];
  readonly ends: 'OPEN' | 'SUCCEEDS' | 'FAILS';
}

export interface PlannedMilestone {
  readonly phase: VenturePhase;
  readonly title: string;
  readonly owner: string;
  /** Days from the start of the venture. */
  readonly dueAfterDays: number;
  /** Present when done. */
  readonly evidence?: string;
}

/** Something that a data standard measures. */
export interface PlannedIndicator {
  readonly title: string;
  readonly definition: string;
  readonly unit: ProgressUnit;
  readonly direction: IndicatorDirection;
  readonly tier: IndicatorTier;
}

/** What is shared back for one of the promised outputs, and who looked at it without being tied to it. */
export interface PlannedReturn {
  /** The title of the promised output. */
  readonly output: string;
  readonly by: string;
  readonly summary: string;
  readonly text?: string;
  readonly address?: string;
  readonly consent?: string;
  readonly anonymised?: string;
  readonly method?: string;
  readonly sample?: string;
  readonly withdrawalContact?: string;
  /** A data standard only; defined once it is in the library. */
  readonly indicators?: readonly PlannedIndicator[];
  readonly submittedAfterDays: number;
  /** Absent while nobody has looked. */
  readonly verified?: { readonly by: string; readonly afterDays: number; readonly reason: string };
}

/** An instalment that was called; paid and received by those who pledged and who lead. */
export interface PlannedCall {
  readonly instalment: number;
  readonly calledAfterDays: number;
  /** Absent while the request waits. */
  readonly paidAfterDays?: number;
  /** The funder who paid already while the request waits; whether it arrived is not confirmed. */
  readonly sent?: { readonly by: string; readonly afterDays: number };
}

/** Something a venture measures, with days counted from the start of the venture. */
export interface PlannedMeasure {
  readonly title: string;
  readonly definition: string;
  readonly unit: ProgressUnit;
  readonly unitNote?: string;
  readonly direction: IndicatorDirection;
  readonly baseline: { readonly value: string; readonly day: number };
  readonly target: { readonly value: string; readonly day: number };
  /** A later definition, after which something else is counted or the same is said more clearly. */
  readonly revised?: {
    readonly definition: string;
    readonly changeNote: string;
    readonly material: boolean;
    readonly afterDays: number;
  };
  readonly values: readonly { readonly value: string; readonly from: number; readonly to: number }[];
}

/** A meeting with the people a venture is for; answered unless it is still to come. */
export interface PlannedSession {
  readonly question: string;
  readonly place: string;
  readonly access: string;
  readonly by: string;
  readonly heldAfterDays: number;
  readonly answer?: { readonly said: string; readonly people: number; readonly changed: string };
}

/** Places at the table that are offered to people whom the venture is for. */
export interface PlannedInvitation {
  readonly asked: string;
  readonly timePaid: string;
  readonly expensesPaid: string;
  readonly access: string;
  readonly places: number;
  readonly afterDays: number;
}

export interface PlannedVenture {
  readonly invites?: PlannedInvitation;
  readonly measures?: readonly PlannedMeasure[];
  readonly sessions?: readonly PlannedSession[];
  readonly calls: readonly PlannedCall[];
  readonly returns: readonly PlannedReturn[];
  /** Phases gone on to, after the seats were asked. */
  readonly phases: readonly { readonly to: VenturePhase; readonly afterDays: number }[];
  readonly agenda: readonly { readonly text: string; readonly note: string }[];
  readonly signedBy: readonly { readonly organisation: string; readonly by: string }[];
  readonly team: readonly { readonly person: string; readonly role: string }[];
  readonly seats: readonly {
    readonly person: string;
    readonly kind: 'SERVICE_USER' | 'PRACTITIONER' | 'TECHNOLOGIST' | 'FUNDER';
  }[];
  readonly milestones: readonly PlannedMilestone[];
  readonly updates: readonly {
    readonly title: string;
    readonly body: string;
    readonly by: string;
    readonly afterDays: number;
  }[];
  readonly decisions: readonly {
    readonly decided: string;
    readonly why: string;
    readonly by: string;
    readonly afterDays: number;
  }[];
  readonly usersSaid: readonly {
    readonly said: string;
    readonly people: number;
    readonly changed: string;
    readonly afterDays: number;
  }[];
  readonly handedOver?: {
    readonly model: HandoverModel;
    readonly ownerName: string;
    readonly needs: string;
    readonly afterDays: number;
  };
  readonly stopped?: {
    readonly why: string;
    readonly learned: string;
    readonly nextForUsers: string;
    readonly afterDays: number;
  };
}

export interface PlannedIdea {
  readonly key: string;
  readonly title: string;
  readonly need: string;
  readonly outcome: string;
  readonly peopleServed: string;
  readonly whatExists: string;
  readonly themes: readonly Theme[];
  readonly places: readonly string[];
  readonly author: string;
  readonly loggedDaysAgo: number;
  /** Where it stands when the story is told. */
  readonly reaches: IdeaStage;
  /** People who support it, chosen by the seed among those who hold the hat. */
  readonly support: Partial<Record<Perspective, number>>;
  readonly interests: readonly PlannedInterest[];
  readonly comments: readonly PlannedComment[];
  /** Whom the author asks to lead, and what they say, where they have. */
  readonly leads?: readonly {
    readonly organisation: string;
    readonly question: string;
    readonly answer?: { readonly by: string; readonly wouldLead: boolean; readonly note: string };
  }[];
  /** Somebody of lived experience fears that it makes things worse, and what the author answers. */
  readonly harm?: { readonly by: string; readonly why: string; readonly answer: string };
  readonly shaping?: PlannedShaping;
  readonly rounds?: readonly PlannedRound[];
  readonly venture?: PlannedVenture;
  /** What the author says who withdrew it, or a steward who declined it. */
  readonly asideReason?: string;
  /** The steward who declined it, and the author's appeal to the other one. */
  readonly declined?: {
    readonly by: string;
    readonly appeal: { readonly reason: string; readonly decidedBy: string; readonly because: string };
  };
  /** The idea that says the same, whose author agreed that this one goes up in it. */
  readonly mergedInto?: { readonly idea: string; readonly reason: string };
  /** Offers that wait for an answer. */
  readonly offers?: readonly {
    readonly component: string;
    readonly by: string;
    readonly covers: string;
    readonly missing: string;
  }[];
  /** The idea whose return it starts from. */
  readonly startsFrom?: string;
}

/** Something an organisation gave to the shared library of its own accord. */
export interface PlannedEntry {
  readonly key: string;
  readonly kind: OutputKind;
  readonly organisation: string;
  readonly by: string;
  readonly daysAgo: number;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly licence: string;
  readonly themes: readonly Theme[];
  /** User research only. */
  readonly consent?: string;
  readonly anonymised?: string;
  readonly research?: {
    readonly method: string;
    readonly studiedDaysAgo: number;
    readonly sample: string;
    readonly confidence: 'LOW' | 'MEDIUM' | 'HIGH';
    readonly withdrawalContact: string;
  };
  /** A data standard only. */
  readonly indicators?: readonly PlannedIndicator[];
  /** What organisations measured by it. A data standard only. */
  readonly measured?: PlannedMeasuring;
  /** Organisations that say that they use it. */
  readonly uses: readonly { readonly organisation: string; readonly by: string; readonly whatFor: string }[];
}

/** A comment that somebody told the site team of, and what became of it. */
export interface PlannedReport {
  readonly idea: string;
  readonly writtenBy: string;
  readonly perspective: Perspective;
  readonly text: string;
  readonly writtenDaysAgo: number;
  readonly reportedBy: string;
  readonly reason: ReportReason;
  readonly note: string;
  /** Absent while nobody has looked. */
  readonly decision?: { readonly by: string; readonly remove: boolean; readonly note: string };
  readonly appeal?: {
    readonly reason: string;
    /** Absent while the other steward has not decided. */
    readonly decision?: { readonly by: string; readonly overturn: boolean; readonly because: string };
  };
}

/** A first word that the site team looks at before others read it. */
export interface PlannedHeldPost {
  readonly idea: string;
  readonly by: string;
  readonly perspective: Perspective;
  readonly text: string;
  readonly daysAgo: number;
}

export interface DemonstrationPlan {
  readonly people: readonly PlannedPerson[];
  readonly organisations: readonly PlannedOrganisation[];
  readonly components: readonly PlannedComponent[];
  readonly mandates: readonly PlannedMandate[];
  readonly ideas: readonly PlannedIdea[];
  readonly givenEntries: readonly PlannedEntry[];
  readonly reports: readonly PlannedReport[];
  readonly heldPosts: readonly PlannedHeldPost[];
}
