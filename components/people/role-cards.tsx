import { type PersonRole, personRoles } from '@/lib/core/access/actor';
import { roleWords } from '@/lib/core/access/role-words';
import { RadioCards } from '../ui/radio-cards';

/** The three roles, each with what it may do. Sends `role` with its form. */
export function RoleCards({ chosen, error }: { chosen: PersonRole; error?: string | null }) {
  const options = personRoles.map((value) => ({ value, label: roleWords[value].label, hint: roleWords[value].may }));
  return <RadioCards name="role" legend="Role" options={options} defaultValue={chosen} error={error} />;
}
