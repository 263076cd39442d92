import type { Mapping } from "../mapping";

const providerOnly = "says what the provider does, not what AWS is told";
const distribution = "DistributionConfig";
const behavior = `${distribution}.DefaultCacheBehavior`;
const certificate = `${distribution}.ViewerCertificate`;
const headers = "ResponseHeadersPolicyConfig";
const security = `${headers}.SecurityHeadersConfig`;
const key = "parametersInCacheKeyAndForwardedToOrigin";
const cacheKey = "CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin";

/** What serves static files: `aws.cloudfront.*`. */
export const cloudfront: Readonly<Record<string, Mapping>> = {
  "aws:cloudfront/cachePolicy:CachePolicy": {
    schema: "AWS::CloudFront::CachePolicy",
    properties: {
      defaultTtl: "CachePolicyConfig.DefaultTTL",
      maxTtl: "CachePolicyConfig.MaxTTL",
      minTtl: "CachePolicyConfig.MinTTL",
      name: "CachePolicyConfig.Name",
      [`${key}.cookiesConfig.cookieBehavior`]: `${cacheKey}.CookiesConfig.CookieBehavior`,
      [`${key}.enableAcceptEncodingBrotli`]: `${cacheKey}.EnableAcceptEncodingBrotli`,
      [`${key}.enableAcceptEncodingGzip`]: `${cacheKey}.EnableAcceptEncodingGzip`,
      [`${key}.headersConfig.headerBehavior`]: `${cacheKey}.HeadersConfig.HeaderBehavior`,
      [`${key}.queryStringsConfig.queryStringBehavior`]: `${cacheKey}.QueryStringsConfig.QueryStringBehavior`,
    },
  },
  "aws:cloudfront/distribution:Distribution": {
    schema: "AWS::CloudFront::Distribution",
    properties: {
      aliases: `${distribution}.Aliases`,
      comment: `${distribution}.Comment`,
      "defaultCacheBehavior.allowedMethods": `${behavior}.AllowedMethods`,
      "defaultCacheBehavior.cachePolicyId": `${behavior}.CachePolicyId`,
      "defaultCacheBehavior.cachedMethods": `${behavior}.CachedMethods`,
      "defaultCacheBehavior.compress": `${behavior}.Compress`,
      "defaultCacheBehavior.responseHeadersPolicyId": `${behavior}.ResponseHeadersPolicyId`,
      "defaultCacheBehavior.targetOriginId": `${behavior}.TargetOriginId`,
      "defaultCacheBehavior.viewerProtocolPolicy": `${behavior}.ViewerProtocolPolicy`,
      defaultRootObject: `${distribution}.DefaultRootObject`,
      enabled: `${distribution}.Enabled`,
      httpVersion: `${distribution}.HttpVersion`,
      isIpv6Enabled: `${distribution}.IPV6Enabled`,
      "origins[].domainName": `${distribution}.Origins[].DomainName`,
      "origins[].originAccessControlId": `${distribution}.Origins[].OriginAccessControlId`,
      "origins[].originId": `${distribution}.Origins[].Id`,
      priceClass: `${distribution}.PriceClass`,
      "restrictions.geoRestriction.restrictionType": `${distribution}.Restrictions.GeoRestriction.RestrictionType`,
      tagsAll: ["Tags", "tags"],
      "viewerCertificate.acmCertificateArn": `${certificate}.AcmCertificateArn`,
      "viewerCertificate.minimumProtocolVersion": `${certificate}.MinimumProtocolVersion`,
      "viewerCertificate.sslSupportMethod": `${certificate}.SslSupportMethod`,
      webAclId: `${distribution}.WebACLId`,
    },
    // The provider says so where an origin has settings of no other kind.
    constant: { DistributionConfig: { Origins: [{ S3OriginConfig: {} }] } },
    unmapped: { retainOnDelete: providerOnly, waitForDeployment: providerOnly },
  },
  "aws:cloudfront/originAccessControl:OriginAccessControl": {
    schema: "AWS::CloudFront::OriginAccessControl",
    properties: {
      description: "OriginAccessControlConfig.Description",
      name: "OriginAccessControlConfig.Name",
      originAccessControlOriginType: "OriginAccessControlConfig.OriginAccessControlOriginType",
      signingBehavior: "OriginAccessControlConfig.SigningBehavior",
      signingProtocol: "OriginAccessControlConfig.SigningProtocol",
    },
  },
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": {
    schema: "AWS::CloudFront::ResponseHeadersPolicy",
    properties: {
      name: `${headers}.Name`,
      "removeHeadersConfig.items[].header": `${headers}.RemoveHeadersConfig.Items[].Header`,
      "securityHeadersConfig.contentTypeOptions.override": `${security}.ContentTypeOptions.Override`,
      "securityHeadersConfig.frameOptions.frameOption": `${security}.FrameOptions.FrameOption`,
      "securityHeadersConfig.frameOptions.override": `${security}.FrameOptions.Override`,
      "securityHeadersConfig.referrerPolicy.override": `${security}.ReferrerPolicy.Override`,
      "securityHeadersConfig.referrerPolicy.referrerPolicy": `${security}.ReferrerPolicy.ReferrerPolicy`,
      "securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec": `${security}.StrictTransportSecurity.AccessControlMaxAgeSec`,
      "securityHeadersConfig.strictTransportSecurity.includeSubdomains": `${security}.StrictTransportSecurity.IncludeSubdomains`,
      "securityHeadersConfig.strictTransportSecurity.override": `${security}.StrictTransportSecurity.Override`,
      "securityHeadersConfig.strictTransportSecurity.preload": `${security}.StrictTransportSecurity.Preload`,
    },
  },
};
