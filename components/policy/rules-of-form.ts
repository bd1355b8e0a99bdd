import { type SeverityRules, pagedGroups, severities, toldGroups } from '@/lib/core/severity/severity';

/** What the policy's form says while it is being filled in; null while a number is missing. */
export function rulesOfForm(form: FormData): SeverityRules | null {
  const draft = policyDraft(form);
  const whole = severities.every((severity) => {
    const rule = draft[severity];
    return (
      rule &&
      Number.isFinite(rule.responseMinutes) &&
      (toldGroups as readonly string[]).includes(rule.told) &&
      (pagedGroups as readonly string[]).includes(rule.paged)
    );
  });
  return whole ? (draft as SeverityRules) : null;
}

/** The form's fields (`rules.High.responseMinutes`) as rules, unchecked. An empty number means that none is owed. */
export function policyDraft(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const amount = (name: string) => (text(name) === '' ? null : Number(text(name)));
  return Object.fromEntries(
    severities.map((severity) => {
      const name = (field: string) => text(`rules.${severity}.${field}`);
      const number = (field: string) => amount(`rules.${severity}.${field}`);
      return [
        severity,
        {
          meaning: name('meaning'),
          responseMinutes: number('responseMinutes') ?? Number.NaN,
          told: name('told'),
          paged: name('paged'),
          silence: silenceOf(name('silence')),
          cadenceMinutes: number('cadenceMinutes'),
          postmortemHours: number('postmortemHours'),
        },
      ];
    }),
  );
}

/** A choice, or minutes. */
function silenceOf(text: string): string | number {
  return /^\d+$/u.test(text) ? Number(text) : text;
}
