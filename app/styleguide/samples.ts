export const people = [
  { id: 'ada', name: 'Ada Kowalski', hint: 'Payments' },
  { id: 'bea', name: 'Bea Rossi', hint: 'Platform' },
  { id: 'cy', name: 'Cy Stone', hint: 'Payments' },
  { id: 'di', name: 'Di Abara', hint: 'Support' },
  { id: 'eve', name: 'Eve Lindqvist', hint: 'Platform' },
  { id: 'fay', name: 'Fay Moreau', hint: 'Edge' },
  { id: 'gus', name: 'Gus Ito', hint: 'Data' },
] as const;

export const severities = [
  { value: 'critical', label: 'Critical', hint: 'Customers cannot pay, log in, or lose data.' },
  { value: 'high', label: 'High', hint: 'A main feature is broken for many, with no way round it.' },
  { value: 'medium', label: 'Medium', hint: 'Something is slow or broken, and there is a way round it.' },
  { value: 'low', label: 'Low', hint: 'Nobody outside would notice. It can wait for tomorrow.' },
] as const;

export const services = [
  { value: 'payments', label: 'Payments API', hint: 'tier 1' },
  { value: 'checkout', label: 'Checkout', hint: 'tier 1' },
  { value: 'search', label: 'Search', hint: 'tier 2' },
  { value: 'mail', label: 'Outgoing mail', hint: 'tier 3' },
];
