import { useState } from 'react';
import type { FieldProps } from './fields.js';
import { useField } from './form-state.js';
import form from './form.module.css';
import { RequirementList } from './requirement-list.js';
import { useUiWords } from './words.js';

interface TextFileFieldProps extends FieldProps {
  /** Endings that are taken, for the device's own chooser. */
  readonly accept: string;
}

/** As much as one request carries, with room for what goes with it. */
const MOST_BYTES = 900_000;

/** A file whose text goes along with the form and is not sent before: what it holds is the field's value. */
export function TextFileField({ accept, ...field }: TextFileFieldProps) {
  const t = useUiWords();
  const [tooLarge, setTooLarge] = useState(false);
  const { id, set, problems } = useField<string>({ name: field.name, label: field.label, required: !field.optional });
  const take = async (file: File | undefined): Promise<void> => {
    setTooLarge(file !== undefined && file.size > MOST_BYTES);
    set(file === undefined || file.size > MOST_BYTES ? '' : await file.text());
  };
  const large = { code: 'FILE_TOO_LARGE', message: t('textFile.tooLarge'), met: false };
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor={id}>
        {field.label}
        {field.optional ? <span className={form.optional}> {t('field.optional')}</span> : null}
      </label>
      <div className={form.hint} id={`${id}-hint`}>
        {field.hint}
      </div>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint ${id}-problems`}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <RequirementList
        look="problems"
        requirements={tooLarge ? [large, ...problems] : problems}
        id={`${id}-problems`}
      />
    </div>
  );
}
