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

interface FieldsProps {
  title: string;
  owner?: string;
  fields: Field[];
  asked?: boolean;
}

/** Fields of a request or an answer, of `owner`; `asked` marks what a caller must send. */
export function Fields({ title, owner, fields, asked = false }: FieldsProps) {
  if (fields.length === 0) return null;
  return (
    <>
      <p aria-hidden="true" className="mt-4 mb-1 text-xs font-semibold">
        {title}
      </p>
      <Table caption={owner ? `${title}: ${owner}` : title}>
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
    </>
  );
}
