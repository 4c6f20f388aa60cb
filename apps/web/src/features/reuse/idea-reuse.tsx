import type { ResultOf } from '@graphql-typed-document-node/core';
import { type ReactNode, useState } from 'react';
import { Link } from '../../lib/router.js';

import { graphql } from '../../gql/index.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { useVocabulary } from '../../lib/vocabulary.js';
import { Facts } from '../../ui/facts.js';
import { Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { RelativeTime } from '../../ui/time.js';
import { NothingFitsForm } from './nothing-fits.js';
import { Offer } from './offer.js';
import { OfferForm } from './offer-form.js';
import css from './reuse.module.css';
import { useReuseWords } from './words.js';

export const IdeaReuse_idea = graphql(`
  fragment IdeaReuse_idea on Idea {
    id
    brief {
      currency
    }
    reuseOffers {
      id
      status
      covers
      missing
      saves
      component {
        id
        name
        language
      }
      ...Offer_reuseOffer
    }
    fittingComponents {
      component {
        id
        slug
        name
        summary
        language
      }
      words
      themes
    }
    nothingFits {
      because
      recordedAt
      recordedBy {
        id
        name
      }
      reasons {
        reason
        component {
          id
          slug
          name
        }
      }
    }
    viewerCan {
      offerReuse {
        allowed
      }
      recordNothingFits {
        allowed
      }
    }
  }
`);

type AcceptedOffer = ResultOf<typeof IdeaReuse_idea>['reuseOffers'][number];

/** What exists already for an idea: offers and their answers, what may fit, and why nothing does. */
export function IdeaReuse({ idea }: { readonly idea: FragmentType<typeof IdeaReuse_idea> }) {
  const t = useReuseWords();
  const v = useVocabulary();
  const data = useFragmentData(IdeaReuse_idea, idea);
  if (data === null) return null;
  const { reuseOffers, fittingComponents, nothingFits, viewerCan } = data;
  const suggested = fittingComponents.map(({ component }) => component);
  return (
    <Section heading={t('title')} id="reuse">
      <Stack gap={4}>
        <p>{t('lead')}</p>
        {reuseOffers.length === 0 ? (
          <p>{t('empty')}</p>
        ) : (
          <>
            <Covered offers={reuseOffers.filter(({ status }) => status === 'ACCEPTED')} />
            <h3>{t('offers')}</h3>
            {reuseOffers.map((offer) => (
              <Offer key={offer.id} offer={offer} />
            ))}
          </>
        )}
        {nothingFits == null ? null : (
          <Notice title={t('nothing.recorded', { name: nothingFits.recordedBy.name })}>
            <Stack gap={1}>
              <p>
                <RelativeTime at={nothingFits.recordedAt} />
              </p>
              {nothingFits.because === '' ? null : <p>{nothingFits.because}</p>}
              <ul>
                {nothingFits.reasons.map(({ component, reason }) => (
                  <li key={component.id}>
                    <Link to={`/components/${component.slug}`}>{component.name}</Link>: {reason}
                  </li>
                ))}
              </ul>
            </Stack>
          </Notice>
        )}
        {fittingComponents.length === 0 ? null : (
          <Stack gap={3}>
            <h3>{t('suggested')}</h3>
            <p>{t('suggested.lead')}</p>
            <ul className={css.suggested}>
              {fittingComponents.map(({ component, words, themes }) => (
                <li key={component.id}>
                  <Link to={`/components/${component.slug}`} lang={component.language}>
                    {component.name}
                  </Link>
                  <span lang={component.language}>{component.summary}</span>
                  <span className={css.why}>
                    {[
                      words.length === 0 ? null : t('suggested.words', { words: words.join(', ') }),
                      themes.length === 0
                        ? null
                        : t('suggested.themes', { themes: themes.map((theme) => v.theme(theme)).join(', ') }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </Stack>
        )}
        {viewerCan.offerReuse.allowed ? (
          <Act label={t('new')}>
            <OfferForm ideaId={data.id} suggested={suggested} currency={data.brief?.currency ?? null} />
          </Act>
        ) : null}
        {viewerCan.recordNothingFits.allowed && nothingFits == null ? (
          <Act label={t('nothing')}>
            <p>{t('nothing.lead')}</p>
            <NothingFitsForm ideaId={data.id} suggested={suggested} />
          </Act>
        ) : null}
      </Stack>
    </Section>
  );
}

/** What the accepted offers come to: the part of the need that is covered, what remains to be built, and what that saves. */
function Covered({
  offers,
}: {
  readonly offers: readonly Pick<AcceptedOffer, 'id' | 'covers' | 'missing' | 'saves' | 'component'>[];
}) {
  const t = useReuseWords();
  if (offers.length === 0) return null;
  const told = (part: 'covers' | 'missing' | 'saves') => {
    const said = offers.filter((offer) => offer[part] !== '');
    if (said.length === 0) return null;
    return (
      <ul className={css.told}>
        {said.map(({ id, component, [part]: text }) => (
          <li key={id}>
            {text} <span className={css.why}>{t('covered.by', { component: component.name })}</span>
          </li>
        ))}
      </ul>
    );
  };
  return (
    <section aria-labelledby="reuse-covered">
      <h3 id="reuse-covered">{t('covered')}</h3>
      <Facts
        items={[
          { label: t('covered.covers'), value: told('covers') },
          { label: t('covered.missing'), value: told('missing') },
          { label: t('covered.saves'), value: told('saves') },
        ]}
      />
    </section>
  );
}

/** Something to do that most readers pass by: its form asks for nothing until somebody opens it. */
function Act({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details className={css.act} onToggle={(event) => setOpened((before) => before || event.currentTarget.open)}>
      <summary>{label}</summary>
      {opened ? children : null}
    </details>
  );
}
