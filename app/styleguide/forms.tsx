import { Check } from '@/components/ui/check';
import { Combobox } from '@/components/ui/combobox';
import { DateTimeField, FormError, SelectField, TextArea, TextField } from '@/components/ui/field';
import { MultiCombobox } from '@/components/ui/multi-combobox';
import { RadioCards } from '@/components/ui/radio-cards';
import { Section } from '@/components/ui/section';
import { SeverityMark } from '@/components/ui/severity-mark';
import { services, severities } from './samples';

const severityCards = [
  ...severities.map((one) => ({ ...one, mark: <SeverityMark severity={one.value} shapeOnly size={14} /> })),
  {
    value: 'unsure',
    label: 'Unsure',
    hint: 'Triage decides. Treated as High until then.',
    mark: <SeverityMark severity={null} shapeOnly size={14} />,
  },
];

/** What is filled in. */
export function Forms() {
  return (
    <Section title="Forms">
      <div className="mt-3 grid gap-x-12 gap-y-5 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <TextField name="title" label="What is broken" placeholder="Card payments fail at checkout" />
          <TextField
            name="address"
            label="Address"
            defaultValue="bea@example"
            error="This address has no domain ending. Write it as name@company.com."
          />
          <TextArea name="summary" label="Summary" hint="What you see, not what you suspect." optional />
          <div className="grid gap-4 md:grid-cols-2">
            <SelectField name="phase" label="Phase">
              <option>Mitigating</option>
              <option>Monitoring</option>
            </SelectField>
            <DateTimeField name="started" label="Started" optional />
          </div>
          <Check
            name="private"
            label="Private"
            hint="Only named people and administrators can see it."
            defaultChecked
          />
        </div>
        <div className="flex flex-col gap-4">
          <RadioCards name="severity" legend="How bad is it" options={severityCards} defaultValue="critical" />
          <Combobox name="team" label="Owner" options={services} placeholder="Choose a service" />
          <MultiCombobox name="services" label="Services" options={services} defaultValue={['payments']} />
          <FormError>
            Not declared: the database refused the connection. Your text is kept; try again in a moment.
          </FormError>
        </div>
      </div>
    </Section>
  );
}
