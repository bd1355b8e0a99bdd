/** Somebody at a vendor who is called when the usual way does not help, in the order of calling. */
export interface VendorContact {
  name: string;
  phone: string;
  email: string;
}

export const mostVendorContacts = 20;

/** How a vendor is reached and by what one shows who one is; what is unknown is empty. */
export interface VendorParticulars {
  name: string;
  /** What it is, and what for. */
  description: string;
  /** The contract level: what was promised, and how fast. */
  contract: string;
  account: string;
  phone: string;
  email: string;
  /** Where tickets are opened. */
  portal: string;
  statusPage: string;
  contacts: VendorContact[];
}
