import { complete } from "../complete";
import type { DatabaseClientArgs } from "./args";

/** What holds for every job with PostgreSQL's client where an argument is left out. */
const clientDefaults = {
  image: "public.ecr.aws/docker/library/postgres:16.14",
  resources: {
    requests: { cpu: "50m", memory: "64Mi" },
    limits: { cpu: "500m", memory: "256Mi" },
  },
  secretsRefreshMinutes: 5,
} as const;

/** The arguments of a job with PostgreSQL's client with nothing left out that has a default. */
export function clientSettingsOf(args: DatabaseClientArgs) {
  return complete(args, clientDefaults);
}
