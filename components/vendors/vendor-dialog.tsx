'use client';

import { type ReactNode } from 'react';
import { RecordDialog, type Save } from '@/components/catalog/record-dialog';
import { RowsField } from '@/components/catalog/rows-field';
import { TextArea, TextField } from '@/components/ui/field';
import { MultiCombobox } from '@/components/ui/multi-combobox';
import { type VendorParticulars, mostVendorContacts } from '@/lib/core/catalog/vendor';

type VendorDialogProps = {
  trigger: ReactNode;
  vendor: (VendorParticulars & { services: readonly { id: string; name: string }[]; basis: number }) | null;
  /** Every service there is. */
  services: readonly { id: string; name: string; tier: number }[];
  save: Save;
};

type Line = { field: Exclude<keyof VendorParticulars, 'contacts' | 'description'>; label: string };

const reached: readonly (Line & { inputMode?: 'tel' | 'email' | 'url'; placeholder?: string; maxLength?: number })[] = [
  { field: 'contract', label: 'Contract level', placeholder: 'Premium: answers in 30 minutes', maxLength: 200 },
  { field: 'account', label: 'Account number', placeholder: 'What they ask for first', maxLength: 100 },
  { field: 'phone', label: 'Support telephone', inputMode: 'tel', maxLength: 40 },
  { field: 'email', label: 'Support e-mail', inputMode: 'email', maxLength: 200 },
  { field: 'portal', label: 'Support portal', inputMode: 'url', placeholder: 'https://…' },
  { field: 'statusPage', label: 'Status page', inputMode: 'url', placeholder: 'https://…' },
];

export function VendorDialog({ trigger, vendor, services, save }: VendorDialogProps) {
  return (
    <RecordDialog
      trigger={trigger}
      title={vendor ? `Change ${vendor.name}` : 'Add a vendor'}
      description={vendor ? undefined : 'A third party you stand on: payments, hosting, mail, names.'}
      size="lg"
      save={save}
      basis={vendor?.basis ?? null}
      record={
        vendor
          ? [
              ['Name', vendor.name],
              ['What it is', vendor.description],
              ...reached.map(({ field, label }) => [label, vendor[field]] as const),
              ['Contacts', vendor.contacts.map(({ name }) => name).join(', ')],
              ['Services', vendor.services.map(({ name }) => name).join(', ')],
            ]
          : undefined
      }
      verb={vendor ? 'Save' : 'Add'}
      fields={(errorOf) => (
        <>
          <TextField
            name="name"
            label="Name"
            defaultValue={vendor?.name}
            error={errorOf('name')}
            maxLength={80}
            required
            autoComplete="off"
          />
          <TextArea
            name="description"
            label="What it is"
            optional
            defaultValue={vendor?.description}
            error={errorOf('description')}
            maxLength={1000}
          />
          <div className="grid gap-4 md:grid-cols-2">
            {reached.map(({ field, ...input }) => (
              <TextField
                key={field}
                {...input}
                name={field}
                optional
                defaultValue={vendor?.[field]}
                error={errorOf(field)}
                autoComplete="off"
              />
            ))}
          </div>
          <RowsField
            name="contacts"
            legend="Escalation contacts"
            hint="Whom to call, in this order, when support does not answer."
            noun="contact"
            most={mostVendorContacts}
            ordered
            columns={[
              { key: 'name', label: 'Name', maxLength: 80 },
              { key: 'phone', label: 'Telephone', inputMode: 'tel', maxLength: 40 },
              { key: 'email', label: 'E-mail', inputMode: 'email', maxLength: 200 },
            ]}
            rows={(vendor?.contacts ?? []).map((contact) => ({ ...contact }))}
            errorOf={errorOf}
          />
          <MultiCombobox
            name="services"
            label="Services that stand on it"
            optional
            placeholder="Add a service"
            options={services.map(({ id, name, tier }) => ({ value: id, label: name, hint: `tier ${tier}` }))}
            defaultValue={(vendor?.services ?? []).map(({ id }) => id)}
            error={errorOf('services')}
          />
        </>
      )}
    />
  );
}
