import { TextField } from '../ui/field';

type NewPasswordFieldProps = { label?: string; name?: string; error?: string | null };

/** A password that is chosen here, with what is asked of it. */
export function NewPasswordField({ label = 'New password', name = 'password', error }: NewPasswordFieldProps) {
  return (
    <TextField
      label={label}
      hint="At least 12 characters. Three or four random words do well."
      name={name}
      type="password"
      autoComplete="new-password"
      error={error}
    />
  );
}
