/** The part of JSON Schema that the profile's schema is written in. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
}

const KNOWN = new Set([
  ...['$ref', '$defs', 'anyOf', 'type', 'const', 'enum', 'minLength', 'pattern', 'minItems', 'items', 'required'],
  ...['properties', 'additionalProperties', '$schema', 'title', 'description'],
]);

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** Whether a value is valid; throws where the schema says something that this does not know. */
export function isValid(value: unknown, schema: Schema, root: Schema = schema): boolean {
  const stranger = Object.keys(schema).find((word) => !KNOWN.has(word));
  if (stranger) throw new Error(`${stranger} is not understood`);
  const holds = (part: unknown, other: Schema): boolean => isValid(part, other, root);
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    if (!target) throw new Error(`${schema.$ref} is missing`);
    return holds(value, target);
  }
  if (schema.anyOf && !schema.anyOf.some((one) => holds(value, one))) return false;
  if (schema.type !== undefined && typeOf(value) !== schema.type) return false;
  if ('const' in schema && value !== schema.const) return false;
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (typeof value === 'string') {
    return value.length >= (schema.minLength ?? 0) && new RegExp(schema.pattern ?? '').test(value);
  }
  if (Array.isArray(value)) {
    const { items = {} } = schema;
    return value.length >= (schema.minItems ?? 0) && value.every((item) => holds(item, items));
  }
  if (typeof value !== 'object' || value === null) return true;
  const { required = [], properties = {}, additionalProperties: others = true } = schema;
  return (
    required.every((name) => name in value) &&
    Object.entries(value).every(([name, part]) => {
      const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (own) return holds(part, own);
      return typeof others === 'boolean' ? others : holds(part, others);
    })
  );
}
