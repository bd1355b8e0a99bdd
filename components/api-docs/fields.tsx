import { Table, Td, Th, Tr } from '../ui/table';
import { type Schema } from './document';
import { Prose } from './prose';
import { SchemaLink } from './schema-link';

export interface Field {
  name: string;
  required: boolean;
  schema: Schema;
  description?: string | undefined;
}

/** The fields of an object's schema. */
export function fieldsOf({ properties = {}, required = [] }: Schema): Field[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    required: required.includes(name),
    schema,
    description: schema.description,
  }));
}

/** Fields of a request or an answer; `asked` marks what a caller must send. */
export function Fields({ caption, fields, asked = false }: { caption: string; fields: Field[]; asked?: boolean }) {
  if (fields.length === 0) return null;
  return (
    <Table caption={caption} captionShown className="mt-4 [&_caption]:text-xs">
      <thead className="sr-only">
        <tr>
          <Th>Name</Th>
          <Th>Meaning</Th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, required, schema, description }) => (
          <Tr key={name}>
            <Td wrap className="w-44 align-top max-md:w-28">
              <code className="font-mono text-xs">{name}</code>
              {asked && required && <span className="text-xs text-muted md:ml-2 max-md:block">required</span>}
            </Td>
            <Td wrap className="align-top">
              <SchemaLink schema={schema} />
              {schema.default !== undefined && (
                <span className="text-muted"> · default {JSON.stringify(schema.default)}</span>
              )}
              {description && <Prose text={description} className="text-muted" />}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
