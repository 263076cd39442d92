import type * as k8s from "@pulumi/kubernetes";
import { complete } from "../complete";
import { mapRecord } from "../map-record";
import type { AppServiceArgs } from "./args";

/** A question by HTTP that tells how a container is. */
export interface ProbeArgs {
  /** Path that answers with a status from 200 to 399. */
  readonly path: string;
  /**
   * Port that is asked: `port` or `metricsPort` of the service.
   *
   * @default - `port` of the service
   */
  readonly port?: number | undefined;
  /**
   * Seconds after the start until it is first asked, 0 or more.
   *
   * @default 0
   */
  readonly initialDelaySeconds?: number | undefined;
  /**
   * Seconds from one question to the next, 1 or more.
   *
   * @default 10
   */
  readonly periodSeconds?: number | undefined;
  /**
   * Seconds until no answer counts as a bad one, 1 to `periodSeconds`.
   *
   * @default 3
   */
  readonly timeoutSeconds?: number | undefined;
  /**
   * Bad answers in a row that count, 1 or more.
   *
   * @default 3
   */
  readonly failureThreshold?: number | undefined;
}

/** What a container is asked. */
export interface ProbesArgs {
  /** Whether it works at all: otherwise it is started anew. */
  readonly liveness: ProbeArgs;
  /** Whether it can serve: otherwise it gets no requests. */
  readonly readiness: ProbeArgs;
  /**
   * Whether it has started: until then it is not asked the others.
   *
   * @default - it is asked them at once
   */
  readonly startup?: ProbeArgs | undefined;
}

const defaults = {
  initialDelaySeconds: 0,
  periodSeconds: 10,
  timeoutSeconds: 3,
  failureThreshold: 3,
} as const;

/** The probes of a service, by their name, with nothing left out. */
export function probeSettingsOf({ probes, port }: Pick<AppServiceArgs, "probes" | "port">) {
  const { liveness, readiness, startup } = probes;
  const stated: Readonly<Record<string, ProbeArgs>> = {
    liveness,
    readiness,
    ...(startup === undefined ? {} : { startup }),
  };
  return mapRecord(stated, (probe) => complete(probe, { ...defaults, port }));
}

/** The probes as fields of a container. */
export function probeInputs(
  probes: ReturnType<typeof probeSettingsOf>,
): Readonly<Record<string, k8s.types.input.core.v1.Probe>> {
  return Object.fromEntries(
    Object.entries(probes).map(([name, { path, port, ...timing }]) => [
      `${name}Probe`,
      { httpGet: { path, port }, ...timing },
    ]),
  );
}
