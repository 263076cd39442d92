import { Network, type NetworkArgs } from "../../../components/network";
import { preview, type Previewed } from "../../support/preview";

/** A network with every default, in three zones. */
export const args: NetworkArgs = {
  accountId: "123456789012",
  region: "eu-west-1",
  cidrBlock: "10.0.0.0/16",
  availabilityZones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
  subnets: {
    public: {
      "eu-west-1a": "10.0.1.0/24",
      "eu-west-1b": "10.0.2.0/24",
      "eu-west-1c": "10.0.3.0/24",
    },
    private: {
      "eu-west-1a": "10.0.11.0/24",
      "eu-west-1b": "10.0.12.0/24",
      "eu-west-1c": "10.0.13.0/24",
    },
    database: {
      "eu-west-1a": "10.0.21.0/24",
      "eu-west-1b": "10.0.22.0/24",
      "eu-west-1c": "10.0.23.0/24",
    },
  },
  logsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd",
  logGroupPrefix: "/shop/production",
};

let withDefaults: Promise<Previewed> | undefined;

/** The network that arguments make. The one with every default is made once for all tests. */
export function previewNetwork(networkArgs: NetworkArgs): Promise<Previewed> {
  return networkArgs === args ? (withDefaults ??= make(args)) : make(networkArgs);
}

function make(networkArgs: NetworkArgs): Promise<Previewed> {
  return preview((providers) => new Network("network", networkArgs, { providers }));
}

/** The names of the resources of a type, in order. */
export function names(previewed: Previewed, type: string): string[] {
  return previewed.all(type).map(({ name }) => name);
}
