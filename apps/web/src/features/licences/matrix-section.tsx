import { useMutation } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';

import { graphql } from '../../gql/index.js';
import { ActionButton } from '../../ui/action-button.js';
import { Section } from '../../ui/layout.js';
import { Day } from '../../ui/time.js';
import { useLicenceWords } from './words.js';

const ImportLicenceMatrixDocument = graphql(`
  mutation ImportLicenceMatrix($input: ImportLicenceMatrixInput!) {
    importLicenceMatrix(input: $input) {
      ... on ImportLicenceMatrixPayload {
        licenceMatrix {
          madeAt
          licences
          importedAt
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

function Elsewhere({ href, children }: { readonly href: string; readonly children?: ReactNode }) {
  return (
    <a href={href} rel="noopener">
      {children}
    </a>
  );
}

interface MatrixSectionProps {
  readonly matrix: { readonly madeAt: string; readonly licences: number; readonly importedAt: string } | null;
  readonly isSteward: boolean;
}

/** What is known of which licence may build on which, whose work that is, and for the site team: a newer one. */
export function MatrixSection({ matrix, isSteward }: MatrixSectionProps) {
  const t = useLicenceWords();
  const [text, setText] = useState<string | null>(null);
  const [importMatrix] = useMutation(ImportLicenceMatrixDocument, { refetchQueries: ['LicenceInPlainWords'] });
  return (
    <Section heading={t('matrix.title')} id="matrix">
      {matrix === null ? (
        <p>{t('matrix.none')}</p>
      ) : (
        <p>
          {t.rich(
            'matrix.there',
            { licences: matrix.licences, madeAt: matrix.madeAt.slice(0, 10) || '?' },
            {
              day: <Day on={matrix.importedAt} />,
              link: <Elsewhere href="https://www.osadl.org/" />,
              licence: <Elsewhere href="https://creativecommons.org/licenses/by/4.0/" />,
            },
          )}
        </p>
      )}
      {isSteward ? (
        <>
          <label>
            {t('matrix.file')}{' '}
            <input
              type="file"
              accept=".json,application/json"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) void file.text().then(setText);
              }}
            />
          </label>
          {text === null ? null : (
            <ActionButton
              run={async () =>
                (await importMatrix({ variables: { input: { matrix: text } } })).data?.importLicenceMatrix
              }
              onDone={() => setText(null)}
            >
              {t('matrix.import')}
            </ActionButton>
          )}
        </>
      ) : null}
    </Section>
  );
}
