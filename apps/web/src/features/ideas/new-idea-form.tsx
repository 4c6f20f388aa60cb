import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql/index.js';
import { useViewer } from '../../lib/viewer.js';
import { LinkButton } from '../../ui/button.js';
import { type FormState, useForm } from '../../ui/form-state.js';
import { Form } from '../../ui/form.js';
import { Columns, Stack } from '../../ui/layout.js';
import { Notice } from '../../ui/notice.js';
import { RelativeTime } from '../../ui/time.js';
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
  const { draftId, savedAt } = useDraftInAccount(form, person !== null);
  return (
    <Columns kind="aside" ruled>
      <Stack gap={6}>
        <Form
          form={form}
          label={t('new.title')}
          submit={t('new.submit')}
          onSubmit={async (values) => {
            if (person === null) {
              void navigate('/sign-in?to=%2Fideas%2Fnew');
              return undefined;
            }
            const organisationId = values.organisationId || null;
            const input = { ...inputOf(values), organisationId, draftId: draftId.current };
            return (await logIdea({ variables: { input } })).data?.logIdea;
          }}
          onDone={(payload) => void navigate(`/ideas/${payload.idea.slug}`)}
        >
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
const DRAFT_KEY = 'openimpact.draft-id.log-idea';

/** Keeps the draft in the account too, a little behind the typing. A lost connection is tried again with the next words. */
function useDraftInAccount({ values, status }: FormState<IdeaValues>, signedIn: boolean) {
  const [saveDraft] = useMutation(SaveIdeaDraftDocument);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const draftId = useRef<string | null>(null);
  useEffect(() => {
    const empty = `${values.need}${values.title}${values.outcome}${values.peopleServed}`.trim() === '';
    if (!signedIn || empty || status !== 'idle') return undefined;
    const timer = setTimeout(() => {
      draftId.current ??= sessionStorage.getItem(DRAFT_KEY) ?? crypto.randomUUID();
      sessionStorage.setItem(DRAFT_KEY, draftId.current);
      const { title, need, peopleServed, outcome, whatExists, themes, places, evidence } = inputOf(values);
      const content = { title, need, peopleServed, outcome, whatExists, themes, places, evidence };
      saveDraft({ variables: { input: { ...content, draftId: draftId.current } } }).then(
        () => setSavedAt(new Date().toISOString()),
        () => undefined,
      );
    }, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [values, status, signedIn, saveDraft]);
  useEffect(() => {
    if (status === 'done') sessionStorage.removeItem(DRAFT_KEY);
  }, [status]);
  return { draftId, savedAt };
}
