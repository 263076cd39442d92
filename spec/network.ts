import { z } from "zod";
import { cidrBlock, logRetentionDays, zoneLabel } from "./fields";

/** The interface endpoints that private workloads, operators' sessions and EKS nodes call. */
const interfaceServices = [
  "autoscaling",
  "ec2",
  "ec2messages",
  "ecr.api",
  "ecr.dkr",
  "eks",
  "eks-auth",
  "elasticloadbalancing",
  "kms",
  "logs",
  "monitoring",
  "rds",
  "secretsmanager",
  "sns",
  "sqs",
  "ssm",
  "ssmmessages",
  "sts",
] as const;

const subnets = (tier: string) =>
  z.record(zoneLabel, cidrBlock).meta({
    description: `CIDR block of the ${tier} subnet in each zone, keyed by the zone's label.`,
    examples: [{ a: "10.0.1.0/24", b: "10.0.2.0/24", c: "10.0.3.0/24" }],
  });

/** What the VPC of a stack looks like. */
export const networkSchema = z.strictObject({
  cidrBlock: cidrBlock.meta({
    description: "Address range of the VPC, /16 to /28.",
    examples: ["10.0.0.0/16"],
  }),
  subnets: z
    .strictObject({
      public: subnets("public"),
      private: subnets("private"),
      database: subnets("database"),
    })
    .meta({ description: "The subnets, by tier: one in each zone of the stack." }),
  natGateways: z.enum(["none", "single", "perZone"]).default("perZone").meta({
    description:
      "NAT gateways for the private subnets. `single` costs less and fails with its zone; `none` leaves the endpoints as the only way out.",
  }),
  flowLogs: z
    .strictObject({
      retentionDays: logRetentionDays.default(365),
      trafficType: z
        .enum(["ALL", "ACCEPT", "REJECT"])
        .default("ALL")
        .meta({ description: "Which traffic is recorded." }),
      aggregationSeconds: z
        .union([z.literal(60), z.literal(600)])
        .default(60)
        .meta({ description: "Longest time a flow is aggregated over.", unit: "seconds" }),
    })
    .prefault({})
    .meta({ description: "VPC flow logs, kept in CloudWatch Logs." }),
  dnsQueryLogs: z
    .strictObject({ retentionDays: logRetentionDays.default(90) })
    .prefault({})
    .meta({ description: "Log of the DNS queries made in the VPC, kept in CloudWatch Logs." }),
  dnsFirewallRuleGroupIds: z
    .array(
      z
        .string()
        .regex(/^rslvr-frg-[0-9a-z]+$/, "must be an id such as rslvr-frg-0123456789abcdef0"),
    )
    .default([])
    .meta({
      description: "Route 53 Resolver DNS Firewall rule groups of the account, in priority order.",
    }),
  endpoints: z
    .strictObject({
      gateway: z
        .array(z.enum(["s3", "dynamodb"]))
        .default(["s3"])
        .meta({ description: "Services reached through a gateway endpoint: no charge." }),
      interface: z
        .array(z.enum(interfaceServices))
        .default([
          "autoscaling",
          "ec2",
          "ec2messages",
          "ecr.api",
          "ecr.dkr",
          "eks",
          "eks-auth",
          "elasticloadbalancing",
          "kms",
          "logs",
          "secretsmanager",
          "ssm",
          "ssmmessages",
          "sts",
        ])
        .meta({
          description:
            "Services reached through an interface endpoint in every zone: charged by the hour and zone.",
        }),
      databaseTier: z.boolean().default(false).meta({
        description:
          "Whether the database tier reaches the gateway endpoints too, as imports from and exports to S3 need.",
      }),
    })
    .prefault({})
    .meta({ description: "VPC endpoints: AWS services reached without the internet." }),
  operatorAccess: z.enum(["none", "instanceConnect"]).default("instanceConnect").meta({
    description:
      "How operators reach instances: an EC2 Instance Connect endpoint (IAM, no SSH keys, no bastion), or not at all.",
  }),
});
