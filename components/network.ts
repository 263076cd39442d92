import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { createAppSecurityGroup } from "./network/app-security-group";
import { reserveBlocks } from "./network/block-reservations";
import { associateDnsFirewall } from "./network/dns-firewall";
import { createDnsQueryLogs, type DnsQueryLogsArgs } from "./network/dns-query-logs";
import {
  chosenEndpoints,
  createGatewayEndpoints,
  createInterfaceEndpoints,
  type EndpointsArgs,
} from "./network/endpoints";
import { createFlowLogs, type FlowLogsArgs } from "./network/flow-logs";
import { createNatGateways, type NatGateways } from "./network/nat-gateways";
import { createNetworkAcls } from "./network/network-acls";
import { createInstanceConnect } from "./network/operator-access";
import { createRouteTables, type RouteTableIds } from "./network/route-tables";
import type { Site } from "./network/site";
import {
  planSubnets,
  subnetProblems,
  type SubnetBlocks,
  type SubnetPlan,
} from "./network/subnet-plan";
import { createSubnets } from "./network/subnets";
import { createVpc } from "./network/vpc";

/** How a {@link Network} is built. */
export interface NetworkArgs {
  /** Account of the network, 12 digits. */
  readonly accountId: string;
  /** Region of the network. */
  readonly region: string;
  /** Address range of the VPC, /16 to /28, for example `10.0.0.0/16`. */
  readonly cidrBlock: string;
  /** Availability zones, for example `["eu-west-1a", "eu-west-1b"]`. Outputs follow their order. */
  readonly availabilityZones: readonly string[];
  /** CIDR block of each subnet, by tier and availability zone: each tier has one in every zone. */
  readonly subnets: SubnetBlocks;
  /**
   * NAT gateways, through which the private subnets reach the internet. Each costs by the hour; a
   * single one fails with its zone, and with none the endpoints are the only way out.
   *
   * @default "perZone"
   */
  readonly natGateways?: NatGateways;
  /**
   * What flow logs record, and for how long. They are always on.
   *
   * @default {}
   */
  readonly flowLogs?: FlowLogsArgs;
  /**
   * How long DNS queries are kept. They are always logged.
   *
   * @default {}
   */
  readonly dnsQueryLogs?: DnsQueryLogsArgs;
  /**
   * Rule groups of the account's Route 53 Resolver DNS Firewall that judge the queries, in their
   * order.
   *
   * @default []
   */
  readonly dnsFirewallRuleGroupIds?: readonly string[];
  /**
   * AWS services that are reached without the internet.
   *
   * @default {}
   */
  readonly endpoints?: EndpointsArgs;
  /**
   * Whether the public tier's network ACL admits HTTP from the internet, for load balancers that send
   * who comes that way on to HTTPS.
   *
   * @default false
   */
  readonly publicHttp?: boolean;
  /**
   * Whether three quarters of each private subnet, a /26 at least, are kept for the blocks of 16 addresses that the nodes
   * of a Kubernetes cluster hand out to their pods.
   *
   * @default false
   */
  readonly podBlocks?: boolean;
  /**
   * How operators reach instances of the workloads: through an EC2 Instance Connect endpoint, with
   * IAM alone, or not at all.
   *
   * @default "instanceConnect"
   */
  readonly operatorAccess?: "none" | "instanceConnect";
  /**
   * First part of the `Name` tags: `<prefix>-<name of the resource>`.
   *
   * @default - none
   */
  readonly namePrefix?: string;
  /** KMS key that the logs are encrypted with. Its policy must let CloudWatch Logs use it. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** First part of the log groups' names: `<prefix>/flow-logs` and `<prefix>/dns-queries`. */
  readonly logGroupPrefix: string;
  /**
   * Whether Pulumi refuses to delete or replace the VPC, the subnets, the addresses of the NAT
   * gateways and the logs; AWS, the logs.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A VPC with a public, a private and a database tier in every zone, each reached by as little as
 * its work needs: the database tier has no way to the internet and no way from it.
 */
export class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  /** Address range of the VPC. */
  readonly cidrBlock: string;
  /** For load balancers, in the order of the zones. */
  readonly publicSubnetIds: pulumi.Output<string>[];
  /** For workloads, in the order of the zones. */
  readonly privateSubnetIds: pulumi.Output<string>[];
  /** For data stores, in the order of the zones. */
  readonly databaseSubnetIds: pulumi.Output<string>[];
  readonly routeTableIds: RouteTableIds;
  /** The addresses from which workloads reach the internet, in the order of the zones. */
  readonly natPublicIps: pulumi.Output<string>[];
  /** For whatever runs workloads. It may reach the endpoints and the internet, over HTTPS. */
  readonly appSecurityGroupId: pulumi.Output<string>;

