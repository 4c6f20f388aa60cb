import {
  type ASTVisitor,
  GraphQLError,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

export const MAX_DEPTH = 15;
export const MAX_FIELDS = 1_000;
export const MAX_ALIASES = 30;
export const MAX_COST = 20_000;

interface Weight {
  readonly cost: number;
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
}

const LISTS = new Set(['first', 'last', 'limit']);

/**
 * Refuses documents that ask for too much: too deep, too wide, too many aliases, or lists within lists whose sizes
 * multiply. A list without a literal size counts as the largest page. Fragments count each time they are spread.
 *
 * @param isTrusted documents that were built with the server are not measured: their size is known.
 */
export function limitComplexity(isTrusted: (document: string) => boolean): ValidationRule {
  return (context) => (isTrusted(context.getDocument().loc?.source.body ?? '') ? {} : measure(context));
}

function measure(context: ValidationContext): ASTVisitor {
  const measured = new Map<string, Weight>();
  const under = new Set<string>();

  const weigh = (set: SelectionSetNode | undefined): Weight => {
    let cost = 0;
    let depth = 0;
    let fields = 0;
    let aliases = 0;
    for (const selection of set?.selections ?? []) {
      let inner: Weight;
      if (selection.kind === 'Field') {
        if (selection.name.value.startsWith('__')) continue;
        inner = weigh(selection.selectionSet);
        const size = selection.arguments?.find((argument) => LISTS.has(argument.name.value));
        const times =
          size === undefined ? 1 : size.value.kind === 'IntValue' ? Math.min(Number(size.value.value) || 1, 100) : 100;
        cost += 1 + inner.cost * times;
        depth = Math.max(depth, 1 + inner.depth);
        fields += 1;
        if (selection.alias) aliases += 1;
      } else {
        inner =
          selection.kind === 'InlineFragment' ? weigh(selection.selectionSet) : weighFragment(selection.name.value);
        cost += inner.cost;
        depth = Math.max(depth, inner.depth);
      }
      fields += inner.fields;
      aliases += inner.aliases;
    }
    return { cost, depth, fields, aliases };
  };

  const weighFragment = (name: string): Weight => {
    const known = measured.get(name);
    if (known) return known;
    const fragment = context.getFragment(name);
    // A cycle is refused by graphql-js's own rule; here it only must not run for ever.
    if (!fragment || under.has(name)) return { cost: 0, depth: 0, fields: 0, aliases: 0 };
    under.add(name);
    const weight = weigh(fragment.selectionSet);
    under.delete(name);
    measured.set(name, weight);
    return weight;
  };

  return {
    OperationDefinition(node) {
      const { cost, depth, fields, aliases } = weigh(node.selectionSet);
      const over =
        depth > MAX_DEPTH
          ? `it is ${depth} levels deep, at most ${MAX_DEPTH} are answered`
          : fields > MAX_FIELDS
            ? `it asks for ${fields} fields, at most ${MAX_FIELDS} are answered`
            : aliases > MAX_ALIASES
              ? `it has ${aliases} aliases, at most ${MAX_ALIASES} are answered`
              : cost > MAX_COST
                ? `it may answer ${cost} values, at most ${MAX_COST} are answered; ask for shorter lists`
                : undefined;
      if (over)
        context.reportError(
          new GraphQLError(`The document asks for too much: ${over}.`, {
            nodes: node,
            extensions: { tooComplex: true },
          }),
        );
    },
  };
}
