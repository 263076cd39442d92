import { z } from "zod";
import { logRetentionDays } from "../spec/fields";
import { environments, specSchema } from "../spec/spec";

const domain = z
  .string()
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/,
    "must be a domain in lower case such as example.com",
  );

const accountId = z.string().regex(/^\d{12}$/, "must be an AWS account id of 12 digits, in quotes");

const reference = z
  .string()
  .regex(/^[\w./-]+$/, "must be one name, without wildcards: letters, digits and ._-/");

const codeHost = z.strictObject({
  kind: z.enum(["github", "gitlab"]).meta({ description: "Which claims its tokens have." }),
  issuer: domain.optional().meta({
    description: "Host that issues the tokens, of an instance of one's own.",
  }),
  repository: z
    .string()
    .regex(/^[\w.@-]+(\/[\w.@-]+)+$/, "must be a repository such as example/infrastructure")
    .meta({ description: "Repository whose jobs deploy, as the subject of its tokens names it." }),
  repositoryId: z
    .string()
    .regex(/^\d+$/, "must be a number in quotes")
    .optional()
    .meta({ description: "The repository's number, which outlives its name." }),
});

const source = z.union([
  z.strictObject({ environment: reference }),
  z.strictObject({ branch: reference }),
]);

const codeRepository = z
  .string()
  .regex(/^[\w.@-]+(\/[\w.@-]+)+$/, "must be a repository such as example/infrastructure");

const environment = z.strictObject({
  systems: z
    .array(
      z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, "must be a system's name such as cdf-smart-hub"),
    )
    .min(1)
    .meta({ description: "Systems that stand in it." }),
  deployFrom: source.meta({
    description: "The jobs that deploy it: of an environment of GitHub, or of a branch.",
  }),
  pullRequestPreviews: z.boolean().default(true).meta({
    description:
      "Whether pull requests preview it, with a role that reads the secrets in its states.",
  }),
  domains: z.array(domain).optional().meta({
    description:
      "Names that its records may have, with all below; those of all zones when left out.",
  }),
});

const zone = z.strictObject({
  delegations: z
    .record(
      domain,
      z.strictObject({
        nameServers: z
          .array(domain)
          .min(2)
          .meta({ description: "Name servers of the other account's zone." }),
        dsRecords: z.array(z.string().min(1)).optional().meta({
          description: "What vouches for the other zone's signature; nothing when left out.",
        }),
      }),
    )
    .default({})
    .meta({ description: "Names in it that another account answers for." }),
});

const images = z.strictObject({
  repositories: z
    .array(
      z
        .string()
        .regex(
          /^[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/,
          "must be lower-case words in folders such as cdf-smart-hub/api-gateway",
        ),
    )
    .default([])
    .meta({ description: "Names of the repositories." }),
  keptImages: z.int().min(1).max(10_000).default(200).meta({
    description: "Newest images with a tag that each keeps.",
    unit: "images",
  }),
  untaggedDays: z
    .int()
    .min(1)
    .max(36_500)
    .default(14)
    .meta({ description: "Time that an image without a tag is kept.", unit: "days" }),
  scanning: z.enum(["basic", "enhanced"]).default("basic").meta({
    description:
      "Whether images are scanned when they come, or by Amazon Inspector for as long as they stay.",
  }),
  pushFrom: z
    .record(codeRepository, source)
    .default({})
    .meta({ description: "The jobs that push, by the repository of code that they are of." }),
  pullAccounts: z.array(accountId).default([]).meta({ description: "Other accounts that pull." }),
});

const securityContact = z.strictObject({
  name: z.string().min(1).max(64),
  title: z.string().min(1).max(50),
  emailAddress: z.email(),
  phoneNumber: z
    .string()
    .regex(/^[\s0-9()+-]{1,25}$/, "must be digits, spaces and ()+-, such as +260 211 555 0100"),
});

/** What an account is made from. */
export const accountSchema = z.strictObject({
  account: specSchema.shape.account,
  region: specSchema.shape.region,
  disasterRecoveryRegion: specSchema.shape.disasterRecoveryRegion,
  codeHost: codeHost.meta({ description: "Where the jobs run that deploy." }),
  environments: z
    .partialRecord(z.enum(environments), environment)
    .meta({ description: "The environments that stand in the account." }),
  operatorRoles: z
    .array(z.string().regex(/^[\w+=,.@*/-]+$/, "must be a role's path and name such as admin"))
    .default([])
    .meta({
      description: "Roles of people who run Pulumi by hand: they open the secrets in all states.",
      examples: ["aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Operators_*"],
    }),
  hostedZones: z
    .record(domain, zone)
    .default({})
    .meta({ description: "Hosted zones of the internet, by domain." }),
  images: images.prefault({}).meta({ description: "Repositories for images." }),
  securityContact: securityContact
    .optional()
    .meta({ description: "Whom AWS writes and calls about security." }),
  logRetentionDays: logRetentionDays.default(90),
  tags: specSchema.shape.tags,
});

/** The effective, parsed description of one account. */
export type AccountSpec = z.output<typeof accountSchema>;
