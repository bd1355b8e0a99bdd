import { Pencil, Plus } from 'lucide-react';
import { type Metadata } from 'next';
import { CatalogTabs } from '@/components/catalog/catalog-tabs';
import { DeleteDialog } from '@/components/catalog/delete-dialog';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { VendorCard } from '@/components/vendors/vendor-card';
import { VendorDialog } from '@/components/vendors/vendor-dialog';
import { requireActor } from '@/lib/auth/actor';
import { mayAdminister } from '@/lib/core/access/may';
import { readServiceChoices } from '@/lib/queries/services';
import { readVendors } from '@/lib/queries/vendors';
import { addVendor, removeVendor, saveVendor } from './actions';

export const metadata: Metadata = { title: 'Vendors' };

export default async function VendorsPage() {
  const actor = await requireActor();
  const administrator = mayAdminister(actor);
  const [vendors, services] = await Promise.all([readVendors(), administrator ? readServiceChoices() : []]);
  const form = administrator && (
    <VendorDialog
      vendor={null}
      services={services}
      save={addVendor}
      trigger={
        <Button tone="primary" icon={<Plus />} hotkey={{ keys: 'a', label: 'Add a vendor' }}>
          Add a vendor
        </Button>
      }
    />
  );
  return (
    <Page>
      <PageHeader
        title="Vendors"
        lead="The third parties you stand on, and how to reach them when they fail."
        actions={vendors.length > 0 && form}
      >
        <CatalogTabs here="vendors" />
      </PageHeader>
      {vendors.length === 0 && (
        <EmptyState title="No vendors yet" action={form}>
          {administrator
            ? 'Write down who provides payments, hosting or mail, with the number to call and the account to name: '
            : 'An administrator writes down here who provides payments, hosting or mail, and how to reach them: '}
          then they are contacted from the incident’s room, and chased until they answer.
        </EmptyState>
      )}
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        {vendors.map((vendor) => (
          <VendorCard
            key={vendor.id}
            vendor={vendor}
            actions={
              administrator && (
                <>
                  <DeleteDialog name={vendor.name} remove={removeVendor.bind(null, vendor.id)}>
                    Services stay, without this vendor. Past incidents keep its name. The audit log keeps who deleted
                    it.
                  </DeleteDialog>
                  <VendorDialog
                    vendor={vendor}
                    services={services}
                    save={saveVendor.bind(null, vendor.id)}
                    trigger={
                      <Button size="sm" icon={<Pencil />} aria-label={`Change ${vendor.name}`}>
                        Change
                      </Button>
                    }
                  />
                </>
              )
            }
          />
        ))}
      </div>
    </Page>
  );
}
