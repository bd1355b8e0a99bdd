import { refName, type Schema } from './document';

/** A schema's type in a few words: `text, at most 200 characters` or `Critical, High or unsure`. */
export function typeWords(schema: Schema): string {
  const name = refName(schema);
  if (name) return name;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return either([...new Set(choices.flatMap(choiceWords))]);
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum) return either(schema.enum.map(String));
  if (schema.type === 'array')
    return `list of ${typeWords({ ...schema.items, maxLength: undefined })}${atMost(schema.maxItems)}`;
  if (schema.type === 'string')
    return schema.format === 'date-time' ? 'time' : `text${atMost(schema.maxLength, ' characters')}`;
  if (schema.type === 'integer' || schema.type === 'number') return `number${range(schema)}`;
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'null') return 'null';
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`;
  return 'object';
}

/** A choice among choices is one list, not two. */
function choiceWords(schema: Schema): string[] {
  return schema.enum ? schema.enum.map(String) : [typeWords(schema)];
}

function either(words: string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function atMost(most: number | undefined, unit = ''): string {
  return most === undefined ? '' : `, at most ${most.toLocaleString('en')}${unit}`;
}

function range({ minimum, maximum }: Schema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum.toLocaleString('en')}`;
  return minimum === undefined ? '' : `, at least ${minimum}`;
}
