import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { type Operation, openApiDocument } from './openapi';
import { routes } from './routes';

const document = openApiDocument();
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

it('is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const plain = JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
  const result = await validator.validate(plain);
  expect(result.errors ?? []).toEqual([]);
  expect(validator.version).toBe('3.1');
});

it('describes every route once, each with what it answers and how it refuses', () => {
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(routes.map(({ name }) => name).sort());
  for (const { summary, responses, operationId } of operations) {
    expect(summary, operationId).toMatch(/^[A-Z].*[^.]$/);
    expect(Object.keys(responses), operationId).toEqual(expect.arrayContaining(['401', '404', '429']));
  }
});

it('refers to nothing that is not there', () => {
  const text = JSON.stringify(document);
  const refs = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
  expect(refs.length).toBeGreaterThan(100);
  expect(text).not.toContain('$defs');
  for (const [, kind, name] of refs) {
    expect(document.components[kind as 'schemas' | 'responses'], `${kind}/${name}`).toHaveProperty(name ?? '');
  }
});

it('lists every variable of a path, and the key of every POST', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const named = (place: string) => parametersIn(operation, place).map(({ name }) => name);
      expect(named('path')).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(named('header')).toEqual(method === 'post' ? ['Idempotency-Key'] : []);
    }
  }
});

function parametersIn({ parameters }: Operation, place: string) {
  return parameters.filter((parameter) => parameter.in === place);
}
