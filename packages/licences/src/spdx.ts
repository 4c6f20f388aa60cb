import list from 'spdx-license-list';

/** A licence as the SPDX list has it. */
export interface ListedLicence {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Whether the Open Source Initiative approved it, as the SPDX list records. */
  readonly osiApproved: boolean;
}

/**
 * Identifiers that SPDX withdrew, with what their author may have meant. Most had one meaning; the
 * GNU ones without `-only` or `-or-later` had two, which is why they were withdrawn and why none of
 * these is ever replaced without a person's yes. Source: the "deprecated" part of spdx.org/licenses.
 */
export const DEPRECATED: Readonly<Record<string, readonly string[]>> = {
  'AGPL-1.0': ['AGPL-1.0-only', 'AGPL-1.0-or-later'],
  'AGPL-3.0': ['AGPL-3.0-only', 'AGPL-3.0-or-later'],
  'BSD-2-Clause-FreeBSD': ['BSD-2-Clause'],
  'BSD-2-Clause-NetBSD': ['BSD-2-Clause'],
  'GFDL-1.1': ['GFDL-1.1-only', 'GFDL-1.1-or-later'],
  'GFDL-1.2': ['GFDL-1.2-only', 'GFDL-1.2-or-later'],
  'GFDL-1.3': ['GFDL-1.3-only', 'GFDL-1.3-or-later'],
  'GPL-1.0': ['GPL-1.0-only', 'GPL-1.0-or-later'],
  'GPL-2.0': ['GPL-2.0-only', 'GPL-2.0-or-later'],
  'GPL-3.0': ['GPL-3.0-only', 'GPL-3.0-or-later'],
  'LGPL-2.0': ['LGPL-2.0-only', 'LGPL-2.0-or-later'],
  'LGPL-2.1': ['LGPL-2.1-only', 'LGPL-2.1-or-later'],
  'LGPL-3.0': ['LGPL-3.0-only', 'LGPL-3.0-or-later'],
  'GPL-2.0-with-GCC-exception': ['GPL-2.0-or-later WITH GCC-exception-2.0'],
  'GPL-2.0-with-autoconf-exception': ['GPL-2.0-or-later WITH Autoconf-exception-2.0'],
  'GPL-2.0-with-bison-exception': ['GPL-2.0-or-later WITH Bison-exception-2.2'],
  'GPL-2.0-with-classpath-exception': ['GPL-2.0-only WITH Classpath-exception-2.0'],
  'GPL-2.0-with-font-exception': ['GPL-2.0-or-later WITH Font-exception-2.0'],
  'GPL-3.0-with-GCC-exception': ['GPL-3.0-or-later WITH GCC-exception-3.1'],
  'GPL-3.0-with-autoconf-exception': ['GPL-3.0-or-later WITH Autoconf-exception-3.0'],
  'Net-SNMP': [],
  Nunit: ['Zlib-acknowledgement'],
  'StandardML-NJ': ['SMLNJ'],
  'bzip2-1.0.5': ['bzip2-1.0.6'],
  'eCos-2.0': ['GPL-2.0-or-later WITH eCos-exception-2.0'],
  wxWindows: ['LGPL-2.0-or-later WITH WxWindows-exception-3.1'],
};

const canonical = new Map(
  Object.keys(list)
    .filter((id) => !id.endsWith('+'))
    .map((id) => [id.toLowerCase(), id]),
);

/**
 * The identifier as SPDX writes it. The specification matches identifiers without regard to case
 * (annex "SPDX licence expressions", case sensitivity), so `mit` is MIT; nothing else is mended.
 */
export function canonicalId(text: string): string | undefined {
  return canonical.get(text.toLowerCase());
}

export function listedLicence(id: string): ListedLicence | undefined {
  const found = Object.hasOwn(list, id) ? list[id] : undefined;
  return found && { id, name: found.name, url: found.url, osiApproved: found.osiApproved };
}

export function isDeprecated(id: string): boolean {
  return Object.hasOwn(DEPRECATED, id);
}

/** Every identifier of the SPDX list that is not deprecated, in alphabetical order. */
export function currentIds(): readonly string[] {
  return [...canonical.values()].filter((id) => !isDeprecated(id)).toSorted();
}
