import assert from "node:assert/strict";
import { distributionReads } from "../../components/edge/distribution-reads";
import type { EdgeArgs } from "../../components/edge/args";
import type { CdnArgs } from "../../components/edge/cdn-args";
import type { Previewed } from "../support/preview";
import { args, cdn, previewEdge, types } from "./edge-args";

const unknown = { $unknown: true };

function previewCdn(change: Partial<CdnArgs> = {}, edge: EdgeArgs = args): Promise<Previewed> {
  return previewEdge({ ...edge, cdn: { ...cdn, ...change } });
}

describe("The distribution of an Edge", () => {
  it("serves the bucket's files under its name, by TLS only, behind its firewall", async () => {
    const { one } = await previewCdn();

    const { inputs, propertyDependencies, options } = one(types.distribution);
    assert.deepEqual(inputs, {
      aliases: ["static.example.com"],
      comment: "Static files of static.example.com",
      defaultCacheBehavior: {
        allowedMethods: ["GET", "HEAD", "OPTIONS"],
        cachePolicyId: unknown,
        cachedMethods: ["GET", "HEAD"],
        compress: true,
        responseHeadersPolicyId: unknown,
        targetOriginId: "bucket",
        viewerProtocolPolicy: "redirect-to-https",
      },
      defaultRootObject: "index.html",
      enabled: true,
      httpVersion: "http2and3",
      isIpv6Enabled: true,
      origins: [
        {
          domainName: "shop-static.s3.eu-west-1.amazonaws.com",
          originAccessControlId: unknown,
          originId: "bucket",
        },
      ],
      priceClass: "PriceClass_200",
      restrictions: { geoRestriction: { restrictionType: "none" } },
      retainOnDelete: false,
      tags: { Name: "static.example.com" },
      viewerCertificate: {
        acmCertificateArn: unknown,
        minimumProtocolVersion: "TLSv1.2_2021",
        sslSupportMethod: "sni-only",
      },
      waitForDeployment: true,
      webAclId: unknown,
    });
    assert.deepEqual(propertyDependencies["webAclId"], [one(types.webAcl, "edge-cdn").urn]);
    assert.deepEqual(propertyDependencies["origins"], [one(types.originAccess).urn]);
    assert.deepEqual(propertyDependencies["viewerCertificate"], [
      one(types.validation, "edge-cdn").urn,
    ]);
    assert.deepEqual(propertyDependencies["defaultCacheBehavior"], [
      one(types.cachePolicy).urn,
      one(types.headers).urn,
    ]);
    assert.equal(options.protect, true);
    assert.deepEqual(options.customTimeouts, { create: "45m", update: "45m", delete: "45m" });
  });

  it("waits for the rules and the logs of its firewall", async () => {
    const { one } = await previewCdn();

    const last = one(types.webAclRule, "edge-cdn-AWSManagedRulesCommonRuleSet");
    for (const { urn } of [last, one(types.logging, "edge-cdn")]) {
      assert.ok(one(types.distribution).options.dependsOn.includes(urn));
    }
  });

  it("signs what it asks of the bucket", async () => {
    const { inputs } = (await previewCdn()).one(types.originAccess);

    assert.deepEqual(inputs, {
      description: "Reads the bucket of static files.",
      name: inputs["name"],
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    });
  });

  it("keeps what is asked of it, in an encrypted log group in us-east-1", async () => {
    const { one } = await previewCdn();

    const group = one(types.logGroup, "edge-cdn");
    assert.deepEqual(group.inputs, {
      kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/logs",
      name: "/aws/vendedlogs/cloudfront/shop-production",
      region: "us-east-1",
      retentionInDays: 90,
      skipDestroy: false,
    });
    assert.equal(group.options.retainOnDelete, true);
    const source = one(types.deliverySource);
    assert.deepEqual(source.inputs, {
      logType: "ACCESS_LOGS",
      name: source.inputs["name"],
      region: "us-east-1",
      resourceArn: unknown,
    });
    assert.deepEqual(source.propertyDependencies["resourceArn"], [one(types.distribution).urn]);
    const destination = one(types.deliveryDestination);
    assert.deepEqual(destination.inputs, {
      deliveryDestinationConfiguration: { destinationResourceArn: unknown },
      name: destination.inputs["name"],
      outputFormat: "json",
      region: "us-east-1",
    });
    assert.deepEqual(destination.propertyDependencies["deliveryDestinationConfiguration"], [
      group.urn,
    ]);
    const delivery = one(types.delivery);
    assert.equal(delivery.inputs["region"], "us-east-1");
    assert.deepEqual(delivery.propertyDependencies, {
      deliveryDestinationArn: [destination.urn],
      deliverySourceName: [source.urn],
    });
  });

  it("keeps that for as long as it is told", async () => {
    const { one } = await previewCdn({ logRetentionDays: 30 });

    assert.equal(one(types.logGroup, "edge-cdn").inputs["retentionInDays"], 30);
    assert.equal(one(types.logGroup, "edge-cdn-firewall").inputs["retentionInDays"], 90);
  });

  it("keeps one copy of a file whoever asks", async () => {
    const { inputs } = (await previewCdn()).one(types.cachePolicy);

    assert.deepEqual(inputs, {
      defaultTtl: 86400,
      maxTtl: 31536000,
      minTtl: 0,
      name: inputs["name"],
      parametersInCacheKeyAndForwardedToOrigin: {
        cookiesConfig: { cookieBehavior: "none" },
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
        headersConfig: { headerBehavior: "none" },
        queryStringsConfig: { queryStringBehavior: "none" },
      },
    });
  });

  it("adds headers for browsers", async () => {
    const { inputs } = (await previewCdn()).one(types.headers);

    assert.deepEqual(inputs, {
      name: inputs["name"],
      removeHeadersConfig: { items: [{ header: "Server" }] },
      securityHeadersConfig: {
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: "DENY", override: true },
        referrerPolicy: { override: true, referrerPolicy: "strict-origin-when-cross-origin" },
        strictTransportSecurity: {
          accessControlMaxAgeSec: 31536000,
          includeSubdomains: true,
          override: true,
          preload: false,
        },
      },
    });
  });

  it("adds the headers that it is told of", async () => {
    const { inputs } = (
      await previewCdn(
        { referrerPolicy: "no-referrer" },
        {
          ...args,
          securityHeaders: {
            strictTransportSecurity: {
              maxAgeSeconds: 63_072_000,
              includeSubdomains: false,
              preload: true,
            },
            frameOptions: "SAMEORIGIN",
            contentSecurityPolicy: "default-src 'self'",
          },
        },
      )
    ).one(types.headers);

    assert.deepEqual(inputs["securityHeadersConfig"], {
      contentSecurityPolicy: { contentSecurityPolicy: "default-src 'self'", override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "SAMEORIGIN", override: true },
      referrerPolicy: { override: true, referrerPolicy: "no-referrer" },
      strictTransportSecurity: {
        accessControlMaxAgeSec: 63072000,
        includeSubdomains: false,
        override: true,
        preload: true,
      },
    });
  });

  it("is as near, as strict and as lasting as it is told", async () => {
    const { one } = await previewCdn({
      rootObject: "start.html",
      cache: { defaultSeconds: 60, maximumSeconds: 600 },
      priceClass: "PriceClass_All",
      tlsPolicy: "TLSv1.3_2025",
    });

    const { defaultRootObject, priceClass, viewerCertificate } = one(types.distribution).inputs;
    const { defaultTtl, maxTtl } = one(types.cachePolicy).inputs;
    assert.equal(defaultRootObject, "start.html");
    assert.equal(priceClass, "PriceClass_All");
    assert.deepEqual(viewerCertificate, {
      acmCertificateArn: unknown,
      minimumProtocolVersion: "TLSv1.3_2025",
      sslSupportMethod: "sni-only",
    });
    assert.deepEqual([defaultTtl, maxTtl], [60, 600]);
  });

  it("takes an argument that is undefined for one left out", async () => {
    const nothing = {
      logRetentionDays: undefined,
      rootObject: undefined,
      cache: { defaultSeconds: undefined, maximumSeconds: undefined },
      priceClass: undefined,
      tlsPolicy: undefined,
      referrerPolicy: undefined,
    };

    assert.deepEqual((await previewCdn(nothing)).resources, (await previewCdn()).resources);
  });

  it("may read the bucket, and nothing but its files, as a distribution of the account", () => {
    const statement = distributionReads({
      accountId: "123456789012",
      region: "eu-west-1",
      bucketArn: "arn:aws:s3:::shop-static",
    });

    assert.deepEqual(statement, {
      Sid: "CloudFrontReads",
      Effect: "Allow",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::shop-static/*",
      Condition: {
        ArnLike: { "aws:SourceArn": "arn:aws:cloudfront::123456789012:distribution/*" },
      },
    });
  });
});
