import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import ipaddr from "ipaddr.js";
import type { Site } from "./site";
import type { Subnet } from "./subnets";

/** A part of a subnet. */
interface Part {
  /** Share of the subnet that lies before it. */
  readonly start: number;
  /** Bits that its prefix has more. */
  readonly bits: number;
}

/** The second quarter of a subnet, and its upper half. */
const reserved: Readonly<Record<string, Part>> = {
  quarter: { start: 1 / 4, bits: 2 },
  half: { start: 1 / 2, bits: 1 },
};

/**
 * Keeps three quarters of each subnet for blocks of 16 addresses that nodes hand out to their pods. Otherwise AWS gives
 * single addresses from everywhere in it, and a block that has lost one of its 16 is none any more.
 *
 * @returns What must be there before anything takes an address of the subnets.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-cidr-reservation.html
 * @see https://docs.aws.amazon.com/eks/latest/best-practices/prefix-mode-linux.html
 */
export function reserveBlocks(
  { parent, region }: Site,
  subnets: readonly Subnet[],
): readonly pulumi.Resource[] {
  return subnets.flatMap(({ name, id, cidrBlock }) =>
    Object.entries(reserved).map(
      ([part, place]) =>
        new aws.ec2.SubnetCidrReservation(
          `${name}-blocks-${part}`,
          {
            region,
            subnetId: id,
            cidrBlock: partOf(cidrBlock, place),
            reservationType: "prefix",
            description: "Blocks of 16 addresses for pods",
          },
          { parent },
        ),
    ),
  );
}

function partOf(cidrBlock: string, { start, bits }: Part): string {
  const [address, prefix] = ipaddr.IPv4.parseCIDR(cidrBlock);
  const first = address.octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const from = first + start * 2 ** (32 - prefix);
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(from / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix + bits}`;
}
