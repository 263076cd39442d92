import type { Tier } from "./subnet-plan";

/** One line of a network ACL. Each lets through; what no line names is refused. */
export interface AclRule {
  /** Place among the lines; leaves room for one number for each zone. */
  readonly number: number;
  /** What goes through, as part of the names of the resources. */
  readonly what: string;
  /** Whom it comes from or goes to: any address, or the subnets of a tier. */
  readonly peer: "world" | Tier;
  readonly traffic: Traffic;
}

interface Traffic {
  readonly protocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
}

export interface AclRules {
  readonly ingress: readonly AclRule[];
  readonly egress: readonly AclRule[];
}

const everything: Traffic = { protocol: "-1", fromPort: 0, toPort: 0 };
const http: Traffic = { protocol: "tcp", fromPort: 80, toPort: 80 };
const https: Traffic = { protocol: "tcp", fromPort: 443, toPort: 443 };

/**
 * Where clients have their end of a connection: NAT gateways, load balancers and functions use the
 * whole range. A list is stateless, so replies need a line like requests do. Services and data
 * stores listen in the same range, above the privileged ports.
 */
const unprivileged: Traffic = { protocol: "tcp", fromPort: 1024, toPort: 65535 };

/**
 * "Fragmentation needed": without it, connections to the internet hang on packets that are too
 * large.
 */
const fragmentation: Traffic = { protocol: "icmp", icmpType: 3, icmpCode: 4 };

/**
 * What goes in and out of each tier. Security groups say who may talk to whom; these lists hold
 * when one of them is too wide: the database tier is reached from the private tier and from itself,
 * and from nowhere else.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html
 */
export const aclRules: Readonly<Record<Tier, AclRules>> = {
  public: {
    ingress: [
      // From clients to load balancers, and from the private tier to NAT gateways.
      { number: 100, what: "https", peer: "world", traffic: https },
      { number: 200, what: "replies", peer: "world", traffic: unprivileged },
      { number: 300, what: "fragmentation", peer: "world", traffic: fragmentation },
    ],
    egress: [
      { number: 100, what: "https", peer: "world", traffic: https },
      // Replies, and from load balancers to the services.
      { number: 200, what: "replies", peer: "world", traffic: unprivileged },
      { number: 300, what: "fragmentation", peer: "world", traffic: fragmentation },
    ],
  },
  private: {
    ingress: [
      { number: 100, what: "private", peer: "private", traffic: everything },
      // From rotation functions beside the data stores to the interface endpoints.
      { number: 200, what: "database-https", peer: "database", traffic: https },
      // Replies of the internet and of data stores, and from load balancers to the services.
      { number: 300, what: "replies", peer: "world", traffic: unprivileged },
      { number: 400, what: "fragmentation", peer: "world", traffic: fragmentation },
    ],
    egress: [
      { number: 100, what: "private", peer: "private", traffic: everything },
      { number: 200, what: "https", peer: "world", traffic: https },
      { number: 300, what: "public", peer: "public", traffic: unprivileged },
      { number: 400, what: "database", peer: "database", traffic: unprivileged },
      { number: 500, what: "fragmentation", peer: "world", traffic: fragmentation },
    ],
  },
  database: {
    ingress: [
      { number: 100, what: "private", peer: "private", traffic: unprivileged },
      { number: 200, what: "database", peer: "database", traffic: unprivileged },
    ],
    egress: [
      { number: 100, what: "private", peer: "private", traffic: unprivileged },
      { number: 200, what: "private-https", peer: "private", traffic: https },
      { number: 300, what: "database", peer: "database", traffic: unprivileged },
    ],
  },
};

/**
 * What the database tier needs besides to reach gateway endpoints. They have public addresses, and
 * a list cannot name those of a service: that nothing else is reached follows from the tier having
 * no other route.
 */
export const gatewayRules: AclRules = {
  ingress: [{ number: 300, what: "gateway-replies", peer: "world", traffic: unprivileged }],
  egress: [{ number: 400, what: "gateway-https", peer: "world", traffic: https }],
};

/**
 * What the public tier needs besides where load balancers send who comes over HTTP on to HTTPS. Replies
 * go out like any other.
 */
export const redirectRules: AclRules = {
  ingress: [{ number: 400, what: "http", peer: "world", traffic: http }],
  egress: [],
};
