import { useMutation } from '@apollo/client/react';
import { type ChangeEvent, useId, useRef, useState } from 'react';
import { graphql } from '../../gql/index.js';
import type { PeopleShown } from '../../gql/graphql.js';
import { ActionButton } from '../../ui/action-button.js';
import { Button } from '../../ui/button.js';
import { Row, Stack } from '../../ui/layout.js';
import css from './picture-field.module.css';
import { useVentureWords } from './words.js';

const RequestPictureDocument = graphql(`
  mutation RequestPicture($input: RequestUploadInput!) {
    requestUpload(input: $input) {
      ... on RequestUploadPayload {
        uploadId
        address
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

export interface SentPicture {
  readonly id: string;
  readonly description: string;
}

interface PictureFieldProps {
  readonly pictures: readonly SentPicture[];
  readonly onChange: (pictures: readonly SentPicture[]) => void;
}

const MOST = 6;
const PEOPLE = ['NOBODY', 'ALL_AGREED', 'NOT_ALL_AGREED'] as const satisfies readonly PeopleShown[];

/** Adds pictures: each is sent at once, with what is to be seen in it and whether everybody in it agreed. */
export function PictureField({ pictures, onChange }: PictureFieldProps) {
  const t = useVentureWords();
  const id = useId();
  const chosen = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [description, setDescription] = useState('');
  const [peopleShown, setPeopleShown] = useState<PeopleShown>('NOBODY');
  const [request] = useMutation(RequestPictureDocument);

  /** Asks for an address and sends the bytes there; what is refused is said beside the button. */
  async function send() {
    if (file === null) return undefined;
    const input = { kind: 'PICTURE' as const, name: file.name, bytes: String(file.size), description, peopleShown };
    const asked = (await request({ variables: { input } })).data?.requestUpload;
    if (asked === undefined || asked.__typename === 'Refusal') return asked;
    const answer = await fetch(asked.address, { method: 'PUT', body: file });
    if (answer.ok) return asked;
    const { requirements } = (await answer.json()) as { requirements: readonly { code: string; message: string }[] };
    const told = requirements.map(({ code, message }) => ({
      __typename: 'Requirement' as const,
      code,
      message,
      met: false,
      current: null,
      needed: null,
      path: null,
    }));
    return { __typename: 'Refusal' as const, requirements: told };
  }

  return (
    <fieldset className={css.field}>
      <legend>{t('pictures.title')}</legend>
      <Stack gap={4}>
        {pictures.length === 0 ? null : (
          <ul>
            {pictures.map((picture) => (
              <li key={picture.id}>
                <Row gap={3}>
                  <span>{picture.description}</span>
                  <Button small look="plain" onClick={() => onChange(pictures.filter((one) => one.id !== picture.id))}>
                    {t('pictures.remove')}
                  </Button>
                </Row>
              </li>
            ))}
          </ul>
        )}
        {pictures.length >= MOST ? null : (
          <>
            <label htmlFor={`${id}-file`}>
              {t('pictures.file')}
              <input
                ref={chosen}
                id={`${id}-file`}
                type="file"
                accept="image/jpeg,image/png,image/webp"
                onChange={(event: ChangeEvent<HTMLInputElement>) => setFile(event.target.files?.[0] ?? null)}
              />
            </label>
            {file === null ? null : (
              <>
                <label htmlFor={`${id}-description`}>
                  {t('pictures.description')}
                  <input
                    id={`${id}-description`}
                    type="text"
                    maxLength={500}
                    value={description}
                    onChange={(event) => setDescription(event.target.value)}
                  />
                </label>
                <label htmlFor={`${id}-people`}>
                  {t('pictures.people')}
                  <select
                    id={`${id}-people`}
                    value={peopleShown}
                    onChange={(event) => setPeopleShown(event.target.value as PeopleShown)}
                  >
                    {PEOPLE.map((answer) => (
                      <option key={answer} value={answer}>
                        {t(`pictures.people.${answer}`)}
                      </option>
                    ))}
                  </select>
                </label>
                <ActionButton
                  run={send}
                  onDone={({ uploadId }) => {
                    onChange([...pictures, { id: uploadId, description }]);
                    setFile(null);
                    setDescription('');
                    if (chosen.current !== null) chosen.current.value = '';
                  }}
                >
                  {t('pictures.send')}
                </ActionButton>
              </>
            )}
          </>
        )}
      </Stack>
    </fieldset>
  );
}
