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

/** What a field means where its name does not say it; the same wherever it is asked for. */
const words: Record<string, string> = {
  seen: 'The seq of the latest update you have read; 0 for none. If there is a newer one, yours is refused.',
  reason: 'Kept on the timeline. Needed for lowering the severity, cancelling and reopening.',
  boxMinutes: 'Minutes until the task comes back to both.',
  startedAt: 'When it began, if earlier than now; at most a year ago.',
  visibleTo: 'Who may see it, if it is private, beside you and administrators.',
  at: 'When it happened, if earlier than now.',
  former: 'The words and the time that you saw.',
  windowSeconds: 'How long a strong objection can be raised.',
  readBack: 'In the assignee’s own words.',
  brief: 'What the next holder must know, in Markdown.',
  hypothesis: 'Asked for from the third “no change” in a row, unless `askForHelp` is true.',
  take: 'True acknowledges, false says that you cannot.',
  into: 'The number of the incident that goes on.',
  phase: 'Moves it in the same act.',
  severity: 'Changes it in the same act.',
};

/** An object's schema with its fields described, where they have no description of their own. */
export function withWords(schema: JsonSchema, only?: readonly string[]): JsonSchema {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const described = Object.entries(properties).map(([name, field]) => {
    const said = words[name];
    return [
      name,
      said && !field.description && (!only || only.includes(name)) ? { ...field, description: said } : field,
    ];
  });
  return { ...schema, properties: Object.fromEntries(described) as Record<string, JsonSchema> };
}
