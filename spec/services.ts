import { z } from "zod";
import { port, workloadName, workloadShape } from "./workload";

const path = z.string().regex(/^\/\S{0,1023}$/, "must be a path such as /health");

const probe = z.strictObject({
  path: path.meta({ description: "Path that answers with a status from 200 to 399." }),
  port: port.optional().meta({
    description: "Port that is asked: `port` or `metricsPort`; `port` when left out.",
  }),
  initialDelaySeconds: z.int().min(0).max(3600).default(0).meta({
    description: "Time after the start until it is first asked.",
    unit: "seconds",
  }),
  periodSeconds: z.int().min(1).max(3600).default(10).meta({
    description: "Time from one question to the next.",
    unit: "seconds",
  }),
  timeoutSeconds: z.int().min(1).max(3600).default(3).meta({
    description: "Time until no answer counts as a bad one.",
    unit: "seconds",
  }),
  failureThreshold: z.int().min(1).max(1000).default(3).meta({
    description: "Bad answers in a row that count.",
    unit: "answers",
  }),
});

const probes = z.strictObject({
  liveness: probe.meta({ description: "Whether it works: otherwise it is started anew." }),
  readiness: probe.meta({ description: "Whether it can serve: otherwise it gets no requests." }),
  startup: probe.optional().meta({
    description: "Whether it has started; it is asked the others at once when left out.",
  }),
});

/** Pods, or their share in percent, of which a service has no more. */
const upToThousand = z.int().min(1).max(1000);

const percent = upToThousand.optional();

const scaling = (what: string) =>
  z
    .strictObject({
      stabilizationSeconds: z.int().min(0).max(3600).optional().meta({
        description:
          "Time for which the want of pods is looked back at; 0 upwards, 300 downwards when left out.",
        unit: "seconds",
      }),
      pods: upToThousand.optional().meta({
        description: "Pods in a period; 2 upwards, 1 downwards when left out.",
        unit: "pods",
      }),
      percent: upToThousand.optional().meta({
        description:
          "Share of the pods that there are, in a period; 100 upwards, none downwards when left out.",
        unit: "percent",
      }),
      periodSeconds: z.int().min(1).max(1800).optional().meta({
        description: "Length of a period; 60 when left out.",
        unit: "seconds",
      }),
    })
    .optional()
    .meta({ description: what });

const autoscaling = z.strictObject({
  cpuPercent: percent.meta({
    description: "Use of the processor on average that it keeps to, of what is asked for.",
    unit: "percent",
  }),
  memoryPercent: percent.meta({
    description: "Use of memory on average that it keeps to, of what is asked for.",
    unit: "percent",
  }),
  scaleUp: scaling("How fast pods are added."),
  scaleDown: scaling("How fast pods are taken away."),
});

const replicas = z.strictObject({
  minimum: upToThousand.meta({ description: "Fewest pods.", unit: "pods" }),
  maximum: upToThousand.optional().meta({
    description: "Most pods, more than `minimum` only with `autoscaling`; `minimum` when left out.",
    unit: "pods",
  }),
});

const podDisruption = z.strictObject({
  maxUnavailable: upToThousand.optional().meta({
    description: "Pods that may be away; 1 when neither is said.",
    unit: "pods",
  }),
  minAvailable: upToThousand.optional().meta({
    description: "Pods that must stay, fewer than there are.",
    unit: "pods",
  }),
});

const service = z.strictObject({
  ...workloadShape,
  port: port.meta({ description: "Port at which the container listens." }),
  servicePort: port.optional().meta({
    description: "Port at which others in the cluster reach it; `port` when left out.",
  }),
  metricsPort: port
    .optional()
    .meta({ description: "Port at which it shows its metrics; none when left out." }),
  replicas: replicas.meta({ description: "How many pods there are." }),
  autoscaling: autoscaling
    .optional()
    .meta({ description: "When there are how many; always the same when left out." }),
  probes: probes.meta({ description: "What a container is asked." }),
  deregistrationSeconds: z.int().min(0).max(3600).default(30).meta({
    description: "Time for which the load balancer sends requests to a pod that is going.",
    unit: "seconds",
  }),
  preStopSeconds: z.int().min(1).max(3605).optional().meta({
    description:
      "Time for which a pod that is going still serves, more than `deregistrationSeconds`; 5 seconds more when left out.",
    unit: "seconds",
  }),
  shutdownSeconds: z.int().min(1).max(3600).default(30).meta({
    description: "Time in which a pod may finish what it began once it is told to stop.",
    unit: "seconds",
  }),
  podDisruption: podDisruption
    .optional()
    .meta({ description: "How many pods may be away when nodes are drained; one when left out." }),
});

/** The services of a stack, by name. */
export const servicesSchema = z.record(workloadName, service);

/** A service of a stack. */
export type Service = z.output<typeof service>;
