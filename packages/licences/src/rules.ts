/** Three words, and no fourth. What is not known is a question for a person, never a yes. */
export const VERDICTS = ['SATISFIES', 'DOES_NOT', 'ASK_A_PERSON'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Which list decides what is open: the OSI's for software, the Open Definition's for data and content. */
export const KINDS = ['software', 'data', 'content'] as const;
export type Kind = (typeof KINDS)[number];

/** The rules a verdict can rest on: what each says, and who says so. */
export const RULES = {
  SAME_LICENCE: { says: 'It is the same licence.', source: 'the licence itself' },
  LATER_VERSION_CHOSEN: {
    says: 'It lets whoever receives it choose the version, and the one asked for is among them.',
    source: 'SPDX licence list, the meaning of -only and -or-later',
  },
  VERSION_NOT_GRANTED: {
    says: 'It does not grant every version that is asked for.',
    source: 'SPDX licence list, the meaning of -only and -or-later',
  },
  LATER_VERSION_UNKNOWN: {
    says: 'Whether its later versions include the one asked for is not in our table.',
    source: 'none',
  },
  EXCEPTION_ADDS_PERMISSION: {
    says: 'Its exception only adds permissions to the licence asked for.',
    source: 'GNU GPL 3.0, section 7; SPDX exceptions list',
  },
  EXCEPTION_MISSING: {
    says: 'The permissions of the exception are asked for, and it does not grant them.',
    source: 'SPDX exceptions list',
  },
  EXCEPTION_UNKNOWN: { says: 'What its exception changes is not in our table.', source: 'none' },
  DIFFERENT_LICENCE: { says: 'It is not a licence that the condition names.', source: 'the condition' },
  PART_NOT_PRESENT: {
    says: 'The condition asks for several licences together, and one of them is absent.',
    source: 'the condition',
  },
  UNKNOWN_IDENTIFIER: { says: 'It is not on the SPDX list, so nothing is known about it.', source: 'none' },
  DEPRECATED_IDENTIFIER: {
    says: 'SPDX withdrew this identifier because it did not say enough; a person has to say what was meant.',
    source: 'SPDX licence list, deprecated identifiers',
  },
  NOT_AN_EXPRESSION: { says: 'It could not be read as a licence expression.', source: 'SPDX 3.0, licence expressions' },
  OSI_APPROVED: { says: 'The Open Source Initiative approved it.', source: 'SPDX licence list, OSI approved' },
  NOT_OSI_APPROVED: {
    says: 'The Open Source Initiative has not approved it, so it is not open for software.',
    source: 'SPDX licence list, OSI approved',
  },
  OPEN_DEFINITION_CONFORMANT: {
    says: 'It conforms to the Open Definition.',
    source: 'Open Definition, conformant licences (opendefinition.org/licenses)',
  },
  OPEN_DEFINITION_NOT_REVIEWED: {
    says: 'The Open Definition has not reviewed it for data or content.',
    source: 'Open Definition, conformant licences (opendefinition.org/licenses)',
  },
  NON_COMMERCIAL: {
    says: 'It forbids commercial use, so it is not open.',
    source: 'Open Definition 2.1, section 2.1; non-conformant licences',
  },
  NO_DERIVATIVES: {
    says: 'It forbids sharing changed versions, so it is not open.',
    source: 'Open Definition 2.1, section 2.1; non-conformant licences',
  },
  PRESET_GROUP: {
    says: 'It is of the group of licences that the condition names.',
    source: 'this package, table of licences',
  },
  PRESET_OTHER_GROUP: {
    says: 'It is not of the group of licences that the condition names.',
    source: 'this package, table of licences',
  },
  NOT_IN_TABLE: { says: 'It is not in the table of licences that this is decided by.', source: 'none' },
  PAIR_NOT_IN_TABLE: { says: 'No rule here says whether these two go together.', source: 'none' },
  EXPRESSION_KEEPS_IT: {
    says: 'The expression names that licence too, for the part it applies to.',
    source: 'SPDX 3.0, licence expressions, AND',
  },
  PERMISSIVE_ALLOWS: {
    says: 'It may be built on under another licence as long as its notices stay.',
    source: 'the licence texts; OSADL licence compatibility matrix',
  },
  PUBLIC_DOMAIN_ALLOWS: { says: 'It asks for nothing in return.', source: 'CC0-1.0 and PDDL-1.0, the dedications' },
  APACHE_WITH_VERSION_3: {
    says: 'Version 3 of the GNU licences accepts the terms of Apache-2.0.',
    source: 'GNU licence list, Apache License 2.0',
  },
  APACHE_PATENT_TERMS: {
    says: 'Its patent terms are a restriction that version 2 of the GNU licences does not allow.',
    source: 'GNU licence list, Apache License 2.0',
  },
  ADVERTISING_CLAUSE: {
    says: 'Its advertising clause is a restriction that the outgoing licence does not allow.',
    source: 'GNU licence list, original BSD license',
  },
  MPL_SECONDARY_LICENCE: {
    says: 'MPL-2.0 names the GNU licences as secondary licences, unless the work says otherwise.',
    source: 'MPL-2.0, sections 1.12 and 3.3',
  },
  EPL_SECONDARY_LICENCE: {
    says: 'EPL-2.0 allows this only when the component names it as a secondary licence.',
    source: 'EPL-2.0, exhibit A',
  },
  EUPL_APPENDIX: { says: 'The EUPL names it as a compatible licence.', source: 'EUPL-1.2, section 5 and appendix' },
  LGPL_ALLOWS_GPL: {
    says: 'The LGPL lets a copy be taken under the GPL.',
    source: 'LGPL-2.1, section 3; LGPL-3.0, section 2',
  },
  SECTION_13_LINKS: {
    says: 'Each allows combining with the other but neither allows relicensing; a person has to look at how they are joined.',
    source: 'GPL-3.0 and AGPL-3.0, section 13',
  },
  LINKING_DECIDES: {
    says: 'Its files keep their licence; whether the rest may have another depends on how the two are joined.',
    source: 'LGPL-2.1, section 6; LGPL-3.0, section 4; MPL-2.0, section 3.3; EPL-2.0, section 3; EUPL-1.2, section 5',
  },
  COPYLEFT_STAYS: {
    says: 'What is built on it has to carry its licence.',
    source: 'GPL-2.0, section 2; GPL-3.0 and AGPL-3.0, section 5',
  },
  SHARE_ALIKE_STAYS: {
    says: 'What is adapted from it has to be shared under its licence.',
    source: 'CC-BY-SA-4.0, section 3(b)',
  },
  NON_COMMERCIAL_STAYS: {
    says: 'It forbids commercial use, and the outgoing licence would allow it.',
    source: 'CC-BY-NC-4.0 and CC-BY-NC-SA-4.0, section 2',
  },
  NO_CHANGES_ALLOWED: {
    says: 'It forbids sharing what is adapted from it, under any licence.',
    source: 'CC-BY-ND-4.0 and CC-BY-NC-ND-4.0, section 2',
  },
  ATTRIBUTION_STAYS: {
    says: 'It asks to be credited, and the outgoing licence would not ask for that.',
    source: 'CC-BY-4.0, section 3(a); ODC-By-1.0, section 4; OGL-UK-3.0',
  },
  CC_ADAPTERS_CHART: {
    says: 'Creative Commons allows an adaptation of it to carry the outgoing licence.',
    source: 'Creative Commons FAQ, adapter’s licence chart',
  },
  CC_COMPATIBLE_LICENCE: {
    says: 'Creative Commons lists the outgoing licence as compatible.',
    source: 'Creative Commons, compatible licenses',
  },
  CC_COMPATIBLE_WITH_GPL: {
    says: 'The Free Software Foundation says that it is compatible with the GNU GPL.',
    source: 'GNU licence list, Creative Commons Attribution 4.0',
  },
  OGL_SAYS_COMPATIBLE: {
    says: 'The OGL says that its terms are compatible with the outgoing licence.',
    source: 'OGL-UK-3.0, “These terms are compatible with …”',
  },
  ATTRIBUTION_TERMS_DIFFER: {
    says: 'Both ask for credit but not in the same way; a person has to see that both can be met.',
    source: 'CC-BY-4.0, section 3(a); ODC-By-1.0, section 4; ODbL-1.0, section 4',
  },
  PRODUCED_WORK_OR_DATABASE: {
    says: 'A database derived from it has to carry its licence, something made with it need not; a person has to say which this is.',
    source: 'ODbL-1.0, sections 4.3 to 4.6',
  },
  MADE_FOR_ANOTHER_KIND: {
    says: 'One is made for software and the other for data or content; a person has to say how they are joined.',
    source: 'none',
  },
  MATRIX_YES: { says: 'The imported matrix says that they go together.', source: 'the imported matrix' },
  MATRIX_NO: { says: 'The imported matrix says that they do not go together.', source: 'the imported matrix' },
  MATRIX_UNKNOWN: { says: 'The imported matrix does not know.', source: 'the imported matrix' },
  MATRIX_CHECK_DEPENDENCY: {
    says: 'The imported matrix says that it depends on how the two are joined.',
    source: 'the imported matrix',
  },
} as const;

export type RuleName = keyof typeof RULES;

/** The answer for one licence against one other thing. */
export interface Ruling {
  readonly verdict: Verdict;
  readonly rule: RuleName;
}

export function yes(rule: RuleName): Ruling {
  return { verdict: 'SATISFIES', rule };
}

export function no(rule: RuleName): Ruling {
  return { verdict: 'DOES_NOT', rule };
}

export function ask(rule: RuleName): Ruling {
  return { verdict: 'ASK_A_PERSON', rule };
}

const RANK: Readonly<Record<Verdict, number>> = { DOES_NOT: 0, ASK_A_PERSON: 1, SATISFIES: 2 };

/** Below zero when `a` is the worse news. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return RANK[a] - RANK[b];
}
