'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useSubmit } from '@/components/submit/use-submit';
import { Button } from '@/components/ui/button';
import { FormError, SelectField, TextField } from '@/components/ui/field';
import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { toast } from '@/components/ui/toast';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { minutesWords, pagedWords, policyChanges, policyDoubts, toldWords } from '@/lib/core/severity/policy-words';
import {
  type SeverityPolicy,
  type SeverityRule,
  pagedGroups,
  pagedUnder,
  severities,
  toldGroups,
} from '@/lib/core/severity/severity';
import { rulesOfForm } from './rules-of-form';

type PolicyFormProps = {
  policy: SeverityPolicy;
  save: (form: FormData) => Promise<{ version: number } | Refusal>;
};

/** The minutes of silence to choose from, among them those in force. */
function silences({ silence }: SeverityRule): number[] {
  const usual = [5, 10, 15, 30, 60, 120];
  return typeof silence === 'number' && !usual.includes(silence) ? [silence, ...usual] : usual;
}

/** Writes the next version of the severity policy, saying beforehand what it will change. */
export function PolicyForm({ policy, save }: PolicyFormProps) {
  const router = useRouter();
  const [rules, setRules] = useState(policy.rules);
  const { form, onSubmit, pending, refusal, errorOf } = useSubmit(
    async (filled) => {
      const answer = await save(filled);
      if (isRefusal(answer) && answer.refusal === 'changed-meanwhile') router.refresh();
      return answer;
    },
    ({ version }) => {
      toast.done(`Version ${version} is in force`, { detail: 'It governs what is declared from now on.' });
      router.push('/policy');
      router.refresh();
    },
  );
  const changes = policyChanges(policy.rules, rules);
  const doubts = policyDoubts(rules);
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    const typed = rulesOfForm(new FormData(event.currentTarget));
    if (typed) setRules(typed);
  };

  return (
    <form ref={form} onSubmit={onSubmit} onChange={onChange} className="flex max-w-[64rem] flex-col">
      <input type="hidden" name="basis" value={policy.version} />
      {refusal && (refusal.refusal === 'changed-meanwhile' || !refusal.fields) && (
        <FormError>{refusal.message}</FormError>
      )}
      <p className="measure pb-4 text-muted">
        Whoever is told gets one notice and owes nothing. Whoever is paged is called again and again, then the next,
        until somebody acknowledges; and anew when nothing is heard or seen of who did.
      </p>
      {severities.map((severity) => {
        const name = (field: string) => `rules.${severity}.${field}`;
        const rule = policy.rules[severity];
        return (
          <fieldset key={severity} className="border-b border-line py-5 first-of-type:pt-0">
            <legend className="float-left mb-3 w-full">
              <SeverityMark severity={severity.toLowerCase() as Mark} size={14} className="text-base" />
            </legend>
            <div className="clear-both grid gap-4 md:grid-cols-3">
              <TextField
                name={name('meaning')}
                label="One plain sentence to choose it by"
                defaultValue={rule.meaning}
                error={errorOf(name('meaning'))}
                maxLength={200}
                required
                className="md:col-span-3"
              />
              <TextField
                name={name('responseMinutes')}
                label="Commanded within, minutes"
                type="number"
                min={1}
                max={10_080}
                defaultValue={rule.responseMinutes}
                error={errorOf(name('responseMinutes'))}
                required
              />
              <SelectField
                name={name('told')}
                label="Told at once"
                defaultValue={rule.told}
                error={errorOf(name('told'))}
              >
                {toldGroups.map((group) => (
                  <option key={group} value={group}>
                    {toldWords[group]}
                  </option>
                ))}
              </SelectField>
              <SelectField
                name={name('paged')}
                label="Paged until acknowledged"
                defaultValue={pagedUnder(rule)}
                error={errorOf(name('paged'))}
              >
                {pagedGroups.map((group) => (
                  <option key={group} value={group}>
                    {pagedWords[group]}
                  </option>
                ))}
              </SelectField>
              <SelectField
                name={name('silence')}
                label="Acknowledged, then silent"
                defaultValue={String(rule.silence ?? 'response-time')}
                error={errorOf(name('silence'))}
              >
                <option value="response-time">Paged again after the response time</option>
                {silences(rule).map((minutes) => (
                  <option key={minutes} value={minutes}>
                    Paged again after {minutesWords(minutes)}
                  </option>
                ))}
                <option value="never">Not paged again</option>
              </SelectField>
              <TextField
                name={name('cadenceMinutes')}
                label="Updates every, minutes"
                type="number"
                min={1}
                max={10_080}
                placeholder="none owed"
                defaultValue={rule.cadenceMinutes ?? ''}
                error={errorOf(name('cadenceMinutes'))}
              />
              <TextField
                name={name('postmortemHours')}
                label="Postmortem within, hours"
                type="number"
                min={1}
                max={1_000}
                placeholder="none owed"
                defaultValue={rule.postmortemHours ?? ''}
                error={errorOf(name('postmortemHours'))}
              />
            </div>
          </fieldset>
        );
      })}
      <div
        data-save-bar
        className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-x-4 gap-y-2 bg-ground px-1 py-4 max-md:bottom-13"
      >
        <Button type="submit" tone="primary" pending={pending} disabled={changes.length === 0}>
          Put version {policy.version + 1} in force
        </Button>
        <Button tone="plain" href="/policy">
          Leave it
        </Button>
        <div aria-live="polite" className="min-w-0 flex-1 text-xs text-muted max-md:basis-full">
          {changes.length === 0
            ? 'Nothing is different yet.'
            : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}, for what is declared from then on. Running incidents keep their version.`}
          {doubts.map((doubt) => (
            <p key={doubt} className="text-high">
              {doubt}
            </p>
          ))}
        </div>
      </div>
    </form>
  );
}
