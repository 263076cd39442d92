// By itself: the module of charts, which brings a parser of YAML, takes a tenth of a second to load.
import { Release } from "@pulumi/kubernetes/helm/v3/release";
import type * as pulumi from "@pulumi/pulumi";
import { repositories, type ChartName } from "./charts";
import type { Scope } from "./scope";

/** What is installed, and when. */
export interface ReleaseArgs {
  readonly chart: ChartName;
  readonly namespace: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** What must be there before, beside what pods need to run at all. */
  readonly after: readonly pulumi.Resource[];
}

/** Seconds that Helm waits for a chart's pods. */
const patience = 600;

/** Installs a Helm chart of one version under its own name, and takes it away again where its pods do not start. */
export function createRelease(
  { name, settings, options }: Scope,
  { chart, namespace, values, after }: ReleaseArgs,
): Release {
  return new Release(
    `${name}-${chart}`,
    {
      name: chart,
      chart,
      version: settings.chartVersions[chart],
      repositoryOpts: { repo: repositories[chart] },
      namespace,
      atomic: true,
      maxHistory: 5,
      timeout: patience,
      values,
    },
    { ...options, dependsOn: [...settings.ready, ...after] },
  );
}

/** Resources of a controller's containers. Its memory is what it asks for, so that it is not the first to go. */
export function resourcesOf(cpu: string, memory: string): object {
  return { requests: { cpu, memory }, limits: { memory } };
}
