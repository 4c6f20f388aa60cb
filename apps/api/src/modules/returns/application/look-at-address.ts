import { createHash } from 'node:crypto';

import {
  accept,
  judgeAddress,
  type AddressLook,
  type AddressRefusal,
  type Decision,
  isWebAddress,
  type OutputKind,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { Outgoing, type NotFetched } from '../../../platform/outgoing/index.js';

/** What was seen at an address, and the content's fingerprint where it was a file small enough to read. */
export interface SeenAddress {
  readonly addressSeen: 'ANSWERED' | 'NOT_REACHED' | null;
  readonly addressSeenAt: Date | null;
  readonly addressHash: Buffer | null;
}

const NOTHING_TO_SEE: SeenAddress = { addressSeen: null, addressSeenAt: null, addressHash: null };

/** Looks at an address somebody gives as evidence, through the guard that reaches nothing private. Never within a transaction. */
@Injectable()
export class LookAtAddress {
  constructor(private readonly outgoing: Outgoing) {}

  async execute(
    address: string | null | undefined,
    kind: OutputKind,
    now: Date,
  ): Promise<Decision<SeenAddress, AddressRefusal>> {
    const given = (address ?? '').trim();
    // What is no address at all is told beside its field by the rule about texts.
    if (given === '' || !isWebAddress(given)) return accept(NOTHING_TO_SEE);
    const fetched = await this.outgoing.fetch(given);
    const decision = judgeAddress(fetched.ok ? 'FILE' : lookOf(fetched.reason), { kind, address: given });
    if (!decision.ok) return decision;
    return accept({
      addressSeen: decision.value,
      addressSeenAt: now,
      addressHash: fetched.ok ? createHash('sha256').update(fetched.bytes).digest() : null,
    });
  }
}

function lookOf(reason: NotFetched): AddressLook {
  switch (reason) {
    case 'ADDRESS_NOT_PUBLIC':
    case 'ADDRESS_HAS_CREDENTIALS':
      return 'NOT_PUBLIC';
    case 'NOT_THERE':
      return 'NOT_THERE';
    case 'A_PAGE':
      return 'PAGE';
    case 'TOO_LARGE':
      return 'SOMETHING_LARGE';
    default:
      // Plain http among them: it is allowed as an address and not fetched.
      return 'NOT_REACHED';
  }
}
