type Node = { [key: string]: unknown };

/**
 * Turns a schema as OpenAPI 3.0 writes it into 3.1, which is JSON Schema: `nullable` becomes a type of its own,
 * and example and exclusive bounds keep their names only where 3.1 knows them.
 */
export function asOpenApi31(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asOpenApi31);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = node as Node & { nullable?: unknown };
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, asOpenApi31(value)]));
  return nullable === true ? orNull(inner) : inner;
}

function orNull(schema: Node): Node {
  if (typeof schema['type'] === 'string') {
    const values = Array.isArray(schema['enum']) ? { enum: [...(schema['enum'] as unknown[]), null] } : {};
    return { ...schema, type: [schema['type'], 'null'], ...values };
  }
  const { description, ...rest } = schema;
  const inner = soleReference(rest) ?? rest;
  return { ...(description === undefined ? {} : { description }), anyOf: [inner, { type: 'null' }] };
}

/** `allOf` around one reference is 3.0's way to put a word beside it. */
function soleReference(schema: Node): Node | null {
  const all = schema['allOf'];
  return Array.isArray(all) && all.length === 1 && Object.keys(schema).length === 1 ? (all[0] as Node) : null;
}

/** The same document with the keys of every object in one order, so that it changes only when the API does. */
export function inOneOrder(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(inOneOrder);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node as Node).map(([key, value]) => [key, inOneOrder(value)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
