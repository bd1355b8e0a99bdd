import { expect, it } from 'vitest';
import { adoptSecret } from '@/lib/env';
import { keepBreaker } from '@/lib/store/breakers';
import { database } from '@/lib/store/database';
import { tidy } from '@/lib/store/housekeeping';
import { beat } from '@/lib/store/nodes';
import { readChannels } from './channels';

it('does not go by what a process knew that was killed', async () => {
  adoptSecret('a secret of at least thirty-two characters');
  await beat(['living']);
  for (const node of ['living', 'killed'])
    await keepBreaker(node, { channel: 'slack', destination: 'hooks.example.com', state: 'open', reason: null });
  expect((await readChannels()).broken).toMatchObject([{ destination: 'hooks.example.com', nodes: 1 }]);
  await tidy();
  expect(await database.breaker.findMany({ select: { node: true } })).toEqual([{ node: 'living' }]);
});
