import { later } from '../../lib/later.js';
import { Section, Stack } from '../../ui/layout.js';
import { Open } from '../../ui/open.js';
import { useMandateWords } from './words.js';

const IdeasThatFit = later(() => import('./ideas-that-fit.js').then((part) => part.IdeasThatFit));

interface OffersFitProps {
  readonly mandates: readonly { readonly id: string; readonly title: string; readonly status: string }[];
}

/** For each open offer the ideas that fit it, looked for when somebody asks. */
export function OffersFit({ mandates }: OffersFitProps) {
  const t = useMandateWords();
  const open = mandates.filter(({ status }) => status === 'PUBLISHED');
  if (open.length === 0) return null;
  return (
    <div data-screen-only>
      <Section heading={t('matches.title')} id="fit">
        <Stack gap={3}>
          {open.map(({ id, title }) => (
            <div key={id}>
              <Open label={t('matches.open', { title })}>{() => <IdeasThatFit mandateId={id} />}</Open>
            </div>
          ))}
        </Stack>
      </Section>
    </div>
  );
}
