import { useEffect, useId, useRef, useState } from 'react';
import { type FileProblem, type SentFile, useSendFile } from '../lib/send-file.js';
import { Button } from './button.js';
import type { FieldProps } from './fields.js';
import css from './file-field.module.css';
import { useField } from './form-state.js';
import form from './form.module.css';
import { RequirementList } from './requirement-list.js';
import { useUiWords } from './words.js';

interface FileFieldProps extends FieldProps {
  /** Endings that are taken, for the device's own chooser. */
  readonly accept?: string;
}

/** A file as the field keeps it: its id and its name, so that a draft restored later still says what was sent. */
export function fileValue(uploadId: string, name: string): string {
  return `${uploadId} ${name}`;
}

/** The ids of the files in a field, for the mutation. */
export function uploadIdsOf(values: readonly string[]): string[] {
  return values.map((value) => value.split(' ')[0] ?? '');
}

const FILES =
  '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.json,.jsonld,.geojson,.yml,.yaml,.txt,.md,.jpg,.jpeg,.png,.webp';

/** Files, each sent as soon as it is chosen and told about beside its name: what was taken out, what to look at. */
export function FileField({ accept = FILES, ...field }: FileFieldProps) {
  const t = useUiWords();
  const send = useSendFile();
  const chooser = useRef<HTMLInputElement>(null);
  const statusId = useId();
  const { id, value, set, problems } = useField<readonly string[]>({
    name: field.name,
    label: field.label,
    required: !field.optional,
  });
  const newest = useRef(value);
  // Two files can arrive one after the other before anything was drawn again.
  useEffect(() => {
    newest.current = value;
  }, [value]);
  const [sending, setSending] = useState<readonly string[]>([]);
  const [told, setTold] = useState<Readonly<Record<string, SentFile>>>({});
  const [refused, setRefused] = useState<
    readonly { readonly name: string; readonly problems: readonly FileProblem[] }[]
  >([]);

  const take = async (file: File): Promise<void> => {
    setSending((before) => [...before, file.name]);
    setRefused((before) => before.filter(({ name }) => name !== file.name));
    try {
      const sent = await send(file, { kind: 'FILE' });
      if (sent.ok) {
        setTold((before) => ({ ...before, [sent.file.uploadId]: sent.file }));
        newest.current = [...newest.current, fileValue(sent.file.uploadId, file.name)];
        set(newest.current);
      } else setRefused((before) => [...before, { name: file.name, problems: sent.problems }]);
    } catch {
      setRefused((before) => [...before, { name: file.name, problems: [{ message: t('file.lost') }] }]);
    } finally {
      setSending((before) => before.filter((name) => name !== file.name));
    }
  };

  return (
    <div className={form.field}>
      <label className={form.label} htmlFor={id}>
        {field.label}
        {field.optional ? <span className={form.optional}> {t('field.optional')}</span> : null}
      </label>
      <div className={form.hint} id={`${id}-hint`}>
        {field.hint} {t('file.hint')}
      </div>
      <input
        ref={chooser}
        id={id}
        type="file"
        multiple
        accept={accept}
        aria-describedby={`${id}-hint ${statusId}`}
        onChange={(event) => {
          for (const file of event.target.files ?? []) void take(file);
          event.target.value = '';
        }}
      />
      <ul className={css.files} id={statusId} aria-live="polite">
        {value.map((one) => {
          const [uploadId = '', ...name] = one.split(' ');
          const about = told[uploadId];
          return (
            <li key={uploadId}>
              <strong>{name.join(' ')}</strong>{' '}
              {about === undefined || about.removed.length === 0
                ? t('file.kept')
                : t('file.cleaned', {
                    what: about.removed.map((what) => t(`file.removed.${what as 'AUTHOR_AND_DATES'}`)).join(', '),
                  })}{' '}
              <Button
                look="plain"
                small
                onClick={() => {
                  set(value.filter((other) => other !== one));
                  chooser.current?.focus();
                }}
              >
                {t('file.remove', { name: name.join(' ') })}
              </Button>
              {about === undefined || about.suspicions.length === 0 ? null : (
                <p className={css.look}>
                  {t('file.suspicions', { found: about.suspicions.map(({ found }) => found).join(', ') })}
                </p>
              )}
            </li>
          );
        })}
        {sending.map((name) => (
          <li key={`sending-${name}`}>
            <strong>{name}</strong> {t('file.sending')}
          </li>
        ))}
        {refused.map(({ name, problems: reasons }) => (
          <li key={`refused-${name}`} className={css.refused}>
            <strong>{name}</strong> {reasons.map(({ message }) => message).join(' ')}{' '}
            {reasons.map(({ needed }) => (needed == null ? '' : t('file.needed', { needed }))).join(' ')}
          </li>
        ))}
      </ul>
      <RequirementList look="problems" requirements={problems} id={`${id}-problems`} />
    </div>
  );
}
