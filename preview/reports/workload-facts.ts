import type { Spec } from "../../spec/spec";
import { grouped, list } from "./lists";

/** What matters of the edge, in a line. */
export function edgeFacts({ hostnames, waf, cdn }: NonNullable<Spec["edge"]>): string {
  const { rateLimit, windowSeconds, mode } = waf;
  const limit = `${grouped(rateLimit)} requests in ${windowSeconds / 60} minutes`;
  return list(
    hostnames.join(", "),
    mode === "block" ? `blocks above ${limit}` : `counts above ${limit}`,
    cdn !== undefined && `files at ${cdn.hostname}`,
  );
}

/** What matters of a service or a job, in a line; nothing of another component. */
export function workloadFacts(name: string, { services, jobs }: Spec): string {
  const { [name]: service } = services;
  const { [name]: job } = jobs;
  if (service !== undefined) {
    const { minimum, maximum = minimum } = service.replicas;
    const { cpu, memory } = service.resources.requests;
    const pods = minimum === maximum ? `${minimum} pods` : `${minimum} to ${maximum} pods`;
    return list(`${pods} of ${cpu} CPU and ${memory}`, `port ${service.port}`);
  }
  return job === undefined ? "" : list(job.schedule?.cron ?? "once", job.image);
}
