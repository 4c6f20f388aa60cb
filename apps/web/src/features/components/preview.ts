import type { ResultOf } from '@graphql-typed-document-node/core';

import { graphql } from '../../gql/index.js';

export const PreviewComponentDocument = graphql(`
  mutation PreviewComponent($input: PreviewComponentInput!) {
    previewComponent(input: $input) {
      ... on PreviewComponentPayload {
        publiccode
        fetchedFrom
        differences {
          field
          here
          file
          editedHere
        }
        preview {
          valid
          name
          summary
          language
          repositoryUrl
          maturity
          maintainedBy
          softwareVersion
          releaseDate
          licenceDeclared
          licenceFound
          licenceInPlainWords {
            name
          }
          registeredAs
          problems {
            line
            column
            message
            severity
          }
          fittingIdeas {
            words
            themes
            idea {
              id
              slug
              title
              language
            }
          }
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

/** What the server understood of a description, with the file it is in. */
export type Understood = Extract<
  NonNullable<ResultOf<typeof PreviewComponentDocument>['previewComponent']>,
  { readonly __typename?: 'PreviewComponentPayload' }
>;