  /**
   * @throws {pulumi.ResourceError} When a tier does not have one subnet in every zone; lists all
   * tiers.
   */
  constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    const { region, cidrBlock, availabilityZones } = args;
    super("groundwork:platform:Network", name, { region, cidrBlock, availabilityZones }, opts);

    const { operatorAccess = "instanceConnect", publicHttp = false, podBlocks = false } = args;
    const { deletionProtection: protect = true } = args;
    const plan = this.plan(args);
    const endpoints = chosenEndpoints(args.endpoints);

    const site = createVpc(name, this, { ...args, protect });
    const internetGateway = this.createInternetGateway(site);
    const guarded = { protect, internetGateway };
    const subnets = createSubnets(site, plan, guarded);
    const reservations = podBlocks ? reserveBlocks(site, subnets.private) : [];
    const nats = createNatGateways(site, subnets.public, guarded, args.natGateways);
    const routeTables = createRouteTables(site, subnets, internetGateway, nats);
    createNetworkAcls(site, subnets, {
      publicHttp,
      databaseGateways: endpoints.databaseTier,
    });

    const keeping = { prefix: args.logGroupPrefix, keyArn: args.logsKeyArn, protect };
    createFlowLogs(site, keeping, args.flowLogs);
    createDnsQueryLogs(site, keeping, args.dnsQueryLogs);
    associateDnsFirewall(site, args.dnsFirewallRuleGroupIds);

    const appSecurityGroupId = createAppSecurityGroup(site, {
      internet: nats.length > 0,
      gateways: createGatewayEndpoints(site, endpoints, routeTables),
      endpointsSecurityGroupId: createInterfaceEndpoints(
        site,
        endpoints,
        subnets.private,
        reservations,
      ),
    });
    if (operatorAccess === "instanceConnect") {
      createInstanceConnect(site, subnets.private, appSecurityGroupId, reservations);
    }

    this.vpcId = site.vpcId;
    this.cidrBlock = cidrBlock;
    this.publicSubnetIds = subnets.public.map(({ id }) => id);
    this.privateSubnetIds = subnets.private.map(({ id }) => id);
    this.databaseSubnetIds = subnets.database.map(({ id }) => id);
    this.routeTableIds = routeTables;
    this.natPublicIps = nats.map(({ publicIp }) => publicIp);
    this.appSecurityGroupId = appSecurityGroupId;
    this.registerOutputs({ vpcId: this.vpcId, natPublicIps: this.natPublicIps });
  }

  private plan({ availabilityZones, subnets }: NetworkArgs): SubnetPlan {
    const problems = subnetProblems(availabilityZones, subnets);
    if (problems.length > 0) throw new pulumi.ResourceError(problems.join("\n"), this, true);
    return planSubnets(availabilityZones, subnets);
  }

  private createInternetGateway({ name, region, vpcId, nameTag }: Site): aws.ec2.InternetGateway {
    const tags = nameTag(name);
    return new aws.ec2.InternetGateway(name, { region, vpcId, tags }, { parent: this });
  }
}
