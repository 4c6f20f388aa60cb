import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { LinkButton } from '../../ui/button.js';
import { Section, Stack } from '../../ui/layout.js';
import { Markdown } from '../../ui/markdown.js';
import { Amount } from '../../ui/money.js';
import { Table } from '../../ui/table.js';
import css from './pipeline.module.css';
import { usePipelineWords } from './words.js';

export const BriefSummary_idea = graphql(`
  fragment BriefSummary_idea on Idea {
    id
    slug
    language
    viewerCan {
      saveBrief {
        allowed
      }
    }
    brief {
      forWhom
      outcome
      approach
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
          currency
          decimals
        }
      }
      total {
        minorUnits
        currency
        decimals
      }
    }
  }
`);

const RISKS = ['whatCouldGoWrong', 'forWhom', 'howWeWouldNotice', 'whenWeWouldStop'] as const;

/** The brief as funders read it: what, for whom, what could go wrong, what it would cost. */
export function BriefSummary({ idea }: { readonly idea: FragmentType<typeof BriefSummary_idea> }) {
  const t = usePipelineWords();
  const v = useVocabulary();
  const data = useFragmentData(BriefSummary_idea, idea);
  if (data === null) return null;
  const { brief, language } = data;
  const mayWrite = data.viewerCan.saveBrief.allowed;
  const action = mayWrite ? (
    <LinkButton small to={`/ideas/${data.slug}/shape`}>
      {t(brief == null ? 'brief.write' : 'brief.change')}
    </LinkButton>
  ) : undefined;
  if (brief == null) {
    return mayWrite ? (
      <Section heading={t('brief.title')} id="brief" action={action}>
        <p>{t('brief.none')}</p>
      </Section>
    ) : null;
  }
  const risks = RISKS.filter((question) => brief.risks[question] !== '');
  return (
    <Section heading={t('brief.title')} id="brief" action={action}>
      <Stack gap={5}>
        {brief.approach === '' ? null : <Markdown text={brief.approach} lang={language} headingLevel={3} />}
        {(['forWhom', 'outcome'] as const)
          .filter((part) => brief[part] !== '')
          .map((part) => (
            <div key={part}>
              <h3>{t(`brief.${part}`)}</h3>
              <Markdown text={brief[part]} lang={language} headingLevel={4} />
            </div>
          ))}
        {risks.length === 0 ? null : (
          <div>
            <h3>{t('brief.risks')}</h3>
            <dl className={css.risks} lang={language}>
              {risks.map((question) => (
                <div key={question}>
                  <dt>{t(`brief.risk.${question}`)}</dt>
                  <dd>{brief.risks[question]}</dd>
                </div>
              ))}
            </dl>
          </div>
        )}
        {brief.budget.length === 0 ? null : (
          <Table
            caption={t('brief.budget')}
            columns={[
              { key: 'line', label: t('brief.line') },
              { key: 'amount', label: t('brief.amount'), numeric: true },
            ]}
            rows={[
              ...brief.budget.map((line, index) => ({
                id: `${index}`,
                cells: {
                  line: [v.budgetLine(line.kind), line.note].filter((word) => word !== '').join(': '),
                  amount: <Amount of={line.amount} />,
                },
              })),
              {
                id: 'total',
                cells: {
                  line: <strong>{t('brief.total')}</strong>,
                  amount: (
                    <strong>
                      <Amount of={brief.total} />
                    </strong>
                  ),
                },
              },
            ]}
          />
        )}
      </Stack>
    </Section>
  );
}
