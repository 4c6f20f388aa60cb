import { LICENSED_AS, type LicenceRecord, type LicenceVerdictWord, type OutputKind } from '@openimpact/domain';
import { judge, parseCondition } from '@openimpact/licences';

import { componentLicence, knownMatrix } from '../../components/index.js';
import type { LicenceDemand } from './licence-demands.js';

/** Whether what is built for an idea can carry the agreed licence when it builds on a component. */
export interface ReuseVerdict {
  readonly verdict: LicenceVerdictWord;
  /** A sentence for a person: what decided. */
  readonly reason: string;
  /** The rule that decided, stable, for programs. */
  readonly rule: string;
  /** What it was held against. */
  readonly condition: string;
  /** The output that is about; null when nothing is agreed yet. */
  readonly output: string | null;
}

const RANK: Readonly<Record<LicenceVerdictWord, number>> = { DOES_NOT: 0, ASK_A_PERSON: 1, SATISFIES: 2 };

/** Before anything is agreed, the least that any agreement will ask. */
const NOTHING_AGREED: LicenceDemand = { kind: 'SOFTWARE', title: '', condition: 'OPEN' };

/**
 * Judges a component for an idea, against every output that will be software. The worst answer counts: one promise
 * that cannot be kept is one too many. A licence that is disputed or unknown is a question for a person.
 */
export function verdictOnReuse(record: LicenceRecord, demands: readonly LicenceDemand[]): ReuseVerdict {
  const software = demands.filter(({ kind }) => licensedAs(kind) === 'software');
  const asked = software.length > 0 ? software : [NOTHING_AGREED];
  const { licence, basis } = componentLicence(record);
  if (licence === null) {
    const reason =
      basis === 'DISPUTED'
        ? `Its metadata says ${record.declared}, the text of its licence says ${record.found}. Somebody has to decide which it is.`
        : 'Nobody has said which licence it carries.';
    return { ...asAsked(asked[0]), verdict: 'ASK_A_PERSON', rule: `LICENCE_${basis}`, reason };
  }
  const verdicts = asked.map((demand) => judgeOne(licence, demand));
  return verdicts.reduce((worst, one) => (RANK[one.verdict] < RANK[worst.verdict] ? one : worst));
}

/** Whether any licence that satisfies the demand may be put on what builds on the component. */
function judgeOne(licence: string, demand: LicenceDemand): ReuseVerdict {
  const kind = licensedAs(demand.kind);
  const verdicts = candidates(licence, demand.condition).map((expression) => {
    const judged = judge({ expression, condition: demand.condition, kind, incoming: [licence], ...knownMatrix() });
    if (judged.ok) return { verdict: judged.value.verdict, rule: judged.value.rule, reason: judged.value.reason };
    return { verdict: 'ASK_A_PERSON' as const, rule: judged.problem.code, reason: judged.problem.message };
  });
  const best = verdicts.reduce((first, one) => (RANK[one.verdict] > RANK[first.verdict] ? one : first));
  return { ...best, ...asAsked(demand) };
}

/** What the new work could carry: the licences named by the condition, or the component's own. */
function candidates(licence: string, condition: string): readonly string[] {
  const parsed = parseCondition(condition);
  const named = parsed.ok
    ? parsed.value.alternatives
        .filter((terms) => terms.every(({ type }) => type === 'LICENCE'))
        .map((terms) => terms.map(({ text }) => text).join(' AND '))
    : [];
  return [...named, licence];
}

function asAsked(demand: LicenceDemand = NOTHING_AGREED): Pick<ReuseVerdict, 'condition' | 'output'> {
  return { condition: demand.condition, output: demand.title === '' ? null : demand.title };
}

function licensedAs(kind: string): 'software' | 'data' | 'content' {
  return LICENSED_AS[kind as OutputKind] ?? 'software';
}
