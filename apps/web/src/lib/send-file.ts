import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { graphql } from '../gql/index.js';
import type { PeopleShown, UploadKind } from '../gql/graphql.js';

const RequestUploadDocument = graphql(`
  mutation RequestUpload($input: RequestUploadInput!) {
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

/** What stands in the way of a file, in words. */
export interface FileProblem {
  readonly message: string;
  readonly current?: string | null;
  readonly needed?: string | null;
}

/** A file that is kept: what was taken out of it, and what may be personal data in it. */
export interface SentFile {
  readonly uploadId: string;
  readonly removed: readonly string[];
  readonly suspicions: readonly { readonly kind: string; readonly found: string }[];
}

export type Sending =
  | { readonly ok: true; readonly file: SentFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

export interface FileAsk {
  readonly kind: UploadKind;
  /** For a picture: what is to be seen, and whether anyone appears who has not agreed. */
  readonly description?: string;
  readonly peopleShown?: PeopleShown;
}

interface Answer {
  readonly upload?: {
    readonly id: string;
    readonly removed: readonly string[];
    readonly suspicions: SentFile['suspicions'];
  };
  readonly requirements?: readonly FileProblem[];
}

/**
 * Sends a file: asks for an address, then puts the bytes there. Throws when the line is cut, so that whoever calls can
 * offer to try again; a refusal is an answer.
 */
export function useSendFile(): (file: File, ask: FileAsk) => Promise<Sending> {
  const client = useApolloClient();
  return useCallback(
    async (file, ask) => {
      const { data } = await client.mutate({
        mutation: RequestUploadDocument,
        variables: { input: { ...ask, name: file.name, bytes: String(file.size) } },
      });
      const requested = data?.requestUpload;
      if (requested === undefined) throw new Error('Nothing was answered.');
      if (requested.__typename === 'Refusal') return { ok: false, problems: requested.requirements };
      const answer = await fetch(requested.address, {
        method: 'PUT',
        body: file,
        headers: { 'content-type': 'application/octet-stream' },
      });
      const { upload, requirements = [] } = (await answer.json()) as Answer;
      if (upload === undefined) {
        if (answer.status !== 422) throw new Error('The file did not arrive.');
        return { ok: false, problems: requirements };
      }
      return { ok: true, file: { uploadId: upload.id, removed: upload.removed, suspicions: upload.suspicions } };
    },
    [client],
  );
}
