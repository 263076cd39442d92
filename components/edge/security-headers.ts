import type * as aws from "@pulumi/aws";
import type { CdnSettings, SecurityHeaders } from "./edge-settings";

/** The headers as attributes of a listener. */
export function listenerHeadersOf(headers: SecurityHeaders): Partial<aws.lb.ListenerArgs> {
  const { strictTransportSecurity: transport, frameOptions, contentSecurityPolicy } = headers;
  const directives = [
    `max-age=${transport.maxAgeSeconds}`,
    ...(transport.includeSubdomains ? ["includeSubDomains"] : []),
    ...(transport.preload ? ["preload"] : []),
  ];
  return {
    routingHttpResponseServerEnabled: false,
    routingHttpResponseStrictTransportSecurityHeaderValue: directives.join("; "),
    routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
    routingHttpResponseXFrameOptionsHeaderValue: frameOptions,
    ...(contentSecurityPolicy === undefined
      ? {}
      : { routingHttpResponseContentSecurityPolicyHeaderValue: contentSecurityPolicy }),
  };
}

/** The headers as a distribution adds them. */
export function distributionHeadersOf(
  { strictTransportSecurity, frameOptions, contentSecurityPolicy }: SecurityHeaders,
  { referrerPolicy }: CdnSettings,
): aws.cloudfront.ResponseHeadersPolicyArgs {
  const override = true;
  return {
    securityHeadersConfig: {
      contentTypeOptions: { override },
      frameOptions: { frameOption: frameOptions, override },
      referrerPolicy: { referrerPolicy, override },
      strictTransportSecurity: {
        accessControlMaxAgeSec: strictTransportSecurity.maxAgeSeconds,
        includeSubdomains: strictTransportSecurity.includeSubdomains,
        preload: strictTransportSecurity.preload,
        override,
      },
      ...(contentSecurityPolicy === undefined
        ? {}
        : { contentSecurityPolicy: { contentSecurityPolicy, override } }),
    },
    removeHeadersConfig: { items: [{ header: "Server" }] },
  };
}
