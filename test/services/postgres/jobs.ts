import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { DatabaseBootstrap } from "../../../components/database-bootstrap";
import type { DatabaseBootstrapArgs } from "../../../components/database-bootstrap/args";
import type { DatabaseClientArgs } from "../../../components/database-client/args";
import { DatabaseVerification } from "../../../components/database-verification";
import type { CheckArgs } from "../../../components/database-verification/args";
import { preview } from "../../support/preview";
import type { Finished } from "./command";
import { runPod, type SecretValues } from "./pod";
import type { Login, Server } from "./server";

/** ARNs of the secrets of the logins. */
const secretArns = {
  master: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/master-1a2b3c",
  application: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/application-4d5e6f",
} as const;

/** What a job is told beside the server's place. */
const place = {
  namespace: "shop",
  partOf: "shop",
  clusterName: "shop-production",
  region: "eu-west-1",
  accountId: "123456789012",
  secretStore: { kind: "SecretStore", name: "secrets-manager" },
  ready: [],
} as const;

/** A database of a server, with the login that the application's secret says. */
export interface Site {
  readonly server: Server;
  readonly database: string;
  readonly application: Login;
}

/** Runs the pod of a bootstrap. */
export function bootstrap(
  site: Site,
  args: Pick<DatabaseBootstrapArgs, "applicationRole" | "ownerRole" | "extensions">,
  client: Partial<DatabaseClientArgs> = {},
): Promise<Finished> {
  return runJob(
    site,
    (options) =>
      new DatabaseBootstrap(
        "bootstrap",
        {
          ...clientArgs(site, "bootstrap"),
          ...client,
          ...args,
          masterSecretArn: secretArns.master,
          applicationSecretArn: secretArns.application,
        },
        options,
      ),
  );
}

/** Runs the pod of a verification. */
export function verify(site: Site, checks: readonly CheckArgs[]): Promise<Finished> {
  return runJob(
    site,
    (options) =>
      new DatabaseVerification(
        "verify",
        { ...clientArgs(site, "verify"), applicationSecretArn: secretArns.application, checks },
        options,
      ),
  );
}

function clientArgs({ server, database }: Site, workloadName: string): DatabaseClientArgs {
  return {
    ...place,
    workloadName,
    database: {
      host: "localhost",
      port: server.port,
      databaseName: database,
      cidrBlocks: ["10.0.21.0/24"],
    },
    caCertificates: server.certificate,
  };
}

async function runJob(
  { server, application }: Site,
  make: (options: pulumi.ComponentResourceOptions) => unknown,
): Promise<Finished> {
  const previewed = await preview(([provider]) =>
    make({ providers: [provider, new k8s.Provider("cluster", { kubeconfig: "{}" })] }),
  );
  const secrets: SecretValues = {
    [secretArns.master]: secretOf(server.master),
    [secretArns.application]: secretOf(application),
  };
  return runPod(previewed, secrets);
}

function secretOf({ user, password }: Login): Readonly<Record<string, string>> {
  return { username: user, password };
}
