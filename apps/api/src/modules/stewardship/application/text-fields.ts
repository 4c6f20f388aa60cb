import { getNamedType, type GraphQLArgument, type GraphQLInputField, isInputObjectType } from 'graphql';

/**
 * Text fields of mutations that are not looked through for personal data before they are published, and why. Every other
 * one is, so that a new field is by being there.
 *
 * A key is a field's name, or `mutation.field` where only that one is meant.
 */
export const NOT_LOOKED_THROUGH: Readonly<Record<string, string>> = {
  // Codes and addresses: figures in them are nobody's telephone number.
  currency: 'a code',
  language: 'a code',
  licence: 'a licence expression',
  licences: 'licence expressions',
  licenceCondition: 'a licence expression',
  licenceFound: 'a licence expression',
  contentHash: 'a hash',
  token: 'what came with a link',
  clientMutationId: 'the client’s own',
  website: 'a web address',
  address: 'a web address',
  evidenceUrl: 'a web address',
  registrationNumber: 'a number of a public register',
  'recordProgress.value': 'figures',
  'recordMeasurements.value': 'figures',
  'importMeasurements.csv': 'figures, read cell by cell',
  'setTarget.baseline': 'figures',
  'setTarget.target': 'figures',
  // The person themself.
  'updateProfile.name': 'the name somebody chose for themself',
  'updateProfile.handle': 'the handle somebody chose for themself',
  'deleteMyAccount.handle': 'typed to confirm, and never kept',
  'castKeptBallot.key': 'a key',
  'closeGroupSession.code': 'a code',
  'castSessionVote.code': 'a code',
  'inviteCoAuthor.handle': 'the public handle of whom is asked',
  'recordHandover.ownerName': 'who took it over agreed to be named',
  'createApiToken.name': 'seen by its owner only',
  // Seen by a few who need it.
  accessNeeds: 'read by the coordinating team only, and gone with the seat',
  'planSession.place': 'told to the table only',
  'inviteMember.email': 'where the invitation goes, never shown in public',
  'requestVerification.note': 'read by the site team only, and gone with the decision',
  'recordPayment.reference': 'never public',
  importBankLines: 'nothing of it is kept',
  matchBankLine: 'never public',
  // What the module asks itself, with its own answer in the input.
  logIdea: 'asks itself, with `personalDataKept`',
  reviseIdea: 'asks itself, with `personalDataKept`',
  shareEntry: 'asks itself, with `personalDataChecked`',
  submitReturn: 'asks itself, with `personalDataChecked`',
  saveIdeaDraft: 'a draft only its writer reads; asked when it is logged',
  importEarlierGrants: 'each grant is looked through by itself, and left out where something is found',
  previewComponent: 'nothing is kept',
  'importTable.csv': 'each row asks itself, as the form does',
  publiccode: 'a file with contacts that agreed to be named (`contactsAgreed`)',
  // What is looked for must be typed to be taken out.
  'changePolicy.helpContacts': 'public contacts of those who help',
  redact: 'what is taken out',
  redactionPreview: 'what is taken out',
  keepPersonalData: 'the answer to the question',
};

/** Fields whose text is a file or is compared as it is; every other one must be free of characters nobody can see. */
export const TAKEN_AS_THEY_ARE: ReadonlySet<string> = new Set(['publiccode', 'found', 'csv', 'file']);

/** One text as somebody typed it into a mutation. */
export interface TypedText {
  readonly path: readonly string[];
  /** The name of the field, without the positions of a list. */
  readonly field: string;
  readonly text: string;
}

/** Every text in the arguments of a mutation. */
export function textsIn(inputs: readonly (GraphQLArgument | GraphQLInputField)[], values: unknown): TypedText[] {
  const given = typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {};
  return inputs.flatMap((input) => {
    const value = given[input.name];
    if (value === undefined || value === null) return [];
    const type = getNamedType(input.type);
    const list = Array.isArray(value) ? value : [value];
    return list.flatMap((member: unknown, position) => {
      const path = Array.isArray(value) ? [input.name, String(position)] : [input.name];
      if (isInputObjectType(type)) {
        return textsIn(Object.values(type.getFields()), member).map((inner) => ({
          ...inner,
          path: [...path, ...inner.path],
        }));
      }
      return type.name === 'String' && typeof member === 'string' ? [{ path, field: input.name, text: member }] : [];
    });
  });
}

/** Whether a text of a mutation is looked through for personal data. */
export function isLookedThrough(mutation: string, field: string): boolean {
  return ![mutation, field, `${mutation}.${field}`].some((key) => Object.hasOwn(NOT_LOOKED_THROUGH, key));
}
