import { accepts, refuses } from "./table";

const endpoint = "network.endpoints.interface";

describe("preflight of zones", () => {
  refuses([
    [
      "there is only one",
      {
        availabilityZones: { b: null },
        network: { subnets: { public: { b: null }, private: { b: null }, database: { b: null } } },
      },
      {
        path: "availabilityZones",
        value: { a: "eu-west-1a" },
        rule: "must be at least 2 zones: a database cannot stand in fewer",
        fix: "add zones of the region, each with a label of its own",
      },
    ],
    [
      "two labels stand for one",
      { availabilityZones: { b: "eu-west-1a" } },
      {
        path: "availabilityZones.b",
        value: "eu-west-1a",
        rule: "must be another zone than availabilityZones.a",
        fix: "give each label a zone of its own",
      },
    ],
    [
      "one is of another region",
      { availabilityZones: { b: "eu-west-2b" } },
      {
        path: "availabilityZones.b",
        value: "eu-west-2b",
        rule: "must be a zone of the region eu-west-1",
        fix: "choose one of eu-west-1a, eu-west-1b, eu-west-1c",
      },
    ],
    [
      "the region has no such zone",
      { availabilityZones: { b: "eu-west-1f" } },
      {
        path: "availabilityZones.b",
        value: "eu-west-1f",
        rule: "must be a zone of the region eu-west-1",
        fix: "choose one of eu-west-1a, eu-west-1b, eu-west-1c",
      },
    ],
    [
      "one is of another region than one whose zones are not known",
      { region: "ap-south-9", availabilityZones: { a: "ap-south-9a", b: "ap-south-1b" } },
      {
        path: "availabilityZones.b",
        value: "ap-south-1b",
        rule: "must be a zone of the region ap-south-9",
        fix: "write ap-south-9a or another of its zones",
      },
    ],
  ]);
});

