import type * as pulumi from "@pulumi/pulumi";
import type { CdnArgs } from "./cdn-args";
import type { FirewallArgs } from "./firewall-args";
import type { ServiceArgs } from "./service-args";

/** Ports of the application, from the first to the last. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** A hosted zone of Route 53. */
export interface ZoneArgs {
  readonly id: pulumi.Input<string>;
  /** Its domain, without a dot at the end. */
  readonly name: string;
}

/** The certificate of the load balancer. */
export interface CertificateArgs {
  /** Names that it is for, all in the zone; `*.` first stands for one label. The first has at most 64 characters. */
  readonly names: readonly string[];
  /**
   * Whether the records are made by which ACM sees that the names are the account's. They are the same for every
   * certificate of a name, whatever its region: who makes another leaves them out.
   *
   * @default true
   */
  readonly validationRecords?: boolean | undefined;
}

/** How Route 53 sees from outside whether the services answer. */
export interface HealthCheckArgs {
  /** One of the hostnames. */
  readonly hostname: string;
  /** Path that answers with a status of 2xx or 3xx where all is well. */
  readonly path: string;
  /**
   * Seconds between two requests of one checker. There are more than ten.
   *
   * @default 30
   */
  readonly intervalSeconds?: 10 | 30 | undefined;
  /**
   * Answers in a row that change a checker's mind, 1 to 10.
   *
   * @default 3
   */
  readonly failureThreshold?: number | undefined;
}

/** Which of two regions the hostnames lead to. */
export interface FailoverArgs {
  /** The hostnames lead to the primary as long as it is healthy, else to the secondary. */
  readonly role: "PRIMARY" | "SECONDARY";
  /**
   * Further name, of this region alone, in the zone and the certificate. Health is asked there, for the hostnames
   * themselves may lead to the other region.
   */
  readonly hostname: string;
}

/** For how long browsers are to ask for HTTPS only. */
export interface StrictTransportSecurityArgs {
  /**
   * Seconds, 0 or more.
   *
   * @default 31536000
   */
  readonly maxAgeSeconds?: number | undefined;
  /**
   * Whether that goes for the names below the hostname too.
   *
   * @default true
   */
  readonly includeSubdomains?: boolean | undefined;
  /**
   * Whether browsers may know of it from the start. It takes months to undo.
   *
   * @default false
   */
  readonly preload?: boolean | undefined;
}

/** Headers by which browsers protect who sees the answers. They replace those of the services. */
export interface SecurityHeadersArgs {
  /** @default {} */
  readonly strictTransportSecurity?: StrictTransportSecurityArgs | undefined;
  /**
   * Who may show the pages in a frame: nobody, or pages of the same origin.
   *
   * @default "DENY"
   */
  readonly frameOptions?: "DENY" | "SAMEORIGIN" | undefined;
  /**
   * What a page may load and run.
   *
   * @default - what the services say
   */
  readonly contentSecurityPolicy?: string | undefined;
}

/** How an {@link Edge} is built. Only plain values decide what is made; `Input`s are passed on. */
export interface EdgeArgs {
  /**
   * Name of the load balancer and first part of other names: 1 to 32 lower-case letters, digits and single hyphens,
   * a letter first.
   */
  readonly namePrefix: string;
  /** Region of the load balancer. */
  readonly region: string;
  readonly vpcId: pulumi.Input<string>;
  /** Subnets of the load balancer, with a way to the internet, in two zones at least. */
  readonly publicSubnetIds: readonly pulumi.Input<string>[];
  /** Security group of the services' pods. */
  readonly appSecurityGroupId: pulumi.Input<string>;
  /** Ports at which the load balancer reaches the services. */
  readonly appPorts: PortRange;
  /** Bucket of the load balancer's logs, under S3's own keys, to which load balancers may write. */
  readonly logsBucketName: pulumi.Input<string>;
  /** KMS key of the firewall's logs. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** Zone in which the names stand. */
  readonly zone: ZoneArgs;
  /** Names that lead to the load balancer, in the zone and the certificate. */
  readonly hostnames: readonly string[];
  readonly certificate: CertificateArgs;
  /** What is reached through the load balancer, by a label. Whatever else is asked for is not found. */
  readonly services: Readonly<Record<string, ServiceArgs>>;
  /** What is kept away from load balancer and distribution. */
  readonly waf: FirewallArgs;
  /**
   * Static files from a bucket.
   *
   * @default - none
   */
  readonly cdn?: CdnArgs | undefined;
  /**
   * How Route 53 sees whether the services answer.
   *
   * @default - it does not
   */
  readonly healthCheck?: HealthCheckArgs | undefined;
  /**
   * Where the hostnames lead when a region fails. Needs `healthCheck`.
   *
   * @default - the hostnames lead here
   */
  readonly failover?: FailoverArgs | undefined;
  /**
   * Versions of TLS and ciphers. One for TLS 1.3 alone keeps `healthCheck` out too.
   *
   * @default "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
   */
  readonly tlsPolicy?: string | undefined;
  /** @default {} */
  readonly securityHeaders?: SecurityHeadersArgs | undefined;
  /**
   * Seconds without data after which a connection is closed, 1 to 4000.
   *
   * @default 60
   */
  readonly idleTimeoutSeconds?: number | undefined;
  /**
   * Further tags of the target groups, by which a role may be allowed to fill these and no others.
   *
   * @default {}
   */
  readonly targetGroupTags?: Readonly<Record<string, string>> | undefined;
  /**
   * Whether AWS and Pulumi refuse to delete the load balancer, Pulumi also the distribution, and the firewall's logs
   * are left standing.
   *
   * @default true
   */
  readonly deletionProtection?: boolean | undefined;
}
