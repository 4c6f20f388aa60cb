import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from '../../lib/router.js';
import { graphql } from '../../gql/index.js';
import { useViewer } from '../../lib/viewer.js';
import { LinkButton } from '../../ui/button.js';
import { type FormState, useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Columns, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { RelativeTime } from '../../ui/time.js';
import { AccountDrafts } from './account-drafts.js';
import { BeginsWith, useBeginning } from './begins-with.js';
import { PersonalDataCheck, SimilarIdeas } from './beside-typing.js';
import { EMPTY_IDEA, IdeaFields, type IdeaValues, inputOf } from './idea-fields.js';
import { useIdeaWords } from './words.js';

export const LogIdeaDocument = graphql(`
  mutation LogIdea($input: LogIdeaInput!) {
    logIdea(input: $input) {
      ... on LogIdeaPayload {
        idea {
          id
          slug
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

const SaveIdeaDraftDocument = graphql(`
  mutation SaveIdeaDraft($input: SaveIdeaDraftInput!) {
    saveIdeaDraft(input: $input) {
      ... on SaveIdeaDraftPayload {
        draftId
      }
      ... on Refusal {
        requirements {
          code
          message
          met
        }
      }
    }
  }
`);

/** Saying what is needed. What is typed stays in this browser, and in the account of whoever is signed in. */
export function NewIdeaForm() {
  const t = useIdeaWords();
  const navigate = useNavigate();
  const { person, memberships } = useViewer();
  const [logIdea] = useMutation(LogIdeaDocument);
  const form = useForm<IdeaValues>({ draft: 'log-idea', initial: EMPTY_IDEA });
  const beginning = useBeginning();
  const { draftId, savedAt, take } = useDraftInAccount(form, person !== null);
  // Offered until something is typed, so that nobody types twice what they have.
  const begun = `${form.values.need}${form.values.title}` !== '';
  return (
    <Columns kind="aside" ruled>
      <Stack gap={6}>
        {person === null || begun ? null : <AccountDrafts form={form} current={null} onTake={take} />}
        <Form
          form={form}
          label={t('new.title')}
          submit={t('new.submit')}
          onSubmit={async (values) => {
            if (person === null) {
              void navigate('/sign-in?to=%2Fideas%2Fnew');
              // Nothing was sent, so what was typed stays for when they are back.
              return { __typename: 'Refusal' as const, requirements: [] };
            }
            const organisationId = values.organisationId || null;
            const input = { ...inputOf(values), organisationId, draftId: draftId.current };
            return (await logIdea({ variables: { input } })).data?.logIdea;
          }}
          onDone={({ idea }) => void beginning.link(idea.id).then(() => navigate(`/ideas/${idea.slug}`))}
        >
          <BeginsWith entry={beginning.entry} />
          <IdeaFields form={form} organisations={memberships.map(({ organisation }) => organisation)} />
          <PersonalDataCheck form={form} />
          {person === null ? <p>{t('new.kept')}</p> : null}
          {savedAt === null ? null : (
            <p role="status">{t.rich('new.saved', {}, { time: <RelativeTime at={savedAt} /> })}</p>
          )}
        </Form>
        {person === null ? (
          <Notice>
            <p>{t('new.signIn.text')}</p>
            <LinkButton to="/sign-in?to=%2Fideas%2Fnew">{t('new.signIn')}</LinkButton>
          </Notice>
        ) : null}
      </Stack>
      <Stack gap={6}>
        <SimilarIdeas title={form.values.title} need={form.values.need} />
        <Notice title={t('new.lead.title')}>
          <p>{t('new.lead.text')}</p>
        </Notice>
      </Stack>
    </Columns>
  );
}

const SAVE_AFTER_MS = 3_000;
/** When the connection is back, or the draft turned out to be somebody else's. */
const SAVE_SOON_MS = 500;
const DRAFT_KEY = 'openimpact.draft-id.log-idea';

/**
 * Keeps the draft in the account too, a little behind the typing. A lost connection is tried again with the next words, and
 * when it is back. Which draft it is outlives the window, so that after a crash it is the same one.
 */
function useDraftInAccount({ values, status }: FormState<IdeaValues>, signedIn: boolean) {
  const [saveDraft] = useMutation(SaveIdeaDraftDocument);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [connections, setConnections] = useState(0);
  const draftId = useRef<string | null>(null);
  useEffect(() => {
    const again = () => setConnections((count) => count + 1);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);
  useEffect(() => {
    const empty = `${values.need}${values.title}${values.outcome}${values.peopleServed}`.trim() === '';
    if (!signedIn || empty || status !== 'idle') return undefined;
    const timer = setTimeout(
      () => {
        draftId.current ??= localStorage.getItem(DRAFT_KEY) ?? crypto.randomUUID();
        localStorage.setItem(DRAFT_KEY, draftId.current);
        const { title, need, peopleServed, outcome, easyRead, whatExists, themes, places, evidence } = inputOf(values);
        const content = { title, need, peopleServed, outcome, easyRead, whatExists, themes, places, evidence };
        saveDraft({ variables: { input: { ...content, draftId: draftId.current } } }).then(
          ({ data }) => {
            const answer = data?.saveIdeaDraft;
            if (answer?.__typename === 'SaveIdeaDraftPayload') setSavedAt(new Date().toISOString());
            // On a shared device the draft of whoever was here before is not this person's to save: this one begins its own.
            else if (
              answer?.__typename === 'Refusal' &&
              answer.requirements.some(({ code }) => code === 'NOT_YOUR_DRAFT')
            ) {
              draftId.current = null;
              localStorage.removeItem(DRAFT_KEY);
              setConnections((count) => count + 1);
            }
          },
          () => undefined,
        );
      },
      connections === 0 ? SAVE_AFTER_MS : SAVE_SOON_MS,
    );
    return () => clearTimeout(timer);
  }, [values, status, signedIn, saveDraft, connections]);
  useEffect(() => {
    if (status === 'done') localStorage.removeItem(DRAFT_KEY);
  }, [status]);
  const take = (id: string) => {
    draftId.current = id;
    localStorage.setItem(DRAFT_KEY, id);
  };
  return { draftId, savedAt, take };
}