describe("preflight of subnets", () => {
  refuses([
    [
      "one lies outside the VPC",
      { network: { subnets: { private: { b: "10.1.12.0/24" } } } },
      {
        path: "network.subnets.private.b",
        value: "10.1.12.0/24",
        rule: "must lie inside network.cidrBlock 10.0.0.0/16",
        fix: "choose a free range of the VPC, or widen the VPC",
      },
    ],
    [
      "one is larger than the VPC",
      {
        network: {
          cidrBlock: "10.0.0.0/20",
          subnets: {
            public: { a: "10.0.0.0/19", b: "10.0.2.0/24" },
            private: { a: "10.0.3.0/24", b: "10.0.4.0/24" },
            database: { a: "10.0.5.0/24", b: "10.0.6.0/24" },
          },
        },
      },
      {
        path: "network.subnets.database.a",
        value: "10.0.5.0/24",
        rule: "must not overlap network.subnets.public.a 10.0.0.0/19",
        fix: "give each subnet a range of its own",
      },
      {
        path: "network.subnets.database.b",
        value: "10.0.6.0/24",
        rule: "must not overlap network.subnets.public.a 10.0.0.0/19",
        fix: "give each subnet a range of its own",
      },
      {
        path: "network.subnets.private.a",
        value: "10.0.3.0/24",
        rule: "must not overlap network.subnets.public.a 10.0.0.0/19",
        fix: "give each subnet a range of its own",
      },
      {
        path: "network.subnets.private.b",
        value: "10.0.4.0/24",
        rule: "must not overlap network.subnets.public.a 10.0.0.0/19",
        fix: "give each subnet a range of its own",
      },
      {
        path: "network.subnets.public.a",
        value: "10.0.0.0/19",
        rule: "must lie inside network.cidrBlock 10.0.0.0/20",
        fix: "choose a free range of the VPC, or widen the VPC",
      },
      {
        path: "network.subnets.public.b",
        value: "10.0.2.0/24",
        rule: "must not overlap network.subnets.public.a 10.0.0.0/19",
        fix: "give each subnet a range of its own",
      },
    ],
    [
      "two are the same",
      { network: { subnets: { database: { b: "10.0.2.0/24" } } } },
      {
        path: "network.subnets.database.b",
        value: "10.0.2.0/24",
        rule: "must not overlap network.subnets.public.b 10.0.2.0/24",
        fix: "give each subnet a range of its own",
      },
    ],
    [
      "a larger one begins before and holds another",
      { network: { subnets: { database: { b: "10.0.0.0/22" } } } },
      {
        path: "network.subnets.database.b",
        value: "10.0.0.0/22",
        rule: "must not overlap network.subnets.public.a 10.0.1.0/24",
        fix: "give each subnet a range of its own",
      },
    ],
    [
      "a tier lacks one in a zone",
      { network: { subnets: { database: { b: null } } } },
      {
        path: "network.subnets.database",
        rule: "must have a subnet in every zone: b has none",
        fix: "add network.subnets.database.b, or remove availabilityZones.b",
      },
    ],
    [
      "a tier has one in a zone that the stack has not",
      { network: { subnets: { private: { c: "10.0.13.0/24" } } } },
      {
        path: "network.subnets.private.c",
        value: "10.0.13.0/24",
        rule: "must be in a zone of the stack: a, b",
        fix: "remove it, or add availabilityZones.c",
      },
    ],
    [
      "nodes and pods find no room",
      { network: { subnets: { private: { a: "10.0.11.0/27" } } } },
      {
        path: "network.subnets.private.a",
        value: "10.0.11.0/27",
        rule: "must be at least a /26, which leaves 59 addresses for nodes and pods, each with an address of its own",
        fix: "widen it to /26 or more",
      },
    ],
    [
      "the one NAT gateway has no public subnet",
      { network: { natGateways: "single", subnets: { public: { a: null, b: null } } } },
      {
        path: "network.natGateways",
        value: "single",
        rule: "must be none without public subnets: a NAT gateway stands in one",
        fix: "add network.subnets.public, or write none",
      },
    ],
    [
      "NAT gateways have no public subnet",
      { network: { subnets: { public: { a: null, b: null } } } },
      {
        path: "network.natGateways",
        value: "perZone",
        rule: "must be none without public subnets: a NAT gateway stands in one",
        fix: "add network.subnets.public, or write none",
      },
    ],
  ]);
  accepts([
    [
      "the smallest that AWS has, where nodes are not",
      { network: { subnets: { database: { a: "10.0.21.0/28" } } } },
    ],
    [
      "neighbours",
      { network: { subnets: { private: { a: "10.0.12.128/25", b: "10.0.12.0/25" } } } },
    ],
    [
      "a network without a way to the internet",
      { network: { natGateways: "none", subnets: { public: { a: null, b: null } } } },
    ],
    ["one NAT gateway for all zones", { network: { natGateways: "single" } }],
  ]);
});

describe("preflight of endpoints", () => {
  refuses([
    [
      "nodes without a NAT gateway cannot call what they need",
      {
        network: {
          natGateways: "none",
          endpoints: { gateway: [], interface: ["ec2", "ecr.api", "ecr.dkr", "eks", "logs"] },
        },
      },
      {
        path: "network.endpoints.gateway",
        rule: "must have s3 without NAT gateways: image layers come from there",
        fix: "add s3, or write another value of network.natGateways",
      },
      {
        path: endpoint,
        rule: "must have eks-auth, sts without NAT gateways: nodes and pods call them",
        fix: "add them, or write another value of network.natGateways",
      },
    ],
    [
      "the rotation of passwords cannot call Secrets Manager",
      {
        network: {
          natGateways: "none",
          endpoints: { interface: ["ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "logs", "sts"] },
        },
        database: { applicationUser: { name: "orders_app" } },
      },
      {
        path: endpoint,
        rule: "must have secretsmanager without NAT gateways: the function that rotates passwords calls it",
        fix: "add them, or write another value of network.natGateways",
      },
    ],
    [
      "one is named twice",
      { network: { endpoints: { interface: ["sns", "sqs", "sns"] } } },
      { path: endpoint, rule: "must name each once: sns is there twice", fix: "remove one" },
    ],
  ]);
  accepts([
    [
      "none, where NAT gateways lead out",
      { network: { endpoints: { gateway: [], interface: [] } } },
    ],
    [
      "no Secrets Manager, where no function rotates passwords",
      {
        network: {
          natGateways: "none",
          endpoints: { interface: ["ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "logs", "sts"] },
        },
      },
    ],
  ]);
});
