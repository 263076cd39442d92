import type * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../pod-role";

/** A place outside of the cluster, such as the subnets of a store. */
export interface AddressRanges {
  readonly port: number;
  /** IPv4 ranges it stands in, one at least. */
  readonly cidrBlocks: readonly string[];
  /**
   * Ranges inside of those that it does not stand in.
   *
   * @default []
   */
  readonly exceptCidrBlocks?: readonly string[] | undefined;
}

/** Another service of the cluster. */
export interface ServicePeer {
  /** Its name: the label `app.kubernetes.io/name` of its pods. */
  readonly service: string;
  /**
   * Its namespace.
   *
   * @default - that of the workload it is said of
   */
  readonly namespace?: string | undefined;
}

/** A port of another service of the cluster. */
export interface ServicePort extends ServicePeer {
  readonly port: number;
}

/** One value of a secret in Secrets Manager whose value is a JSON object. */
export interface SecretReference {
  readonly secretArn: pulumi.Input<string>;
  /** Key in the object. */
  readonly key: string;
  /**
   * Minutes for which a value stays good after it was rotated.
   *
   * @default - it is not rotated
   */
  readonly overlapMinutes?: number | undefined;
}

/**
 * A connection of a workload, with all that it takes: the way through the network, the rights of the pods' role, the
 * secrets and the variables. What no edge declares is not reached.
 */
export interface Edge {
  /** What it leads to, by a name of its own among the edges of the workload: `database`. */
  readonly to: string;
  /**
   * Where that is.
   *
   * @default - the pods need no way to it
   */
  readonly destination?: AddressRanges | ServicePort | undefined;
  /**
   * What the pods' role may do there.
   *
   * @default []
   */
  readonly statements?: readonly PolicyStatement[] | undefined;
  /**
   * Variables of the containers.
   *
   * @default {}
   */
  readonly environment?: Readonly<Record<string, pulumi.Input<string>>> | undefined;
  /**
   * Variables of the containers whose values are secret.
   *
   * @default {}
   */
  readonly secrets?: Readonly<Record<string, SecretReference>> | undefined;
  /**
   * Files of the containers by name, no secrets, which they find in {@link filesPath}.
   *
   * @default {}
   */
  readonly files?: Readonly<Record<string, pulumi.Input<string>>> | undefined;
}

/** Folder in which a container finds the files that it is given. */
export const filesPath = "/files";

/** Tells whether a destination stands outside of the cluster. */
export function isOutside(destination: AddressRanges | ServicePort): destination is AddressRanges {
  return "cidrBlocks" in destination;
}
