import css from './pictures.module.css';

interface PicturesProps {
  readonly pictures: readonly { readonly id: string; readonly address?: string | null; readonly description: string }[];
  readonly lang: string;
}

/** Pictures under an update, each with what is to be seen in it. */
export function Pictures({ pictures, lang }: PicturesProps) {
  const shown = pictures.filter(({ address }) => address != null);
  if (shown.length === 0) return null;
  return (
    <div className={css.pictures}>
      {shown.map(({ id, address, description }) => (
        <figure key={id}>
          <img src={address ?? ''} alt={description} loading="lazy" decoding="async" />
          <figcaption lang={lang}>{description}</figcaption>
        </figure>
      ))}
    </div>
  );
}
