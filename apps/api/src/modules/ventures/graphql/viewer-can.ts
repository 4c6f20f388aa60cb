import {
  accept,
  isVentureOpen,
  refuse,
  SEATS_HEARD_ON_PHASES,
  type Decision,
  type SeatKind,
  type VentureMember,
  type VenturePhase,
  type VentureStatus,
} from '@openimpact/domain';

import { belongsTo, type SignedInViewer, type Viewer } from '../../../platform/auth/index.js';
import { globalId } from '../../../platform/database/index.js';
import { PermissionObject } from '../../../platform/graphql/index.js';
import { mayCoordinate, mayEnd, mayWriteAgenda, SPEAKING_ROLES } from '../application/policy.js';
import type { VentureViewerCanObject } from './venture.object.js';
import { wordVenture, type VentureReason } from './wording.js';

/** What the view answers about the viewer and a venture. */
export interface ViewerFacts {
  readonly status: VentureStatus;
  readonly phase: VenturePhase;
  readonly members: readonly VentureMember[];
  readonly inTeam: boolean;
  readonly seat: SeatKind | null;
  readonly newest: number | null;
  readonly signedBy: readonly string[];
}

const NOT_SIGNED_IN = { message: 'Sign in first.' };

/** The same policies as the mutations ask, answered before anybody types. */
export function ventureViewerCan(viewer: Viewer, facts: ViewerFacts): VentureViewerCanObject {
  const { person } = viewer;
  if (person === null) {
    const no = PermissionObject.from(refuse([{ code: 'NOT_SIGNED_IN' } as const]), () => NOT_SIGNED_IN);
    return {
      coordinate: no,
      reviseAgenda: no,
      signAgenda: no,
      signFor: [],
      takeSeat: no,
      leaveSeat: no,
      recordSeatView: no,
      end: no,
    };
  }
  const signedIn: SignedInViewer = { ...viewer, person };
  const members = {
    members: facts.members,
    team: facts.inTeam ? [{ personId: person.id, role: 'COORDINATOR' as const }] : [],
  };
  const open: Decision<null, VentureReason> = isVentureOpen(facts.status)
    ? accept(null)
    : refuse([{ code: 'VENTURE_ENDED', status: facts.status }]);
  const signFor = facts.members.filter(
    ({ organisationId }) =>
      belongsTo(viewer, organisationId, ...SPEAKING_ROLES) && !facts.signedBy.includes(organisationId),
  );
  return {
    coordinate: permission(mayCoordinate(signedIn, members)),
    reviseAgenda: permission(open, mayWriteAgenda(signedIn, members)),
    signAgenda: permission(
      open,
      facts.newest === null ? refuse([{ code: 'NO_AGENDA_YET' }]) : accept(null),
      signFor.length === 0 ? refuse([{ code: 'NOT_ACTING_FOR_ORGANISATION' }]) : accept(null),
    ),
    signFor: signFor.map(({ organisationId }) => globalId('organisation', organisationId)),
    takeSeat: permission(
      open,
      facts.seat === null ? accept(null) : refuse([{ code: 'SEAT_ALREADY_TAKEN', kind: facts.seat }]),
    ),
    recordSeatView: permission(
      open,
      SEATS_HEARD_ON_PHASES.some((kind) => kind === facts.seat)
        ? accept(null)
        : refuse([{ code: 'SEAT_NOT_HEARD_ON_PHASES', kind: facts.seat }]),
    ),
    leaveSeat: permission(facts.seat === null ? refuse([{ code: 'NO_SEAT_HELD' }]) : accept(null)),
    end: permission(open, mayEnd(signedIn, members)),
  };
}

function permission(...decisions: readonly Decision<null, VentureReason>[]): PermissionObject {
  const reasons = decisions.flatMap((decision) => (decision.ok ? [] : decision.reasons));
  return PermissionObject.from(reasons.length > 0 ? refuse(reasons) : accept(null), wordVenture);
}
