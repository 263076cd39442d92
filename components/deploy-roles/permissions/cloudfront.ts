import type { TypePermissions } from "../type-permissions";

/** The content delivery network. */
export const cloudfront: TypePermissions = {
  "aws:cloudfront/cachePolicy:CachePolicy": {
    create: ["cloudfront:CreateCachePolicy"],
    read: ["cloudfront:GetCachePolicy"],
    update: ["cloudfront:UpdateCachePolicy"],
    delete: ["cloudfront:DeleteCachePolicy"],
  },
  "aws:cloudfront/distribution:Distribution": {
    create: ["cloudfront:CreateDistribution", "cloudfront:TagResource"],
    read: [
      "acm:DescribeCertificate",
      "cloudfront:GetDistribution",
      "cloudfront:GetDistributionConfig",
      "cloudfront:ListTagsForResource",
      "wafv2:GetWebACL",
    ],
    update: ["cloudfront:TagResource", "cloudfront:UntagResource", "cloudfront:UpdateDistribution"],
    delete: ["cloudfront:DeleteDistribution", "cloudfront:UpdateDistribution"],
  },
  "aws:cloudfront/originAccessControl:OriginAccessControl": {
    create: ["cloudfront:CreateOriginAccessControl"],
    read: ["cloudfront:GetOriginAccessControl"],
    update: ["cloudfront:UpdateOriginAccessControl"],
    delete: ["cloudfront:DeleteOriginAccessControl"],
  },
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": {
    create: ["cloudfront:CreateResponseHeadersPolicy"],
    read: ["cloudfront:GetResponseHeadersPolicy"],
    update: ["cloudfront:UpdateResponseHeadersPolicy"],
    delete: ["cloudfront:DeleteResponseHeadersPolicy"],
  },
};
