import {
  accept,
  refuse,
  signCommonsAgreement,
  type AgreementStatus,
  type Decision,
  type DraftAgreementRefusal,
  type IdeaStage,
  type SignAgreementRefusal,
} from '@openimpact/domain';

import { belongsTo, type Viewer } from '../../../platform/auth/index.js';
import { mayDraft } from './agreement-facts.js';

/** What the views know of an idea and a version of its agreement. */
export interface AgreementPermissionFacts {
  readonly stage: IdeaStage;
  readonly leadOrganisationId: string | null;
  readonly authorIds: readonly string[];
  readonly roundIsOpen: boolean;
  readonly today: string;
  readonly status: AgreementStatus | null;
  readonly revision: number | null;
  readonly outputs: readonly { readonly title: string; readonly dueOn: string | null }[];
}

const CLOSED: readonly IdeaStage[] = ['FUNDING', 'WITHDRAWN', 'MERGED', 'DECLINED', 'STOPPED'];

/** Whether the viewer could save a draft, as far as can be known before its outputs. */
export function canDraft(viewer: Viewer, facts: AgreementPermissionFacts): Decision<null, DraftAgreementRefusal> {
  const reasons: DraftAgreementRefusal[] = [];
  if (!mayDraft(viewer, facts)) reasons.push({ code: 'MAY_NOT_DRAFT' });
  if (CLOSED.includes(facts.stage)) reasons.push({ code: 'AGREEMENT_CLOSED', stage: facts.stage });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}

/** Whether the viewer could sign this version for the lead organisation, by the same rule as the mutation. */
export function canSign(viewer: Viewer, facts: AgreementPermissionFacts): Decision<unknown, SignAgreementRefusal> {
  const lead = facts.leadOrganisationId;
  return signCommonsAgreement({
    status: facts.status ?? 'DRAFT',
    revisionRead: facts.revision ?? 1,
    revision: facts.revision ?? 1,
    leadOrganisationId: lead,
    organisationId: lead ?? '',
    isAdminThere: lead !== null && belongsTo(viewer, lead, 'ADMIN'),
    roundIsOpen: facts.roundIsOpen,
    outputs: facts.outputs,
    today: facts.today,
  });
}
