import { type Refusal, refuse } from '../../refusal';
import { type VendorCase } from '../../vendor/vendor-case';
import { type Incident } from '../incident';

/** What there is with this vendor in the incident. */
export function vendorCaseOf({ vendors }: Incident, id: string): VendorCase | Refusal {
  return (
    vendors.find(({ vendor }) => vendor.id === id) ??
    refuse('not-found', 'This vendor was not contacted in this incident.')
  );
}
