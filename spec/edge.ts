import { z } from "zod";
import { logRetentionDays } from "./fields";
import { firewallSchema } from "./firewall";
import { port, workloadName } from "./workload";

const hostname = z
  .string()
  .max(253)
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    "must be a name in lower case such as api.example.com",
  );

const certificateName = z
  .string()
  .max(253)
  .regex(
    /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    "must be a name in lower case, `*.` first for one label, such as *.example.com",
  );

/** A path that is asked for, of so many characters at most. */
const askedPath = (most: number) =>
  z
    .string()
    .max(most)
    .regex(
      /^\/[\w$\-./"'@:+~&]*$/,
      `must be a path such as /health, at most ${most} characters without query and wildcards`,
    );

/** A path that leads somewhere, less than 127 characters for the pattern of all below it. */
const leadingPath = z
  .string()
  .max(126)
  .regex(
    /^\/([\w$\-./"'@:+~&]*[\w$\-."'@:+~&])?$/,
    "must be a path such as /api/v1/users, at most 126 characters without query, wildcards and a slash last",
  );

const health = z.strictObject({
  path: askedPath(1024).meta({ description: "Path that the load balancer asks for." }),
  intervalSeconds: z.int().min(5).max(300).default(30).meta({
    description: "Time between two requests.",
    unit: "seconds",
  }),
  timeoutSeconds: z.int().min(2).max(120).default(5).meta({
    description: "Time until a request has failed, less than between two.",
    unit: "seconds",
  }),
  healthyThreshold: z.int().min(2).max(10).default(2).meta({
    description: "Answers in a row that let requests in.",
    unit: "answers",
  }),
  unhealthyThreshold: z.int().min(2).max(10).default(3).meta({
    description: "Failures in a row that keep requests away.",
    unit: "failures",
  }),
  matcher: z
    .string()
    .regex(/^[2-4]\d\d([,-][2-4]\d\d)*$/, "must be statuses from 200 to 499 such as 200-299")
    .default("200")
    .meta({ description: "Status that counts as health." }),
});

const service = z.strictObject({
  host: hostname.meta({ description: "Name that leads to it, one of `hostnames`." }),
  path: leadingPath
    .default("/")
    .meta({ description: "Path of its resources, which it and all below lead to." }),
  health: health.meta({ description: "How the load balancer sees whether a pod answers." }),
  priority: z.int().min(1).max(50000).meta({
    description: "Place among the services: the first whose host and path match has the request.",
  }),
});

/** Seconds of a header, which are 31 bits at most. */
const seconds = z.int().min(0).max(2_147_483_647);

const cdn = z.strictObject({
  hostname: hostname.meta({
    description: "Name that leads to the files, in the zone and none of `hostnames`.",
  }),
  bucket: z.string().meta({ description: "Bucket of the files, its label in `storage.buckets`." }),
  rootObject: z
    .string()
    .regex(/^[^/\s]\S{0,254}$/, "must be a file such as index.html, without a slash first")
    .default("index.html")
    .meta({ description: "File for the path /." }),
  cache: z
    .strictObject({
      defaultSeconds: seconds.default(86400).meta({
        description: "Time for which a file that says nothing stays.",
        unit: "seconds",
      }),
      maximumSeconds: seconds.default(31536000).meta({
        description: "Most time, whatever a file says.",
        unit: "seconds",
      }),
    })
    .prefault({})
    .meta({ description: "How long files stay near those who ask." }),
  priceClass: z
    .enum(["PriceClass_100", "PriceClass_200", "PriceClass_All"])
    .default("PriceClass_200")
    .meta({
      description:
        "Where the files are near: `PriceClass_200` leaves out South America and Oceania, `PriceClass_100` all but Europe and North America.",
    }),
  tlsPolicy: z
    .enum(["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"])
    .default("TLSv1.2_2021")
    .meta({ description: "Versions of TLS and ciphers." }),
  logRetentionDays: logRetentionDays.default(90),
});

const healthCheck = z.strictObject({
  hostname: hostname.meta({ description: "One of `hostnames`." }),
  path: askedPath(255).meta({ description: "Path that answers with a status of 2xx or 3xx." }),
  intervalSeconds: z
    .literal([10, 30])
    .default(30)
    .meta({ description: "Time between two requests of one checker.", unit: "seconds" }),
  failureThreshold: z.int().min(1).max(10).default(3).meta({
    description: "Answers in a row that change a checker's mind.",
    unit: "answers",
  }),
});

const failover = z.strictObject({
  role: z.enum(["PRIMARY", "SECONDARY"]).meta({
    description: "Whether names lead here as long as this region is healthy, or else.",
  }),
  hostname: hostname.meta({
    description:
      "Further name, of this region alone, in the zone and the certificate: health is asked there.",
  }),
});

const securityHeaders = z.strictObject({
  strictTransportSecurity: z
    .strictObject({
      maxAgeSeconds: seconds.default(31536000).meta({
        description: "Time for which browsers ask for HTTPS only.",
        unit: "seconds",
      }),
      includeSubdomains: z
        .boolean()
        .default(true)
        .meta({ description: "That goes for the names below, too." }),
      preload: z
        .boolean()
        .default(false)
        .meta({ description: "Browsers may know of it from the start; it takes months to undo." }),
    })
    .prefault({})
    .meta({ description: "Strict-Transport-Security." }),
  frameOptions: z
    .enum(["DENY", "SAMEORIGIN"])
    .default("DENY")
    .meta({ description: "X-Frame-Options: who may show the pages in a frame." }),
  contentSecurityPolicy: z.string().min(1).max(1024).optional().meta({
    description: "Content-Security-Policy; what the services say when left out.",
  }),
});

/** What the internet sees of a stack. */
export const edgeSchema = z.strictObject({
  zoneName: hostname.meta({
    description: "Domain of the hosted zone that the setting hostedZoneId names.",
  }),
  hostnames: z
    .array(hostname)
    .min(1)
    .meta({ description: "Names that lead to the load balancer, in the zone." }),
  certificateNames: z
    .array(certificateName)
    .min(1)
    .max(100)
    .meta({
      description:
        "Names that the load balancer's certificate is for, the first of 64 characters at most.",
      examples: [["example.com", "*.example.com"]],
    }),
  appPorts: z
    .strictObject({
      from: port.meta({ description: "First port." }),
      to: port.meta({ description: "Last port." }),
    })
    .meta({ description: "Ports at which the load balancer reaches services." }),
  services: z
    .record(workloadName, service)
    .meta({ description: "What is reached through it, by its name in `services`." }),
  logsBucket: z.string().meta({
    description:
      "Bucket of its access logs, its label in `storage.buckets`: load balancers write to it, under keys of S3.",
  }),
  waf: firewallSchema.meta({ description: "What is kept away." }),
  cdn: cdn.optional().meta({ description: "Static files from a bucket; none when left out." }),
  healthCheck: healthCheck.optional().meta({
    description: "How Route 53 sees whether the services answer; not at all when left out.",
  }),
  failover: failover.optional().meta({
    description:
      "Which of two regions, each a stack of its own, the hostnames lead to. Needs `healthCheck`; here alone when left out.",
  }),
  tlsPolicy: z
    .string()
    .regex(
      /^ELBSecurityPolicy-[\w-]+$/,
      "must be a policy of ELB such as ELBSecurityPolicy-TLS13-1-2-2021-06",
    )
    .default("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09")
    .meta({ description: "Versions of TLS and ciphers." }),
  securityHeaders: securityHeaders
    .prefault({})
    .meta({ description: "Headers that protect who sees the answers." }),
  idleTimeoutSeconds: z.int().min(1).max(4000).default(60).meta({
    description: "Time without data after which a connection is closed.",
    unit: "seconds",
  }),
  deletionProtection: z.boolean().default(true).meta({
    description: "AWS and Pulumi refuse to delete it, and its logs are left standing.",
  }),
});
