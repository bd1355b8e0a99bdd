'use client';

import { type PersonRole } from '@/lib/core/access/actor';
import { roleWords } from '@/lib/core/access/role-words';
import { type Act, useAct } from '../people/use-act';
import { Button } from '../ui/button';
import { Dialog, DialogClose } from '../ui/dialog';
import { FormError } from '../ui/field';
import { Table, Td, Th, Tr } from '../ui/table';
import { Time } from '../ui/time';

type Token = {
  id: string;
  name: string;
  role: PersonRole;
  prefix: string;
  createdBy: string;
  createdAt: string;
  lastUsedAt: string | null;
};

/** The tokens that work now. */
export function TokenTable({ tokens, revoke }: { tokens: Token[]; revoke: Act<[id: string]> }) {
  return (
    <Table caption="API tokens">
      <thead>
        <tr>
          <Th>Token</Th>
          <Th className="max-md:hidden">Acts as</Th>
          <Th className="max-md:hidden">Made</Th>
          <Th>Last used</Th>
          <Th>
            <span className="sr-only">Revoke</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <Tr key={token.id}>
            <Td wrap>
              <span className="font-medium">{token.name}</span>
              <span className="block font-mono text-xs text-muted">{token.prefix}…</span>
            </Td>
            <Td className="max-md:hidden">{roleWords[token.role].label}</Td>
            <Td className="text-muted max-md:hidden">
              <Time at={token.createdAt} form="date" /> by {token.createdBy}
            </Td>
            <Td className="text-muted">{token.lastUsedAt ? <Time at={token.lastUsedAt} form="ago" /> : 'never'}</Td>
            <Td className="text-right">
              <Revoke token={token} revoke={revoke} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Revoke({ token: { id, name }, revoke }: { token: Token; revoke: Act<[id: string]> }) {
  const { pending, refusal, run } = useAct();
  return (
    <Dialog
      title={`Revoke “${name}”?`}
      size="sm"
      description="Whatever uses it is refused from now on. This cannot be undone."
      trigger={<Button size="sm">Revoke</Button>}
      footer={
        <>
          <DialogClose>
            <Button>Keep it</Button>
          </DialogClose>
          <Button tone="danger" pending={pending} onClick={() => run(() => revoke(id), `“${name}” is revoked`)}>
            Revoke
          </Button>
        </>
      }
    >
      <FormError>{refusal?.message}</FormError>
    </Dialog>
  );
}
