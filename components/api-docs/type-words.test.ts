import { expect, test } from 'vitest';
import { curlOf } from './example';
import { typeWords } from './type-words';

test.each([
  [{ type: 'string', maxLength: 200 }, 'text, at most 200 characters'],
  [{ type: 'string', format: 'date-time' }, 'time'],
  [
    {
      anyOf: [
        { type: 'string', enum: ['High', 'Low'] },
        { type: 'string', const: 'unsure' },
      ],
    },
    'High, Low or unsure',
  ],
  [{ anyOf: [{ type: 'string', maxLength: 1_000 }, { type: 'null' }] }, 'text, at most 1,000 characters or null'],
  [{ type: 'array', maxItems: 50, items: { type: 'string', maxLength: 100 } }, 'list of text, at most 50'],
  [{ type: 'integer', minimum: 1, maximum: 1_440 }, 'number from 1 to 1,440'],
  [{ $ref: '#/components/schemas/Task' }, 'Task'],
  [{ type: 'object', properties: { id: {}, name: {} } }, '{ id, name }'],
])('says %j as “%s”', (schema, words) => {
  expect(typeWords(schema)).toBe(words);
});

test('writes a request that can be pasted', () => {
  const operation = {
    operationId: 'finishTask',
    tags: ['Tasks'],
    summary: 'Finish it',
    parameters: [],
    requestBody: {
      content: {
        'application/json': { schema: { required: ['result'], properties: { result: { type: 'string' } } } },
      },
    },
    responses: {},
  };
  const placed = { method: 'POST', path: '/incidents/{number}/tasks/{task}/finish', operation };
  expect(curlOf(placed, 'https://q.example')).toBe(
    [
      'curl -X POST \\',
      '  https://q.example/api/v1/incidents/42/tasks/$task/finish \\',
      '  -H "Authorization: Bearer $TOKEN" \\',
      '  -H "Idempotency-Key: $(uuidgen)" \\',
      '  -H "Content-Type: application/json" \\',
      "  -d '{",
      '    "result": "Rolled back."',
      "  }'",
    ].join('\n'),
  );
});
