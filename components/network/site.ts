import type * as pulumi from "@pulumi/pulumi";

/** What every part of a network stands on. */
export interface Site {
  /** Name of the component, with which the names of its children begin. */
  readonly name: string;
  /** The component. */
  readonly parent: pulumi.Resource;
  readonly accountId: string;
  readonly region: string;
  readonly vpcId: pulumi.Output<string>;
  /** Address range of the VPC. */
  readonly cidrBlock: string;
  /** The `Name` tag of a resource. */
  readonly nameTag: (resource: string) => { readonly Name: string };
}
