import type { OperationVariables } from '@apollo/client';
import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

type DataOf<D> =
  D extends TypedDocumentNode<infer TData, never> ? TData : D extends TypedDocumentNode<infer TData> ? TData : never;

/** What a component takes whose data are these fragment's: `idea: Fragment<typeof IdeaCard_idea>`. */
export type Fragment<D> = FragmentType<DataOf<D>>;
export type { Fragment as FragmentType };

/**
 * The data of a fragment, live from the cache; null in the moment in which not all of it is known.
 * The object must have an `id`: what has none belongs into its parent's fragment.
 */
export function useFragmentData<TData>(
  fragment: TypedDocumentNode<TData, OperationVariables>,
  from: FragmentType<TData>,
): TData | null {
  const { data, complete } = useFragment({ fragment, fragmentName: nameOf(fragment), from: from as never });
  return complete ? (data as TData) : null;
}

/** A document that spreads other fragments carries them along; its own comes first. */
function nameOf(document: TypedDocumentNode<unknown, OperationVariables>): string {
  const [first] = document.definitions;
  if (first?.kind !== 'FragmentDefinition') throw new Error('This document is not a fragment.');
  return first.name.value;
}
