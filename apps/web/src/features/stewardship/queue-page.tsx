import { graphql } from '../../gql/index.js';
import { definePage, operation } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { Open } from '../../ui/open.js';
import { PageBody, PageHead, Section, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { Link } from '../../lib/router.js';
import { RelativeTime } from '../../ui/time.js';
import { Appeal } from './appeal.js';
import { ChangePolicy } from './change-policy.js';
import { HeldPost } from './held-post.js';
import { Proposal } from './proposal.js';
import { RedactForm } from './redact-form.js';
import { Report } from './report.js';
import { Signal } from './signal.js';
import { useStewardshipWords } from './words.js';

const StewardQueueDocument = graphql(`
  query StewardQueue {
    stewardQueue {
      safeguarding
      nobodyNamedForSafeguarding
      risksWaiting
      reports {
        id
        reason
        note
        dueAt
        overdue
        kind
        subjectId
        text
        hiddenText
        address
      }
      heldPosts {
        id
        operation
        createdAt
        writer
        texts
      }
      signals {
        id
        beganAt
        votes
        newAccounts
        usual
        slug
        title
      }
      proposals {
        id
        kind
        proposedBy
        about
        noticeEndsAt
        mayConfirm
        policy {
          votesOfSupport
          verifiedOrganisations
          adoptionInterests
          livedExperienceVoices
          reason
        }
      }
    }
    openAppeals(first: 50) {
      nodes {
        id
        kind
        reason
        removedText
        removedBecause
        madeAt
        idea {
          id
          slug
          title
        }
      }
    }
    openMerges(first: 50) {
      nodes {
        id
        reason
        proposedAt
        from {
          id
          slug
          title
        }
        into {
          id
          slug
          title
        }
        viewerCan {
          decide {
            allowed
          }
        }
      }
    }
    transparency {
      firstPosts
      helpContacts
      policies {
        version
        votesOfSupport
        verifiedOrganisations
        adoptionInterests
        livedExperienceVoices
      }
    }
  }
`);

export const page = definePage({
  operation: () => operation(StewardQueueDocument, {}),
  public: false,
  found: (data) => data.stewardQueue != null,
  head: (_data, { i18n }) => ({ title: useStewardshipWords.of(i18n)('queue.title'), noIndex: true }),
  Component: ({ data: { stewardQueue, openAppeals, openMerges, transparency } }) => {
    const t = useStewardshipWords();
    if (stewardQueue == null) return null;
    const { reports, heldPosts, signals, proposals, safeguarding, risksWaiting } = stewardQueue;
    const appeals = openAppeals.nodes;
    const merges = openMerges.nodes.filter(({ viewerCan }) => viewerCan.decide.allowed);
    const waiting = [reports, heldPosts, signals, proposals, appeals, merges].flat().length;
    const [policy] = transparency.policies;
    return (
      <PageBody>
        <PageHead
          title={t('queue.title')}
          lead={t('queue.lead')}
          actions={
            <LinkButton small to="/desk/site-team/import">
              {t('queue.import')}
            </LinkButton>
          }
        />
        {stewardQueue.nobodyNamedForSafeguarding ? <Notice tone="problem">{t('queue.nobody')}</Notice> : null}
        {risksWaiting > 0 && !safeguarding ? (
          <Notice tone="attention">{t('queue.risks', { count: risksWaiting })}</Notice>
        ) : null}
        {waiting === 0 ? <p>{t('queue.nothing')}</p> : null}
        {reports.length === 0 ? null : (
          <Section heading={t('queue.reports')} id="reports">
            <Stack gap={6}>
              {reports.map((report) => (
                <Report key={report.id} report={report} safeguarding={safeguarding} />
              ))}
            </Stack>
          </Section>
        )}
        {heldPosts.length === 0 ? null : (
          <Section heading={t('queue.posts')} id="posts">
            <Stack gap={6}>
              {heldPosts.map((post) => (
                <HeldPost key={post.id} post={post} />
              ))}
            </Stack>
          </Section>
        )}
        {appeals.length === 0 ? null : (
          <Section heading={t('queue.appeals')} id="appeals">
            <Stack gap={6}>
              {appeals.map((appeal) => (
                <Appeal key={appeal.id} appeal={appeal} />
              ))}
            </Stack>
          </Section>
        )}
        {merges.length === 0 ? null : (
          <Section heading={t('queue.merges')} id="merges">
            <Stack as="ul" gap={4}>
              {merges.map(({ id, from, into, reason, proposedAt }) => (
                <li key={id}>
                  <p>
                    {t.rich(
                      'queue.merge',
                      { from: from.title, into: into.title },
                      {
                        from: <Link to={`/ideas/${from.slug}#together`} />,
                        into: <Link to={`/ideas/${into.slug}`} />,
                        time: <RelativeTime at={proposedAt} />,
                      },
                    )}
                  </p>
                  <p>{reason}</p>
                </li>
              ))}
            </Stack>
          </Section>
        )}
        {signals.length === 0 ? null : (
          <Section heading={t('queue.signals')} id="signals">
            <Stack gap={6}>
              {signals.map((signal) => (
                <Signal key={signal.id} signal={signal} />
              ))}
            </Stack>
          </Section>
        )}
        {proposals.length === 0 ? null : (
          <Section heading={t('queue.proposals')} id="proposals">
            <Stack gap={6}>
              {proposals.map((proposal) => (
                <Proposal key={proposal.id} proposal={proposal} />
              ))}
            </Stack>
          </Section>
        )}
        <Section heading={t('redact.title')} id="redact">
          <RedactForm />
        </Section>
        {policy === undefined ? null : (
          <Section heading={t('changePolicy.title')} id="policy">
            <Open label={t('changePolicy.open')}>
              {() => (
                <ChangePolicy
                  policy={policy}
                  firstPosts={transparency.firstPosts}
                  helpContacts={transparency.helpContacts}
                />
              )}
            </Open>
          </Section>
        )}
      </PageBody>
    );
  },
});
