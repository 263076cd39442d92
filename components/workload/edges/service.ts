import type { Edge, ServicePort } from "../edge";

/** Another service: what {@link AppService} gives, and the variable that says its address. */
export interface ServiceTarget {
  readonly service: {
    readonly serviceName: string;
    readonly namespace: string;
    /** Port of its pods. */
    readonly port: number;
    /** Port at which others in the cluster reach it. */
    readonly servicePort: number;
  };
  /** Variable that says its address: `http://<service>.<namespace>:<service port>`. */
  readonly variable: string;
}

/** An edge to another service of the cluster, which has to name the caller too. */
export function serviceEdge({ service, variable }: ServiceTarget): Edge {
  const { serviceName, namespace, port, servicePort } = service;
  const destination: ServicePort = { service: serviceName, namespace, port };
  return {
    to: serviceName,
    destination,
    environment: { [variable]: `http://${serviceName}.${namespace}:${servicePort}` },
  };
}
