import { formText } from '@/lib/core/form-text';

/** The schedule that a form carries as JSON, beside its name and zone; what is no JSON is no draft, and refused as such. */
export function draftOf(form: FormData): Record<string, unknown> {
  let layers: unknown = null;
  try {
    layers = JSON.parse(formText(form, 'layers'));
  } catch {
    layers = null;
  }
  return { name: formText(form, 'name'), timeZone: formText(form, 'timeZone'), layers };
}
