import { registerEnumType } from '@nestjs/graphql';
import {
  HANDOVER_MODELS,
  SEAT_KINDS,
  TEAM_ROLES,
  VENTURE_MEMBER_ROLES,
  VENTURE_PHASES,
  VENTURE_STATUSES,
} from '@openimpact/domain';

import { enumOf } from '../../../platform/graphql/index.js';

export const VentureStatusEnum = enumOf(VENTURE_STATUSES);
registerEnumType(VentureStatusEnum, {
  name: 'VentureStatus',
  description: 'Where a venture stands. It may convene before any money.',
});
export const VenturePhaseEnum = enumOf(VENTURE_PHASES);
registerEnumType(VenturePhaseEnum, {
  name: 'VenturePhase',
  description: 'The phases of the shared workplan, in order.',
});
export const SeatKindEnum = enumOf(SEAT_KINDS);
registerEnumType(SeatKindEnum, { name: 'SeatKind', description: 'Whose seats a venture keeps at its table.' });
export const TeamRoleEnum = enumOf(TEAM_ROLES);
registerEnumType(TeamRoleEnum, {
  name: 'TeamRole',
  description: 'What somebody in the coordinating team answers for.',
});
export const VentureMemberRoleEnum = enumOf(VENTURE_MEMBER_ROLES);
registerEnumType(VentureMemberRoleEnum, {
  name: 'VentureMemberRole',
  description: 'How an organisation belongs to a venture.',
});
export const HandoverModelEnum = enumOf(HANDOVER_MODELS);
registerEnumType(HandoverModelEnum, {
  name: 'HandoverModel',
  description: 'Who will own and run it after the venture.',
});
export const MilestoneStateEnum = enumOf(['DONE', 'OVERDUE', 'NEXT', 'PLANNED']);
registerEnumType(MilestoneStateEnum, {
  name: 'MilestoneState',
  description: 'Done, late, the next one due, or later.',
});
