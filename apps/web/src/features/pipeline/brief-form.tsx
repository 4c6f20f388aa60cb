import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/index.js';
import type { BriefForm_ideaFragment, BudgetLineKind } from '../../gql/graphql.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { parseMoney } from '../../lib/money.js';
import { useViewer } from '../../lib/viewer.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Button } from '../../ui/button.js';
import { MoneyField, Select, TextArea, TextField } from '../../ui/fields.js';
import { type FieldValue, useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Row } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { useToast } from '../../ui/toast.js';
import css from './pipeline.module.css';
import { usePipelineWords } from './words.js';

export const BriefForm_idea = graphql(`
  fragment BriefForm_idea on Idea {
    id
    slug
    language
    leadOrganisation {
      id
      name
    }
    leadRequests {
      id
      answer
      organisation {
        id
        name
      }
    }
    support {
      adoptionInterests(first: 50) {
        nodes {
          id
          organisation {
            id
            name
          }
        }
      }
    }
    viewerCan {
      saveBrief {
        allowed
      }
      chooseLeadOrganisation {
        allowed
      }
    }
    brief {
      forWhom
      outcome
      approach
      currency
      risks {
        whatCouldGoWrong
        forWhom
        howWeWouldNotice
        whenWeWouldStop
      }
      budget {
        kind
        note
        amount {
          minorUnits
          decimals
        }
      }
    }
  }
`);

const SaveBriefDocument = graphql(`
  mutation SaveBrief($input: SaveBriefInput!) {
    saveBrief(input: $input) {
      ... on SaveBriefPayload {
        idea {
          id
          stage
          ...BriefForm_idea
          ...BriefSummary_idea
          ...GateChecklist_idea
        }
      }
      ... on Refusal {
        requirements {
          code
          message
          met
          current
          needed
          path
        }
      }
    }
  }
`);

const KINDS = [
  'DELIVERY',
  'CORE_COSTS',
  'PARTICIPATION',
  'COMPONENT_ADAPTATION',
  'MAINTENANCE',
  'ADOPTER_CAPACITY',
] as const;
const CURRENCIES = ['GBP', 'EUR', 'USD', 'SGD', 'AUD', 'CAD', 'NZD', 'CHF', 'SEK', 'ZAR'] as const;
const RISKS = ['whatCouldGoWrong', 'forWhom', 'howWeWouldNotice', 'whenWeWouldStop'] as const;
const MOST_LINES = 30;
/** All currencies offered here have two decimals. */
const DECIMALS = 2;

/** Everything a brief asks, saved as often as one likes. */
export function BriefForm({ idea }: { readonly idea: FragmentType<typeof BriefForm_idea> }) {
  const t = usePipelineWords();
  const data = useFragmentData(BriefForm_idea, idea);
  if (data === null) return null;
  return data.viewerCan.saveBrief.allowed ? <Fields idea={data} /> : <Notice>{t('shape.notAllowed')}</Notice>;
}

type IdeaOfForm = BriefForm_ideaFragment;

