import { withServices } from "./sound-services";
import { accepts, refuses } from "./table";

const sound = {
  bootstrap: { namespace: "orders" },
  verification: { namespace: "orders", schedule: { cron: "0 4 * * *" } },
};

/** The sound services with both jobs at the database, which are changed. */
function withJobs(change: object, others: object = {}): object {
  return withServices({ ...others, database: { ...sound, ...change } });
}

const removal = "remove it (null in overrides)";
const both = ["bootstrap", "verification"];

describe("preflight of jobs at the database", () => {
  refuses([
    [
      "there is no cluster",
      withJobs({}, { cluster: null, services: null, jobs: null }),
      ...both.map((kind) => ({
        path: `database.${kind}`,
        rule: "must be left out without cluster, in which it runs",
        fix: `add cluster, or ${removal}`,
      })),
    ],
    [
      "there is no such namespace",
      withJobs({ bootstrap: { namespace: "operations" } }),
      {
        path: "database.bootstrap.namespace",
        value: "operations",
        rule: "must be a name in cluster.namespaces: orders",
        fix: "add it to cluster.namespaces, or write another",
      },
    ],
    [
      "the application has no role",
      withJobs({ applicationUser: null }),
      ...[
        ["bootstrap", "which it makes"],
        ["verification", "as which it asks"],
      ].map(([kind = "", what = ""]) => ({
        path: `database.${kind}`,
        rule: `must be left out without database.applicationUser, ${what}`,
        fix: `add database.applicationUser, or ${removal}`,
      })),
    ],
    ...["postgres", "postgres:latest", "registry.example.com:5000/postgres"].map(
      (image) =>
        [
          `${image} may be any version`,
          withJobs({ bootstrap: { namespace: "orders", image } }),
          {
            path: "database.bootstrap.image",
            value: image,
            rule: "must have a digest, or a tag that is not latest",
            fix: "leave it out, or write the tag of a version",
          },
        ] as const,
    ),
    [
      "the application would own the tables",
      withJobs({ bootstrap: { namespace: "orders", ownerRole: "app" } }),
      {
        path: "database.bootstrap.ownerRole",
        value: "app",
        rule: "must be another role than database.applicationUser, which may not change tables",
        fix: "leave it out, and it is the master user",
      },
    ],
    [
      "others are called like them",
      withJobs(
        {},
        { services: namesake("database-bootstrap"), jobs: job("database-verification") },
      ),
      ...["jobs.database-verification", "services.database-bootstrap"].map((path) => ({
        path,
        rule: "must have another name than the database's own job",
        fix: "rename it",
      })),
    ],
    [
      "one never runs",
      withJobs({ verification: { namespace: "orders", schedule: { cron: "0 25 * * *" } } }),
      {
        path: "database.verification.schedule.cron",
        value: "0 25 * * *",
        rule: "must have hours from 0 to 23, * for every, - between two and / before a step",
        fix: "write it such as 0 2 * * 0, at two on Sundays",
      },
    ],
  ]);
  accepts([
    ["both in a namespace of the cluster", withJobs({})],
    ["none", withServices({})],
    [
      "images of a version",
      withJobs({
        bootstrap: { namespace: "orders", image: "registry.example.com:5000/postgres:16.4" },
        verification: { ...sound.verification, image: `postgres@sha256:${"0".repeat(64)}` },
      }),
    ],
    [
      "tables that another role owns",
      withJobs({ bootstrap: { namespace: "orders", ownerRole: "owner" } }),
    ],
    [
      "others of their names without them",
      withServices({ services: namesake("database-bootstrap") }),
    ],
  ]);
});

/** A sound service of another name. */
function namesake(name: string): object {
  const { services } = withServices({}) as { readonly services: { readonly orders: object } };
  return { [name]: services.orders };
}

/** A sound job of another name. */
function job(name: string): object {
  const { jobs } = withServices({}) as { readonly jobs: { readonly report: object } };
  return { [name]: jobs.report };
}
