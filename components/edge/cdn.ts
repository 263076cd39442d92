import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { createCdnLogs } from "./cdn-logs";
import type { CdnSettings } from "./edge-settings";
import { createCdnFirewall, type Firewall } from "./firewall";
import type { Scope } from "./scope";
import { distributionHeadersOf } from "./security-headers";

/** A distribution with its firewall. */
export interface Cdn {
  readonly settings: CdnSettings;
  readonly distribution: aws.cloudfront.Distribution;
  readonly firewall: Firewall;
  /** Where what is asked of it is kept. */
  readonly logGroupName: string;
}

/** Makes the distribution of the bucket's files. */
export function createCdn(
  scope: Scope,
  settings: CdnSettings,
  certificateArn: pulumi.Output<string>,
): Cdn {
  const firewall = createCdnFirewall(scope, settings.logsKeyArn);
  const { bucket, hostname } = settings;
  const distribution = new aws.cloudfront.Distribution(
    `${scope.name}-cdn`,
    {
      enabled: true,
      comment: `Static files of ${hostname}`,
      aliases: [hostname],
      isIpv6Enabled: true,
      httpVersion: "http2and3",
      priceClass: settings.priceClass,
      defaultRootObject: settings.rootObject,
      origins: [
        {
          originId: "bucket",
          domainName: bucket.domainName,
          originAccessControlId: createOriginAccess(scope).id,
        },
      ],
      defaultCacheBehavior: createBehavior(scope, settings),
      viewerCertificate: {
        acmCertificateArn: certificateArn,
        minimumProtocolVersion: settings.tlsPolicy,
        sslSupportMethod: "sni-only",
      },
      restrictions: { geoRestriction: { restrictionType: "none" } },
      webAclId: firewall.webAcl.arn,
      tags: { Name: hostname },
    },
    {
      ...scope.stateful,
      dependsOn: [...firewall.ready],
      customTimeouts: { create: "45m", update: "45m", delete: "45m" },
    },
  );
  const logGroupName = createCdnLogs(scope, settings, distribution);
  return { settings, distribution, firewall, logGroupName };
}

/** Lets CloudFront sign what it asks of the bucket, so that the bucket knows which distribution asks. */
function createOriginAccess({ name, options }: Scope): aws.cloudfront.OriginAccessControl {
  return new aws.cloudfront.OriginAccessControl(
    `${name}-cdn`,
    {
      description: "Reads the bucket of static files.",
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    },
    options,
  );
}

function createBehavior(
  scope: Scope,
  settings: CdnSettings,
): aws.types.input.cloudfront.DistributionDefaultCacheBehavior {
  const { name, options } = scope;
  const headers = new aws.cloudfront.ResponseHeadersPolicy(
    `${name}-cdn`,
    distributionHeadersOf(scope.settings.securityHeaders, settings),
    options,
  );
  return {
    targetOriginId: "bucket",
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ["GET", "HEAD", "OPTIONS"],
    cachedMethods: ["GET", "HEAD"],
    compress: true,
    cachePolicyId: createCachePolicy(scope, settings).id,
    responseHeadersPolicyId: headers.id,
  };
}

/** Files are the same whoever asks: neither cookies nor headers nor queries tell copies apart. */
function createCachePolicy(
  { name, options }: Scope,
  { cache }: CdnSettings,
): aws.cloudfront.CachePolicy {
  return new aws.cloudfront.CachePolicy(
    `${name}-cdn`,
    {
      minTtl: 0,
      defaultTtl: cache.defaultSeconds,
      maxTtl: cache.maximumSeconds,
      parametersInCacheKeyAndForwardedToOrigin: {
        cookiesConfig: { cookieBehavior: "none" },
        headersConfig: { headerBehavior: "none" },
        queryStringsConfig: { queryStringBehavior: "none" },
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      },
    },
    options,
  );
}
