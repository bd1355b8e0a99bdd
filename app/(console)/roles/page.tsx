import { Pencil, Plus } from 'lucide-react';
import { type Metadata } from 'next';
import { DeleteDialog } from '@/components/catalog/delete-dialog';
import { RoleDialog } from '@/components/catalog/role-dialog';
import { PolicyTabs } from '@/components/policy/policy-tabs';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { readRoles } from '@/lib/queries/roles';
import { addRole, removeRole, saveRole } from './actions';

export const metadata: Metadata = { title: 'Roles of command' };

export default async function RolesPage() {
  const actor = await requireActor();
  const roles = await readRoles();
  const administrator = mayAdminister(actor);
  return (
    <Page>
      <PageHeader
        title="Roles of command"
        lead="Who does what in an incident. A role has one holder; a person may hold several."
        actions={
          administrator && (
            <RoleDialog
              kind={null}
              save={addRole}
              trigger={
                <Button tone="primary" icon={<Plus />} hotkey={{ keys: 'a', label: 'Add a role' }}>
                  Add a role
                </Button>
              }
            />
          )
        }
      >
        <PolicyTabs here="roles" />
      </PageHeader>
      <ul>
        {roles.map((role) => (
          <li
            key={role.key}
            className="grid gap-x-8 gap-y-2 border-b border-line py-4 last:border-b-0 md:grid-cols-[13rem_minmax(0,1fr)_13rem_11rem]"
          >
            <div>
              <h2 className="font-semibold">{role.name}</h2>
              <p className="text-xs text-muted">{role.builtIn ? 'In every installation' : 'Your own'}</p>
            </div>
            <p className="measure whitespace-pre-line">{role.instructions}</p>
            <div>
              <p className="text-xs text-muted">Owed at</p>
              {role.owedAt.length === 0 ? (
                <p>no severity</p>
              ) : (
                <ul className="flex flex-wrap gap-x-4">
                  {role.owedAt.map((severity) => (
                    <li key={severity}>
                      <SeverityMark severity={severity.toLowerCase() as Mark} />
                    </li>
                  ))}
                </ul>
              )}
            </div>
            {administrator && (
              <div className="flex items-start justify-end gap-1 max-md:justify-start">
                {!role.builtIn && (
                  <DeleteDialog name={role.name} remove={removeRole.bind(null, role.key)}>
                    Nobody can take it any more. Timelines keep what its holders did.
                  </DeleteDialog>
                )}
                <RoleDialog
                  kind={role}
                  save={saveRole.bind(null, role.key)}
                  trigger={
                    <Button icon={<Pencil />} aria-label={`Change ${role.name.toLowerCase()}`}>
                      Change
                    </Button>
                  }
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}
