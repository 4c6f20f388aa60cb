import {
  type FieldNode,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a client asked for on one object type: its fields by the key they are stored under. */
export interface Selected {
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly nodes: readonly FieldNode[];
}

export type Selecting = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

function isLeftOut(info: Selecting, node: { readonly directives?: FieldNode['directives'] }): boolean {
  if (!node.directives?.length) return false;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues);
  return skip?.['if'] === true || include?.['if'] === false;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return isAbstractType(named) && schema.isSubType(named, type);
}

/**
 * Where a field's value lies in the JSON of its row: its name, and its arguments when it has any, because the same field
 * can be asked for twice with different ones. An argument that is null says no more than one that is left out, and
 * compiled execution gives arguments in another order.
 */
export function storedUnder(field: string, args: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(args)
    .filter(([, value]) => value !== null && value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return given.length === 0
    ? field
    : `${field}(${JSON.stringify(given, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))})`;
}

/** The fields asked for, by the key they are stored under. */
type Selection = ReadonlyMap<string, Selected>;

/**
 * Selections that are the same for every execution, because no variable has a part in them. A trusted document is parsed
 * once, so that its nodes find them again; those of a document from elsewhere are gone with it.
 */
const constant = new WeakMap<
  FieldNode,
  { readonly on: string; readonly nodes: readonly FieldNode[]; found: Selection }
>();

const constantSelections = new WeakSet<Selection>();

/** The fields asked for on `type`, through fragments, with @skip and @include applied. */
export function selectedFields(info: Selecting, type: GraphQLObjectType, nodes: readonly FieldNode[]): Selection {
  const [first] = nodes;
  const known = first && constant.get(first);
  if (known?.on === type.name && isSame(known.nodes, nodes)) return known.found;
  const { found, varies } = readSelection(info, type, nodes);
  if (!varies) constantSelections.add(found);
  if (first && !varies) constant.set(first, { on: type.name, nodes, found });
  return found;
}

/** Whether no variable has a part in what was selected. */
export function isConstant(selection: Selection): boolean {
  return constantSelections.has(selection);
}

export function isSame(one: readonly FieldNode[], other: readonly FieldNode[]): boolean {
  return one === other || (one.length === other.length && one.every((node, index) => node === other[index]));
}

function readSelection(info: Selecting, type: GraphQLObjectType, nodes: readonly FieldNode[]) {
  const found = new Map<string, { field: string; args: Record<string, unknown>; nodes: FieldNode[] }>();
  let varies = false;
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      varies ||= dependsOnVariables(selection);
      if (isLeftOut(info, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const definition = type.getFields()[selection.name.value];
        if (definition === undefined) continue;
        const args = definition.args.length === 0 ? {} : getArgumentValues(definition, selection, info.variableValues);
        const key = storedUnder(definition.name, args);
        const known = found.get(key);
        if (known) known.nodes.push(selection);
        else found.set(key, { field: definition.name, args, nodes: [selection] });
      } else {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value] : selection;
        if (fragment && applies(info.schema, fragment.typeCondition?.name.value, type)) visit(fragment.selectionSet);
      }
    }
  };
  for (const node of nodes) if (node.selectionSet) visit(node.selectionSet);
  return { found, varies };
}

/** Whether it may be another for other variables: a directive, or an argument that is more than a value written down. */
function dependsOnVariables(selection: SelectionNode): boolean {
  if (selection.directives !== undefined && selection.directives.length > 0) return true;
  return (
    selection.kind === Kind.FIELD && (selection.arguments ?? []).some(({ value }) => !WRITTEN_DOWN.has(value.kind))
  );
}

const WRITTEN_DOWN: ReadonlySet<string> = new Set([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.ENUM,
  Kind.NULL,
]);

/** The object type a field answers with. */
export function objectTypeOf(schema: GraphQLSchema, parent: GraphQLObjectType, field: string): GraphQLObjectType {
  const definition = parent.getFields()[field];
  const named = definition && getNamedType(definition.type);
  if (!isObjectType(named)) throw new Error(`${parent.name}.${field} does not answer with an object type.`);
  return named;
}

export function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`The schema has no object type ${name}.`);
  return type;
}
