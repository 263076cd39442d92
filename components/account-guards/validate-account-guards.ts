import { unless } from "../problems/phrases";
import type { AccountGuardsArgs } from "./args";

/** What AWS would refuse. */
export function validateAccountGuards(args: AccountGuardsArgs): readonly string[] {
  const { accountId, volumeKeyArns, securityContact: contact } = args;
  return [
    ...unless(/^\d{12}$/.test(accountId), `accountId must be 12 digits, got ${accountId}`),
    ...unless(
      Object.keys(volumeKeyArns).length > 0,
      "volumeKeyArns must have a key for each region, got none",
    ),
    ...unless(
      contact === undefined || /^[\s0-9()+-]{1,25}$/.test(contact.phoneNumber),
      `securityContact.phoneNumber must be digits, spaces and ()+-, at most 25, got ${contact?.phoneNumber ?? ""}`,
    ),
    ...unless(
      contact === undefined || /^[^@\s]+@[^@\s]+$/.test(contact.emailAddress),
      `securityContact.emailAddress must be an e-mail address, got ${contact?.emailAddress ?? ""}`,
    ),
  ];
}
