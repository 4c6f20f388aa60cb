/** Sorts of organisation in the order in which they are offered. */
export const KINDS = [
  'CHARITY',
  'COMMUNITY_GROUP',
  'SOCIAL_ENTERPRISE',
  'COMPANY',
  'PUBLIC_BODY',
  'FOUNDATION',
  'UNIVERSITY',
  'OTHER',
] as const;
export type Kind = (typeof KINDS)[number];

export function isKind(value: string | null): value is Kind {
  return KINDS.some((kind) => kind === value);
}

export const REGISTERS = ['GB_CHC', 'GB_SC', 'GB_NIC', 'GB_COH', 'IE_CHY', 'SG_ACRA', 'US_EIN'] as const;
export type Register = (typeof REGISTERS)[number];

export const ROLES = ['ADMIN', 'MEMBER', 'APPROVER'] as const;
export type Role = (typeof ROLES)[number];
