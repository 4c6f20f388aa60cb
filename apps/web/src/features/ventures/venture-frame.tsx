import type { I18n } from '@lingui/core';
import type { ReactNode } from 'react';
import { graphql } from '../../gql/index.js';
import { feedAddress } from '../../lib/feed-address.js';
import { type FragmentType, useFragmentData } from '../../lib/fragment.js';
import { FollowButton } from '../../lib/follow.js';
import { later } from '../../lib/later.js';
import type { Head } from '../../lib/page.js';
import { previewOf } from '../../lib/preview-address.js';
import { PageBody, PageHead, Stack } from '../../ui/layout.js';
import { Tag } from '../../ui/notice.js';
import { Tabs } from '../../ui/tabs.js';
import { Link } from '../../lib/router.js';
import { useVentureWords } from './words.js';

export const VentureFrame_venture = graphql(`
  fragment VentureFrame_venture on Venture {
    id
    slug
    title
    language
    viewerFollows
    status
    phase
    leadOrganisation {
      id
      slug
      name
    }
  }
`);

const LiveVenture = later(() => import('./live-venture.js').then((part) => part.LiveVenture));

/** The parts of a project's workspace, each at an address of its own. */
export const PARTS = ['agenda', 'team', 'plan', 'updates', 'progress', 'money', 'returns'] as const;
export type Part = (typeof PARTS)[number];

/** Head of a project's pages: who, where it stands, and the parts. */
export function VentureFrame({
  venture,
  children,
}: {
  readonly venture: FragmentType<typeof VentureFrame_venture>;
  readonly children: ReactNode;
}) {
  const t = useVentureWords();
  const data = useFragmentData(VentureFrame_venture, venture);
  if (data === null) return null;
  const { slug, leadOrganisation } = data;
  return (
    <PageBody>
      <PageHead
        kicker={t('kicker')}
        title={data.title}
        lang={data.language}
        lead={
          <>
            <Tag tone={data.status === 'ACTIVE' ? 'good' : 'plain'}>{t(`status.${data.status}`)}</Tag>{' '}
            <Tag>{t(`phase.${data.phase}`)}</Tag>{' '}
            {leadOrganisation == null ? null : (
              <Link to={`/organisations/${leadOrganisation.slug}`}>
                {t('card.lead', { organisation: leadOrganisation.name })}
              </Link>
            )}
          </>
        }
        actions={<FollowButton type="Venture" subject={data} />}
      />
      <Tabs
        label={t('tabs.label')}
        tabs={[
          { to: `/ventures/${slug}`, label: t('tab.overview') },
          ...PARTS.map((part) => ({ to: `/ventures/${slug}/${part}`, label: t(`tab.${part}`) })),
        ]}
      />
      <Stack gap={7}>{children}</Stack>
      <LiveVenture ventureId={data.id} />
    </PageBody>
  );
}

/** What every part says about itself: the project's name, and its feed. */
export function headOf(
  venture: { readonly slug: string; readonly title: string } | null | undefined,
  i18n: I18n,
  part?: Part,
): Head {
  const t = useVentureWords.of(i18n);
  const title = venture?.title ?? '';
  return {
    title: part === undefined ? title : `${t(`tab.${part}`)}: ${title}`,
    description: t('description', { title }),
    feed: { href: feedAddress(`/ventures/${venture?.slug ?? ''}/feed.atom`, i18n), title: t('feed', { title }) },
    ...(venture == null ? {} : { image: previewOf(`/ventures/${venture.slug}`, i18n) }),
  };
}
