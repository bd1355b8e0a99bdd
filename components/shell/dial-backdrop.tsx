const MINUTES = Array.from({ length: 16 }, (_, minute) => minute);

function spoke(minute: number, from: number, to: number): string {
  const angle = ((minute / 15) * Math.PI) / 2;
  const at = (radius: number) =>
    `${(radius * Math.sin(angle)).toFixed(2)} ${(1000 - radius * Math.cos(angle)).toFixed(2)}`;
  return `M${at(from)}L${at(to)}`;
}

const arc = (radius: number) => `M0 ${1000 - radius}A${radius} ${radius} 0 0 1 ${radius} 1000`;

/** The dial as an instrument, drawn in hairlines from the corner of an empty page: fifteen minutes, marked at five and ten. */
export function DialBackdrop() {
  return (
    <svg
      viewBox="0 0 1000 1000"
      preserveAspectRatio="xMinYMax meet"
      aria-hidden="true"
      className="pointer-events-none fixed bottom-0 left-0 -z-10 h-[92vh] w-auto text-line max-md:h-[34vh]"
    >
      <g fill="none" stroke="currentColor" strokeWidth="1.5" vectorEffect="non-scaling-stroke">
        {[960, 880, 560].map((radius) => (
          <path key={radius} d={arc(radius)} />
        ))}
        {MINUTES.map((minute) => (
          <path key={minute} d={spoke(minute, minute % 5 === 0 ? 560 : 880, 960)} />
        ))}
        <path
          d={MINUTES.slice(0, 15)
            .map((minute) => [0.25, 0.5, 0.75].map((part) => spoke(minute + part, 930, 960)).join(''))
            .join('')}
        />
      </g>
      <path
        d={`M0 1000L${spoke(5, 0, 560).split('L')[1]}A560 560 0 0 1 560 1000Z`}
        className="fill-accent"
        opacity="0.07"
      />
    </svg>
  );
}
