import { createHash } from "node:crypto";
import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { Configuration } from "../workload/configuration";
import { podLabelsOf } from "../workload/identity";
import { containerOf, podOf } from "../workload/pod";
import { after, labelsOf, metadataOf, type Scope } from "../workload/scope";
import type { Settings } from "./job-settings";

/** Seconds for which Pulumi waits longer than the job may take: its pods need nodes and images. */
const patience = 300;

/** Has the cluster autoscaler leave a node standing until the job on it has ended, which would have to begin anew. */
const staying = { "cluster-autoscaler.kubernetes.io/safe-to-evict": "false" };

/** Makes a job that runs once, or one that runs by a schedule. */
export function createJob(
  scope: Scope<Settings>,
  configuration: Configuration,
  before: readonly pulumi.Resource[],
): k8s.batch.v1.CronJob | k8s.batch.v1.Job {
  const { name, settings } = scope;
  const { schedule, deadlineSeconds } = settings;
  const options = after(scope, [...configuration.ready, ...before]);
  const spec = specOf(settings, configuration);
  if (schedule !== undefined) return createScheduled(scope, { schedule, spec, options });

  return new k8s.batch.v1.Job(
    name,
    {
      metadata: {
        ...metadataOf(settings),
        name: `${settings.workloadName}-${fingerprintOf(settings, configuration)}`,
        annotations: { "pulumi.com/replaceUnready": "true" },
      },
      spec,
    },
    { ...options, customTimeouts: { create: `${deadlineSeconds + patience}s` } },
  );
}

interface Scheduled {
  readonly schedule: NonNullable<Settings["schedule"]>;
  readonly spec: k8s.types.input.batch.v1.JobSpec;
  readonly options: pulumi.CustomResourceOptions;
}

function createScheduled(
  { name, settings }: Scope<Settings>,
  { schedule, spec, options }: Scheduled,
): k8s.batch.v1.CronJob {
  return new k8s.batch.v1.CronJob(
    name,
    {
      metadata: metadataOf(settings),
      spec: {
        schedule: schedule.cron,
        timeZone: schedule.timeZone,
        suspend: schedule.suspended,
        concurrencyPolicy: "Forbid",
        startingDeadlineSeconds: 600,
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 3,
        jobTemplate: { metadata: { labels: labelsOf(settings) }, spec },
      },
    },
    options,
  );
}

function specOf(
  settings: Settings,
  configuration: Configuration,
): k8s.types.input.batch.v1.JobSpec {
  const { retries, deadlineSeconds, command, arguments: args } = settings;
  const container = {
    ...containerOf(settings, configuration),
    terminationMessagePolicy: "FallbackToLogsOnError",
    ...(command === undefined ? {} : { command: [...command] }),
    ...(args === undefined ? {} : { args: [...args] }),
  };
  return {
    backoffLimit: retries,
    activeDeadlineSeconds: deadlineSeconds,
    template: {
      metadata: { labels: podLabelsOf(settings), annotations: staying },
      spec: { ...podOf(settings, configuration), restartPolicy: "Never", containers: [container] },
    },
  };
}

/**
 * What tells one job from another that runs something else: Kubernetes changes no job, so that another one takes its
 * place. The maps of plain variables and files are not in it, as their names are not known before: with another one,
 * Pulumi replaces the job under its name.
 */
function fingerprintOf(settings: Settings, { container }: Configuration): string {
  const known = specOf(settings, { container: { env: container.env }, ready: [] });
  return createHash("sha256").update(JSON.stringify(known)).digest("hex").slice(0, 8);
}
