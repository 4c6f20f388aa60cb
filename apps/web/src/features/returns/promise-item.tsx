import { Link } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Facts } from '../../ui/facts.js';
import { Row, Section, Stack } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { Day } from '../../ui/time.js';
import { CheckReturn } from './check-return.js';
import { SharedReturn } from './shared-return.js';
import { SubmitReturn } from './submit-return.js';
import { TONES } from './tones.js';
import { Waiver } from './waiver.js';
import { useReturnWords } from './words.js';

export const PromiseItem_obligation = graphql(`
  fragment PromiseItem_obligation on Obligation {
    id
    kind
    title
    description
    state
    dueOn
    reopenedBecause
    reopenedAt
    licenceCondition
    tranchePosition
    entry {
      id
      slug
    }
    returns {
      id
      number
      decision
      ...SharedReturn_return
    }
    viewerCan {
      submit {
        allowed
      }
    }
    ...SubmitReturn_obligation
    ...CheckReturn_obligation
    ...Waiver_obligation
  }
`);

/** One promise: what, by when, how it stands, and what anybody can do about it next. */
export function PromiseItem({
  obligation,
  lang,
}: {
  readonly obligation: FragmentType<typeof PromiseItem_obligation>;
  /** Of the project, whose words they are. */
  readonly lang: string;
}) {
  const t = useReturnWords();
  const v = useVocabulary();
  const data = useFragmentData(PromiseItem_obligation, obligation);
  if (data === null) return null;
  const [newest, ...earlier] = data.returns;
  return (
    <Section
      heading={<span lang={lang}>{data.title}</span>}
      id={data.id}
      action={
        <Row gap={2}>
          <Tag>{v.outputKind(data.kind)}</Tag>
          <Tag tone={TONES[data.state]}>{t(`state.${data.state}`)}</Tag>
        </Row>
      }
    >
      <Stack gap={4}>
        {data.description === '' ? null : <p>{data.description}</p>}
        <p>
          {t(`promise.next.${data.state}`)}{' '}
          {data.state !== 'REOPENED' || data.reopenedBecause == null
            ? null
            : t(`promise.reopened.${data.reopenedBecause}`)}
        </p>
        <Facts
          items={[
            { label: t('promise.due'), value: <Day on={data.dueOn} /> },
            {
              label: t('promise.licence'),
              value: data.licenceCondition === 'OPEN' ? t('condition.OPEN') : <code>{data.licenceCondition}</code>,
            },
            { label: t('promise.tranche'), value: data.tranchePosition },
            {
              label: t('promise.entry'),
              value:
                data.entry == null ? null : <Link to={`/commons/${data.entry.slug}`}>{t('promise.entry.link')}</Link>,
            },
          ]}
        />
        {newest === undefined ? null : <SharedReturn shared={newest} />}
        {data.viewerCan.submit.allowed ? <SubmitReturn obligation={data} /> : null}
        {data.state === 'SUBMITTED' ? <CheckReturn obligation={data} /> : null}
        <Waiver obligation={data} />
        {earlier.length === 0 ? null : (
          <details>
            <summary>{t('return.earlier')}</summary>
            {earlier.map((one) => (
              <SharedReturn key={one.id} shared={one} />
            ))}
          </details>
        )}
      </Stack>
    </Section>
  );
}