function Fields({ idea }: { readonly idea: IdeaOfForm }) {
  const t = usePipelineWords();
  const v = useVocabulary();
  const toast = useToast();
  const { memberships } = useViewer();
  const [saveBrief] = useMutation(SaveBriefDocument);
  const form = useForm<Record<string, FieldValue>>({ draft: `brief-${idea.slug}`, initial: initialOf(idea) });
  const text = (name: string) => String(form.values[name] ?? '');
  const lines = Math.max(1, Math.min(Number(text('lines')) || 1, MOST_LINES));
  const currency = text('currency') || 'GBP';
  // Who offered to lead, who said they would use it, and one's own organisations: the choice is among people who care.
  const organisations = new Map([
    ...(idea.leadOrganisation == null ? [] : [[idea.leadOrganisation.id, idea.leadOrganisation.name] as const]),
    ...idea.leadRequests
      .filter(({ answer }) => answer === 'WOULD_LEAD')
      .map(({ organisation }) => [organisation.id, organisation.name] as const),
    ...idea.support.adoptionInterests.nodes.map(({ organisation }) => [organisation.id, organisation.name] as const),
    ...memberships.map(({ organisation }) => [organisation.id, organisation.name] as const),
  ]);
  const removeLine = (number: number) => {
    for (let at = number; at < lines; at += 1) {
      for (const part of ['kind', 'note', 'amount']) {
        form.set(`budget.${at}.${part}`, at + 1 < lines ? text(`budget.${at + 1}.${part}`) : '');
      }
    }
    form.set('lines', String(lines - 1));
  };
  return (
    <Form
      form={form}
      submit={t('shape.submit')}
      onSubmit={async () => {
        const budget = Array.from({ length: lines }, (_, at) => ({
          at,
          kind: text(`budget.${at}.kind`),
          note: text(`budget.${at}.note`),
          amount: text(`budget.${at}.amount`),
        })).filter((line) => line.kind !== '' || line.amount.trim() !== '' || line.note.trim() !== '');
        const amounts = budget.map((line) => ({ ...line, minorUnits: parseMoney(line.amount, DECIMALS) }));
        const wrong = amounts.filter((line) => line.minorUnits === null || line.kind === '');
        if (wrong.length > 0) {
          return {
            __typename: 'Refusal' as const,
            requirements: wrong.map((line) => ({
              code: 'LINE_NOT_COMPLETE',
              message: t('shape.line.wrong'),
              met: false,
              path: ['input', 'budget', String(line.at), line.kind === '' ? 'kind' : 'amount'],
            })),
          };
        }
        const answer = await saveBrief({
          variables: {
            input: {
              ideaId: idea.id,
              forWhom: text('forWhom'),
              outcome: text('outcome'),
              approach: text('approach'),
              risks: Object.fromEntries(RISKS.map((risk) => [risk, text(`risks.${risk}`)])),
              currency,
              budget: amounts.map((line) => ({
                kind: line.kind as BudgetLineKind,
                note: line.note,
                minorUnits: line.minorUnits ?? '0',
              })),
              leadOrganisationId: text('leadOrganisationId') || null,
            },
          },
        });
        return answer.data?.saveBrief;
      }}
      onDone={() => toast(t('shape.saved'))}
    >
      <TextArea name="forWhom" label={t('shape.forWhom')} rows={3} optional />
      <TextArea name="outcome" label={t('shape.outcome')} rows={3} optional />
      <TextArea name="approach" label={t('shape.approach')} hint={t('shape.approach.hint')} rows={8} optional />
      <fieldset className={css.group}>
        <legend>{t('shape.risks')}</legend>
        <p>{t('shape.risks.hint')}</p>
        {RISKS.map((risk) => (
          <TextArea key={risk} name={`risks.${risk}`} label={t(`brief.risk.${risk}`)} rows={2} optional />
        ))}
      </fieldset>
      <fieldset className={css.group}>
        <legend>{t('shape.budget')}</legend>
        <Select
          name="currency"
          label={t('shape.currency')}
          options={CURRENCIES.map((code) => ({ value: code, label: code }))}
        />
        {Array.from({ length: lines }, (_, at) => (
          <fieldset key={at} className={css.line}>
            <legend>{t('shape.line.number', { number: at + 1 })}</legend>
            <Select
              name={`budget.${at}.kind`}
              label={t('shape.line.kind')}
              optional
              options={KINDS.map((kind) => ({ value: kind, label: v.budgetLine(kind) }))}
            />
            <TextField name={`budget.${at}.note`} label={t('shape.line.note')} optional />
            <MoneyField name={`budget.${at}.amount`} label={t('shape.line.amount')} currency={currency} optional />
            {lines > 1 ? (
              <Row>
                <Button look="plain" small onClick={() => removeLine(at)}>
                  {t('shape.line.remove', { number: at + 1 })}
                </Button>
              </Row>
            ) : null}
          </fieldset>
        ))}
        {lines < MOST_LINES ? (
          <Row>
            <Button small onClick={() => form.set('lines', String(lines + 1))}>
              {t('shape.line.add')}
            </Button>
          </Row>
        ) : null}
      </fieldset>
      {idea.viewerCan.chooseLeadOrganisation.allowed ? (
        <Select
          name="leadOrganisationId"
          label={t('shape.leadOrganisation')}
          hint={t('shape.leadOrganisation.hint')}
          optional
          options={[...organisations].map(([id, name]) => ({ value: id, label: name }))}
        />
      ) : null}
    </Form>
  );
}

function initialOf({ brief, leadOrganisation }: IdeaOfForm): Record<string, FieldValue> {
  const lines = brief?.budget ?? [];
  const budget = Array.from({ length: MOST_LINES }, (_, at) => {
    const line = lines[at];
    return [
      [`budget.${at}.kind`, line?.kind ?? ''],
      [`budget.${at}.note`, line?.note ?? ''],
      [`budget.${at}.amount`, line === undefined ? '' : plain(line.amount.minorUnits, line.amount.decimals)],
    ] as const;
  }).flat();
  return {
    forWhom: brief?.forWhom ?? '',
    outcome: brief?.outcome ?? '',
    approach: brief?.approach ?? '',
    ...Object.fromEntries(RISKS.map((risk) => [`risks.${risk}`, brief?.risks[risk] ?? ''])),
    currency: brief?.currency ?? 'GBP',
    lines: String(Math.max(1, lines.length)),
    ...Object.fromEntries(budget),
    leadOrganisationId: leadOrganisation?.id ?? '',
  };
}

/** Minor units as one would type them: 400050 is 4000.50. */
function plain(minorUnits: string, decimals: number): string {
  if (decimals === 0) return minorUnits;
  const padded = minorUnits.padStart(decimals + 1, '0');
  const [whole, part] = [padded.slice(0, -decimals), padded.slice(-decimals)];
  return /^0+$/.test(part) ? whole : `${whole}.${part}`;
}
