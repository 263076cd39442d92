/** How the load balancer sees whether a pod answers. */
export interface ServiceHealthArgs {
  /** Path that it asks for. */
  readonly path: string;
  /**
   * Seconds between two requests, 5 to 300.
   *
   * @default 30
   */
  readonly intervalSeconds?: number | undefined;
  /**
   * Seconds until a request has failed, 2 to 120, fewer than between two.
   *
   * @default 5
   */
  readonly timeoutSeconds?: number | undefined;
  /**
   * Answers in a row that let requests in, 2 to 10.
   *
   * @default 2
   */
  readonly healthyThreshold?: number | undefined;
  /**
   * Failures in a row that keep requests away, 2 to 10.
   *
   * @default 3
   */
  readonly unhealthyThreshold?: number | undefined;
  /**
   * Status that it takes for health, such as `200` or `200-299`.
   *
   * @default "200"
   */
  readonly matcher?: string | undefined;
}

/** A service behind the load balancer. Each request may go to any of its pods: there is no stickiness. */
export interface ServiceArgs {
  /** One of the hostnames. */
  readonly host: string;
  /**
   * Path of its resources, which it and all below lead to, such as `/api/v1/users`.
   *
   * @default "/"
   */
  readonly path?: string | undefined;
  /** Port of its pods, one of `appPorts`. */
  readonly port: number;
  readonly health: ServiceHealthArgs;
  /**
   * Seconds that a pod which goes may take for the requests it has, 0 to 3600.
   *
   * @default 30
   */
  readonly deregistrationSeconds?: number | undefined;
  /** Place among the services, 1 to 50000: the first whose host and path match has the request. */
  readonly priority: number;
}
