import ipaddr from "ipaddr.js";
import { z } from "zod";

/** The retention periods that CloudWatch Logs accepts, in days. */
export const logRetentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
] as const;

/** Days that CloudWatch Logs keeps events. */
export const logRetentionDays = z
  .literal(logRetentions)
  .meta({ description: "Days that log events are kept, as CloudWatch Logs allows.", unit: "days" });

/** An IPv4 range whose address is the first of the range, as AWS requires. */
export const cidrBlock = z
  .string()
  .refine(
    (text) => isNetworkAddress(text),
    "must be an IPv4 CIDR block of /16 to /28 that starts at its network address, such as 10.0.1.0/24",
  );

/** A short name for an availability zone, the same in every region. */
export const zoneLabel = z
  .string()
  .regex(/^[a-z]$/, "must be a zone's label, one letter from a to z");

/** A time of day in UTC, `hh:mm`. */
const clock = "([01]\\d|2[0-3]):[0-5]\\d";
const weekday = "(mon|tue|wed|thu|fri|sat|sun)";

/** A daily window in UTC, `hh:mm-hh:mm`. */
export const dailyWindow = z
  .string()
  .regex(new RegExp(`^${clock}-${clock}$`), "must be a window in UTC such as 03:00-04:00");

/** A weekly window in UTC, `ddd:hh:mm-ddd:hh:mm`. */
export const weeklyWindow = z
  .string()
  .regex(
    new RegExp(`^${weekday}:${clock}-${weekday}:${clock}$`),
    "must be a weekly window in UTC such as sun:05:00-sun:06:00",
  );

function isNetworkAddress(text: string): boolean {
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return false;
  const [, prefix] = ipaddr.IPv4.parseCIDR(text);
  const network = `${ipaddr.IPv4.networkAddressFromCIDR(text).toString()}/${prefix.toString()}`;
  return prefix >= 16 && prefix <= 28 && text === network;
}
