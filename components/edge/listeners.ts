import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Scope } from "./scope";
import { listenerHeadersOf } from "./security-headers";

/** What the listeners need. */
interface Ground {
  readonly loadBalancerArn: pulumi.Output<string>;
  /** ARN of the certificate once ACM has issued it. */
  readonly certificateArn: pulumi.Output<string>;
  /** What must be there before anybody is let in. */
  readonly after: readonly pulumi.Resource[];
}

/** Makes the listener for HTTP, which only sends to HTTPS, and that for HTTPS, which finds nothing by itself. */
export function createListeners(
  { name, settings, options }: Scope,
  { loadBalancerArn, certificateArn, after }: Ground,
): aws.lb.Listener {
  const { region, tlsPolicy, securityHeaders } = settings;
  const waiting = { ...options, dependsOn: [...after] };
  new aws.lb.Listener(
    `${name}-http`,
    {
      region,
      loadBalancerArn,
      port: 80,
      protocol: "HTTP",
      defaultActions: [
        { type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } },
      ],
      routingHttpResponseServerEnabled: false,
    },
    waiting,
  );
  return new aws.lb.Listener(
    `${name}-https`,
    {
      region,
      loadBalancerArn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: tlsPolicy,
      certificateArn,
      defaultActions: [
        {
          type: "fixed-response",
          fixedResponse: {
            contentType: "text/plain",
            messageBody: "Not found",
            statusCode: "404",
          },
        },
      ],
      ...listenerHeadersOf(securityHeaders),
    },
    waiting,
  );
}
