import { Avatar } from '../ui/avatar';

type SamplePeopleProps = {
  people: { id: string; name: string; role: string; teams: string[] }[];
  next: string;
  action: (form: FormData) => Promise<void>;
};

/** The sample company: one press signs in as that person. */
export function SamplePeople({ people, next, action }: SamplePeopleProps) {
  return (
    <form action={action}>
      <input type="hidden" name="next" value={next} />
      <ul className="-mx-2">
        {people.map(({ id, name, role, teams }) => (
          <li key={id} className="border-b border-line last:border-b-0">
            <button
              name="person"
              value={id}
              className="flex min-h-11 w-full items-center gap-3 rounded-sm px-2 py-1.5 text-left hover:bg-raised"
            >
              <Avatar name={name} id={id} size={24} />
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              <span className="text-xs text-muted">{[role, ...teams].join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
