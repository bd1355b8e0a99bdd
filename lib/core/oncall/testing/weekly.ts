/** A layer as it is written down whose people have a week each, from a Monday at nine; whoever uses it says who they are. */
export const weekly = {
  name: 'Primary',
  timeZone: 'UTC',
  startsOn: '2020-01-06',
  cycleDays: 7,
  handoffs: [{ day: 0, time: '09:00' }],
};
