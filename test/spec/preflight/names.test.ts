import { accepts, refuses } from "./table";

const reserved = "must not be a reserved name: one that begins with pg_ or belongs to RDS";

describe("preflight of names", () => {
  refuses([
    [
      "the system's makes those of RDS too long",
      { system: "a-system-with-a-name-beyond-all-measure" },
      {
        path: "system",
        value: "a-system-with-a-name-beyond-all-measure",
        rule: "must make names such as a-system-with-a-name-beyond-all-measure-production of letters, digits and single hyphens, at most 40",
        fix: "give the system a shorter or simpler name in systems/catalogue.ts",
      },
    ],
    [
      "the system's has two hyphens side by side",
      { system: "order--s" },
      {
        path: "system",
        value: "order--s",
        rule: "must make names such as order--s-production of letters, digits and single hyphens, at most 40",
        fix: "give the system a shorter or simpler name in systems/catalogue.ts",
      },
    ],
    [
      "the database's is taken",
      { database: { databaseName: "template1" } },
      {
        path: "database.databaseName",
        value: "template1",
        rule: "must not be the name of a database that PostgreSQL or RDS makes",
        fix: "choose another name",
      },
    ],
    [
      "the master's is reserved",
      { database: { masterUsername: "admin" } },
      {
        path: "database.masterUsername",
        value: "admin",
        rule: reserved,
        fix: "write postgres, or another name",
      },
    ],
    [
      "the application's is the master's",
      { database: { applicationUser: { name: "postgres" } } },
      {
        path: "database.applicationUser.name",
        value: "postgres",
        rule: "must be another role than masterUsername",
        fix: "choose another name",
      },
    ],
    [
      "the application's is reserved",
      { database: { applicationUser: { name: "pg_app" } } },
      {
        path: "database.applicationUser.name",
        value: "pg_app",
        rule: reserved,
        fix: "choose another name",
      },
    ],
    [
      "the application's leaves no room for its second role",
      { database: { applicationUser: { name: "a".repeat(58) } } },
      {
        path: "database.applicationUser.name",
        value: "a".repeat(58),
        rule: "must be at most 57 characters and not end in _clone, which the rotation adds",
        fix: "choose another name",
      },
    ],
    [
      "a replica's is another part's",
      {
        database: {
          credentials: { mode: "rotated" },
          restoreFrom: { generation: "r1", snapshotIdentifier: "s" },
          readReplicas: { proxy: {}, r1: {} },
        },
      },
      {
        path: "database.readReplicas.proxy",
        rule: "must have another name than proxy, recovery, rotation, r1",
        fix: "rename it",
      },
      {
        path: "database.readReplicas.r1",
        rule: "must have another name than proxy, recovery, rotation, r1",
        fix: "rename it",
      },
    ],
  ]);
  accepts([
    ["the longest that leave room", { database: { applicationUser: { name: "a".repeat(57) } } }],
  ]);
});

describe("preflight of tags", () => {
  refuses([
    [
      "there are more than AWS takes",
      { tags: Object.fromEntries(Array.from({ length: 47 }, (_, index) => [`Tag${index}`, "x"])) },
      {
        path: "tags",
        value: 47,
        rule: "must be at most 46: AWS takes 50 for each resource",
        fix: "remove some",
      },
    ],
    [
      "one begins as AWS's own do",
      { tags: { "aws:owner": "x" } },
      {
        path: "tags.aws:owner",
        rule: "must not begin with aws:, which AWS keeps for itself",
        fix: "rename or remove it",
      },
    ],
    [
      "one would name every resource alike",
      { tags: { Name: "orders" } },
      {
        path: "tags.Name",
        rule: "must not be Name, which each resource has of its own",
        fix: "rename or remove it",
      },
    ],
    [
      "one differs in case alone from what each resource is called by",
      { tags: { name: "orders" } },
      {
        path: "tags.name",
        rule: "must not be Name, which each resource has of its own",
        fix: "rename or remove it",
      },
    ],
    [
      "one differs in case alone from what every resource has",
      { tags: { managedBy: "Pulumi" } },
      {
        path: "tags.managedBy",
        rule: "must be written ManagedBy: IAM takes keys that differ in case alone for one",
        fix: "rename or remove it",
      },
    ],
    [
      "they say that the resources are of another environment",
      { tags: { Environment: "Live" } },
      {
        path: "tags.Environment",
        value: "Live",
        rule: "must be production in whatever case, by which roles know the environment's resources",
        fix: "write production, or remove it",
      },
    ],
    [
      "one has characters that AWS does not take",
      { tags: { Owner: "a&b" } },
      {
        path: "tags.Owner",
        rule: "must be of letters, digits, spaces and _ . : / = + - @ in key and value",
        fix: "rename or remove it",
      },
    ],
    [
      "two differ in case alone",
      { tags: { owner: "a", Owner: "b" } },
      {
        path: "tags.owner",
        rule: "must differ from Owner in more than case: IAM takes them for one",
        fix: "rename or remove it",
      },
    ],
  ]);
  accepts([
    ["the environment in capitals", { tags: { Environment: "PRODUCTION" } }],
    ["text of many scripts", { tags: { Besitzer: "Käthe Müller", "cost:center": "a+b/c@d" } }],
  ]);
});

describe("preflight of topics", () => {
  refuses([
    [
      "a subscriber has no address",
      { monitoring: { topics: { "database-events": { contacts: ["onCall", "security"] } } } },
      {
        path: "monitoring.topics.database-events.contacts[1]",
        value: "security",
        rule: "must be a role with an address in contacts",
        fix: "add contacts.security, or remove the role from the topic",
      },
    ],
  ]);
  accepts([
    [
      "subscribers with addresses",
      { monitoring: { topics: { events: { contacts: ["onCall"] } } } },
    ],
  ]);
});
