import { accept, refuse, type Decision } from '../shared/decision.js';

/**
 * Public registers whose numbers can be checked by form, under the codes of org-id.guide, so that an
 * organisation's identifier reads the same in a grants export as everywhere else.
 */
export const REGISTERS = {
  'GB-CHC': { label: 'Charity Commission for England and Wales', form: /^\d{6,7}$/, example: '1012345' },
  'GB-SC': { label: 'Scottish Charity Regulator', form: /^SC0\d{5}$/, example: 'SC012345' },
  'GB-NIC': { label: 'Charity Commission for Northern Ireland', form: /^1\d{5}$/, example: '101234' },
  'GB-COH': { label: 'Companies House', form: /^(?:\d{8}|[A-Z]{2}\d{6}|[A-Z]{2}\d{5}[A-Z])$/, example: '01234567' },
  'IE-CHY': { label: 'Irish Revenue, charities', form: /^(?:CHY)?\d{3,5}$/, example: '12345' },
  'SG-ACRA': {
    label: 'Singapore, unique entity number',
    form: /^(?:\d{8,9}|[TSR]\d{2}[A-Z]{2}\d{4})[A-Z]$/,
    example: '201234567A',
  },
  'US-EIN': { label: 'United States, employer identification number', form: /^\d{2}-?\d{7}$/, example: '12-3456789' },
} as const;

export type RegisterCode = keyof typeof REGISTERS;

export function isRegisterCode(code: string): code is RegisterCode {
  return Object.hasOwn(REGISTERS, code);
}

export interface Registration {
  readonly register: RegisterCode;
  readonly number: string;
}

export type RegistrationRefusalReason =
  | { readonly code: 'REGISTER_UNKNOWN'; readonly known: readonly string[] }
  | { readonly code: 'REGISTRATION_NUMBER_MALFORMED'; readonly register: string; readonly example: string };

/** A registration as it is stored: without spaces, in capitals. Whether it exists is what a steward looks up. */
export function cleanRegistration(register: string, number: string): Decision<Registration, RegistrationRefusalReason> {
  if (!isRegisterCode(register)) return refuse([{ code: 'REGISTER_UNKNOWN', known: Object.keys(REGISTERS) }]);
  const { form, label, example } = REGISTERS[register];
  const cleaned = number.replaceAll(/\s/g, '').toUpperCase();
  if (!form.test(cleaned)) return refuse([{ code: 'REGISTRATION_NUMBER_MALFORMED', register: label, example }]);
  return accept({ register, number: cleaned.replaceAll('-', '') });
}
