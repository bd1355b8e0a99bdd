import { z } from 'zod';
import { type JsonSchema } from './route';

/** The JSON Schema of what a caller sends (`input`) or gets (`output`). */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // The pattern beside `format: date-time` is a page long and says no more.
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return rest;
}

/** An object's schema without the fields that the path says. */
export function withoutFields(schema: JsonSchema, fields: readonly string[]): JsonSchema {
  const properties = { ...((schema.properties ?? {}) as Record<string, JsonSchema>) };
  for (const field of fields) delete properties[field];
  const required = ((schema.required ?? []) as string[]).filter((field) => !fields.includes(field));
  const { required: _former, ...rest } = schema;
  return { ...rest, properties, ...(required.length > 0 ? { required } : {}) };
}

/** An object's schema with some fields described anew. */
export function withFields(schema: JsonSchema, fields: Record<string, JsonSchema>): JsonSchema {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  return { ...schema, properties: { ...properties, ...fields } };
}
