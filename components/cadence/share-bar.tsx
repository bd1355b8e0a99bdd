/** Share of owed updates that came in time: a bar with the figure beside it, or words where none was owed. */
export function ShareBar({ onTime, late }: { onTime: number; late: number }) {
  const owed = onTime + late;
  if (owed === 0) return <span className="text-muted">none owed</span>;
  const percent = Math.round((onTime / owed) * 100);
  return (
    <span className="flex items-center gap-3">
      <svg viewBox="0 0 100 6" className="h-1.5 w-32 shrink-0" aria-hidden="true" preserveAspectRatio="none">
        <rect width="100" height="6" className="fill-line" />
        <rect width={percent} height="6" className={percent >= 90 ? 'fill-done' : 'fill-overdue'} />
      </svg>
      <span className="tnum">
        {percent} %{' '}
        <span className="text-muted">
          ({onTime} of {owed})
        </span>
      </span>
    </span>
  );
}
