import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { Edge } from "../../components/edge";
import type { EdgeArgs } from "../../components/edge/args";
import { preview } from "../support/preview";
import { args, cdn, checked, deployEdge, previewEdge, primary, types } from "./edge-args";

const unknown = { $unknown: true };
const gateway = {
  host: "api.example.com",
  port: 3000,
  health: { path: "/api/v1/health" },
  priority: 100,
};

describe("Edge", () => {
  it("makes a load balancer with firewall, certificate and names of what must be said", async () => {
    const { resources } = await previewEdge(args);

    assert.deepEqual(
      resources.map(({ type, name }) => `${type} ${name}`),
      [
        `${types.certificate} edge`,
        `${types.validation} edge`,
        `${types.logGroup} edge-firewall`,
        `${types.group} edge`,
        `${types.listener} edge-http`,
        `${types.listener} edge-https`,
        `${types.rule} edge-gateway`,
        `${types.loadBalancer} edge`,
        `${types.targetGroup} edge-gateway`,
        `${types.record} edge-api.example.com`,
        `${types.record} edge-validation-api.example.com`,
        `${types.egress} edge-to-app`,
        `${types.ingress} edge-http`,
        `${types.ingress} edge-https`,
        `${types.ingress} edge-to-app`,
        `${types.webAcl} edge`,
        `${types.association} edge`,
        `${types.logging} edge`,
        `${types.webAclRule} edge-AWSManagedRulesAmazonIpReputationList`,
        `${types.webAclRule} edge-AWSManagedRulesCommonRuleSet`,
        `${types.webAclRule} edge-AWSManagedRulesKnownBadInputsRuleSet`,
        `${types.webAclRule} edge-RateLimitRule`,
        "groundwork:platform:Edge edge",
      ],
    );
  });

  it("takes an argument that is undefined for one left out", async () => {
    const transport = {
      maxAgeSeconds: undefined,
      includeSubdomains: undefined,
      preload: undefined,
    };
    const nothing: EdgeArgs = {
      ...args,
      certificate: { ...args.certificate, validationRecords: undefined },
      services: {
        gateway: {
          ...gateway,
          path: undefined,
          deregistrationSeconds: undefined,
          health: {
            ...gateway.health,
            intervalSeconds: undefined,
            timeoutSeconds: undefined,
            healthyThreshold: undefined,
            unhealthyThreshold: undefined,
            matcher: undefined,
          },
        },
      },
      waf: {
        rateLimit: 2000,
        windowSeconds: undefined,
        managedGroups: undefined,
        mode: undefined,
        logRetentionDays: undefined,
      },
      cdn: undefined,
      healthCheck: undefined,
      failover: undefined,
      tlsPolicy: undefined,
      securityHeaders: {
        strictTransportSecurity: transport,
        frameOptions: undefined,
        contentSecurityPolicy: undefined,
      },
      idleTimeoutSeconds: undefined,
      targetGroupTags: undefined,
      deletionProtection: undefined,
    };

    assert.deepEqual((await previewEdge(nothing)).resources, (await previewEdge(args)).resources);
  });

  it("stands in the region it is given, whatever that of the provider", async () => {
    const { resources } = await previewEdge({ ...checked, region: "eu-central-1" });

    const regions = resources.map(({ inputs }) => inputs["region"]);
    assert.deepEqual([...new Set(regions)], ["eu-central-1", undefined]);
    assert.deepEqual(
      resources.filter(({ inputs }) => inputs["region"] === undefined).map(({ type }) => type),
      [types.healthCheck, types.record, types.record],
    );
  });

  it("tags what takes tags", async () => {
    const { resources } = await preview(() => {
      const tags = { Project: "shop" };
      const provider = new aws.Provider("tagging", {
        region: "eu-west-1",
        defaultTags: { tags },
      });
      new Edge("edge", { ...checked, cdn }, { providers: [provider] });
    });

    const tagged = resources.filter(({ inputs }) => "tagsAll" in inputs).map(({ type }) => type);
    assert.deepEqual(
      [...new Set(tagged)],
      [
        types.certificate,
        types.distribution,
        types.delivery,
        types.deliveryDestination,
        types.deliverySource,
        types.logGroup,
        types.group,
        types.listener,
        types.rule,
        types.loadBalancer,
        types.targetGroup,
        types.healthCheck,
        types.egress,
        types.ingress,
        types.webAcl,
      ],
    );
  });

  it("tells what others need of it", async () => {
    const { found, created } = await deployEdge({ ...checked, cdn }, (edge) => ({
      loadBalancerArn: edge.loadBalancerArn,
      dnsName: edge.dnsName,
      httpsListenerArn: edge.httpsListenerArn,
      targetGroupArns: edge.targetGroupArns,
      securityGroupId: edge.securityGroupId,
      webAclArn: edge.webAclArn,
      distributionDomain: edge.distributionDomain,
    }));

    const madeUp = /(?<=\/\/?|-|"d|:)([0-9a-f]{12}|[0-9a-f]{7})(?=[/".:])/g;
    assert.deepEqual(JSON.parse(JSON.stringify(found).replace(madeUp, "#")), {
      loadBalancerArn:
        "arn:aws:elasticloadbalancing:eu-west-1:#:loadbalancer/app/shop-production/#",
      dnsName: "shop-production-#.eu-west-1.elb.amazonaws.com",
      httpsListenerArn: "arn:aws:elasticloadbalancing:eu-west-1:#:listener/app/shop-production/#/#",
      targetGroupArns: {
        gateway: "arn:aws:elasticloadbalancing:eu-west-1:#:targetgroup/edge-gateway-#/#",
      },
      securityGroupId: "edge-#",
      webAclArn: "arn:aws:wafv2:eu-west-1:#:regional/webacl/edge-#/#",
      distributionDomain: "d#.cloudfront.net",
    });
    assert.equal(created[`${types.rule} edge-gateway`]?.["listenerArn"], found.httpsListenerArn);
    assert.deepEqual(created[`${types.loadBalancer} edge`]?.["securityGroups"], [
      found.securityGroupId,
    ]);
  });

  it("has no distribution unless told", async () => {
    const { found } = await deployEdge(args, ({ distributionDomain }) => ({ distributionDomain }));

    assert.deepEqual(found, { distributionDomain: undefined });
  });

  it("tells alarms what there is to watch", async () => {
    const { found } = await deployEdge({ ...checked, cdn }, ({ alarmInputs }) => alarmInputs);

    const { loadBalancer, targetGroups, firewalls, healthCheckId, distributionId } = found;
    assert.equal(found.distributionLogGroupName, "/aws/vendedlogs/cloudfront/shop-production");
    assert.match(loadBalancer, /^app\/shop-production\/[0-9a-f]{12}$/);
    assert.deepEqual(Object.keys(targetGroups), ["gateway"]);
    assert.match(
      String(targetGroups["gateway"]),
      /^targetgroup\/edge-gateway-[0-9a-f]{7}\/[0-9a-f]{12}$/,
    );
    assert.deepEqual(firewalls, [
      {
        webAcl: "shop-production",
        region: "eu-west-1",
        logGroupName: "aws-waf-logs-shop-production",
      },
      {
        webAcl: "shop-production-cdn",
        region: "us-east-1",
        logGroupName: "aws-waf-logs-shop-production-cdn",
      },
    ]);
    assert.match(String(healthCheckId), /^edge-[0-9a-f]{12}$/);
    assert.match(String(distributionId), /^edge-cdn-[0-9a-f]{12}$/);
  });

  it("tells alarms of one firewall alone where there is neither check nor distribution", async () => {
    const { found } = await deployEdge(args, ({ alarmInputs }) => alarmInputs);

    assert.deepEqual(
      found.firewalls.map(({ webAcl }) => webAcl),
      ["shop-production"],
    );
    assert.equal(found.healthCheckId, undefined);
    assert.equal(found.distributionId, undefined);
    assert.equal(found.distributionLogGroupName, undefined);
  });
});

describe("The load balancer of an Edge", () => {
  it("is hardened, logged and protected", async () => {
    const { inputs, options } = (await previewEdge(args)).one(types.loadBalancer);

    assert.deepEqual(inputs, {
      accessLogs: { bucket: "shop-production-logs", enabled: true },
      connectionLogs: { bucket: "shop-production-logs", enabled: true },
      desyncMitigationMode: "strictest",
      dropInvalidHeaderFields: true,
      enableDeletionProtection: true,
      enableHttp2: true,
      enableWafFailOpen: false,
      enableZonalShift: true,
      idleTimeout: 60,
      internal: false,
      ipAddressType: "ipv4",
      loadBalancerType: "application",
      name: "shop-production",
      region: "eu-west-1",
      securityGroups: [unknown],
      subnets: ["subnet-a", "subnet-b"],
      tags: { Name: "shop-production" },
      xffHeaderProcessingMode: "append",
    });
    assert.equal(options.protect, true);
  });

  it("may be deleted where it is told so, and then its logs go too", async () => {
    const { one } = await previewEdge({ ...args, cdn, deletionProtection: false });

    const loadBalancer = one(types.loadBalancer);
    assert.equal(loadBalancer.inputs["enableDeletionProtection"], false);
    assert.equal(loadBalancer.options.protect, false);
    assert.equal(one(types.distribution).options.protect, false);
    assert.equal(one(types.logGroup, "edge-firewall").options.retainOnDelete, false);
  });

  it("keeps connections open for as long as it is told", async () => {
    const { inputs } = (await previewEdge({ ...args, idleTimeoutSeconds: 3600 })).one(
      types.loadBalancer,
    );

    assert.equal(inputs["idleTimeout"], 3600);
  });

  it("is reached by HTTP and HTTPS and reaches the services' ports alone", async () => {
    const { all, one } = await previewEdge(args);

    const { urn, inputs } = one(types.group);
    assert.deepEqual(inputs, {
      description: "Load balancer of the services.",
      name: inputs["name"],
      region: "eu-west-1",
      revokeRulesOnDelete: false,
      tags: { Name: "edge" },
      vpcId: "vpc-1",
    });
    const internet = { cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", region: "eu-west-1" };
    const services = {
      description: "HTTP from the load balancer to the services",
      fromPort: 3000,
      ipProtocol: "tcp",
      region: "eu-west-1",
      toPort: 3010,
    };
    assert.deepEqual(
      all(types.ingress).map((rule) => [rule.name, rule.inputs]),
      [
        [
          "edge-http",
          {
            ...internet,
            description: "HTTP from the internet",
            fromPort: 80,
            securityGroupId: unknown,
            toPort: 80,
          },
        ],
        [
          "edge-https",
          {
            ...internet,
            description: "HTTPS from the internet",
            fromPort: 443,
            securityGroupId: unknown,
            toPort: 443,
          },
        ],
        [
          "edge-to-app",
          { ...services, referencedSecurityGroupId: unknown, securityGroupId: "sg-app" },
        ],
      ],
    );
    assert.deepEqual(
      all(types.egress).map((rule) => [rule.name, rule.inputs]),
      [
        [
          "edge-to-app",
          { ...services, referencedSecurityGroupId: "sg-app", securityGroupId: unknown },
        ],
      ],
    );
    assert.deepEqual(one(types.egress).propertyDependencies["securityGroupId"], [urn]);
    assert.deepEqual(
      one(types.ingress, "edge-to-app").propertyDependencies["referencedSecurityGroupId"],
      [urn],
    );
  });

  it("only sends HTTP on to HTTPS", async () => {
    const { inputs } = (await previewEdge(args)).one(types.listener, "edge-http");

    assert.deepEqual(inputs, {
      defaultActions: [
        { redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" }, type: "redirect" },
      ],
      loadBalancerArn: unknown,
      port: 80,
      protocol: "HTTP",
      region: "eu-west-1",
      routingHttpResponseServerEnabled: false,
    });
  });

  it("speaks TLS, adds headers for browsers and finds nothing that no service has", async () => {
    const { one } = await previewEdge(args);

    const { inputs, propertyDependencies } = one(types.listener, "edge-https");
    assert.deepEqual(inputs, {
      certificateArn: unknown,
      defaultActions: [
        {
          fixedResponse: {
            contentType: "text/plain",
            messageBody: "Not found",
            statusCode: "404",
          },
          type: "fixed-response",
        },
      ],
      loadBalancerArn: unknown,
      port: 443,
      protocol: "HTTPS",
      region: "eu-west-1",
      routingHttpResponseServerEnabled: false,
      routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000; includeSubDomains",
      routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
      routingHttpResponseXFrameOptionsHeaderValue: "DENY",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    });
    assert.deepEqual(propertyDependencies["certificateArn"], [one(types.validation).urn]);
  });

  it("lets nobody in before its firewall", async () => {
    const { all, one } = await previewEdge(args);

    for (const { name, options } of all(types.listener)) {
      assert.ok(options.dependsOn.includes(one(types.association).urn), name);
    }
  });

  it("says what it is told of TLS and headers", async () => {
    const { one } = await previewEdge({
      ...args,
      tlsPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
      securityHeaders: {
        strictTransportSecurity: { maxAgeSeconds: 300, includeSubdomains: false },
        frameOptions: "SAMEORIGIN",
        contentSecurityPolicy: "default-src 'self'",
      },
    });

    const { inputs } = one(types.listener, "edge-https");
    const header = (name: string) => inputs[`routingHttpResponse${name}HeaderValue`];
    assert.equal(inputs["sslPolicy"], "ELBSecurityPolicy-TLS13-1-3-2021-06");
    assert.equal(header("StrictTransportSecurity"), "max-age=300");
    assert.equal(header("XFrameOptions"), "SAMEORIGIN");
    assert.equal(header("ContentSecurityPolicy"), "default-src 'self'");
  });

  it("lets browsers know of HTTPS from the start where it is told so", async () => {
    const securityHeaders = { strictTransportSecurity: { preload: true } };
    const { one } = await previewEdge({ ...args, securityHeaders });

    assert.equal(
      one(types.listener, "edge-https").inputs[
        "routingHttpResponseStrictTransportSecurityHeaderValue"
      ],
      "max-age=31536000; includeSubDomains; preload",
    );
  });
});

describe("The services of an Edge", () => {
  it("have target groups of pods, without stickiness, that are asked for their health", async () => {
    const { inputs } = (await previewEdge(args)).one(types.targetGroup);

    assert.deepEqual(inputs, {
      deregistrationDelay: 30,
      healthCheck: {
        enabled: true,
        healthyThreshold: 2,
        interval: 30,
        matcher: "200",
        path: "/api/v1/health",
        port: "traffic-port",
        protocol: "HTTP",
        timeout: 5,
        unhealthyThreshold: 3,
      },
      ipAddressType: "ipv4",
      name: inputs["name"],
      port: 3000,
      protocol: "HTTP",
      protocolVersion: "HTTP1",
      region: "eu-west-1",
      stickiness: { enabled: false, type: "lb_cookie" },
      tags: { Name: "shop-production-gateway" },
      targetType: "ip",
      vpcId: "vpc-1",
    });
    assert.match(String(inputs.name), /^edge-gateway-[0-9a-f]{7}$/);
  });

  it("say how they are asked, how long they take to go and what tags they have", async () => {
    const health = {
      path: "/health",
      intervalSeconds: 10,
      timeoutSeconds: 4,
      healthyThreshold: 3,
      unhealthyThreshold: 4,
      matcher: "200-299",
    };
    const { inputs } = (
      await previewEdge({
        ...args,
        services: { gateway: { ...gateway, health, deregistrationSeconds: 60 } },
        targetGroupTags: { "elbv2.k8s.aws/cluster": "shop-production" },
      })
    ).one(types.targetGroup);

    assert.deepEqual(inputs["healthCheck"], {
      enabled: true,
      healthyThreshold: 3,
      interval: 10,
      matcher: "200-299",
      path: "/health",
      port: "traffic-port",
      protocol: "HTTP",
      timeout: 4,
      unhealthyThreshold: 4,
    });
    assert.equal(inputs["deregistrationDelay"], 60);
    assert.deepEqual(inputs["tags"], {
      Name: "shop-production-gateway",
      "elbv2.k8s.aws/cluster": "shop-production",
    });
  });

  it("are found by host, and by path where they have one, in their order", async () => {
    const { all, one } = await previewEdge({
      ...args,
      services: {
        gateway,
        users: { ...gateway, path: "/api/v1/users", port: 3001, priority: 10 },
      },
    });

    const host = { hostHeader: { values: ["api.example.com"] } };
    const action = { targetGroupArn: unknown, type: "forward" };
    assert.deepEqual(
      all(types.rule).map(({ name, inputs }) => [name, inputs]),
      [
        [
          "edge-gateway",
          {
            actions: [action],
            conditions: [host],
            listenerArn: unknown,
            priority: 100,
            region: "eu-west-1",
          },
        ],
        [
          "edge-users",
          {
            actions: [action],
            conditions: [host, { pathPattern: { values: ["/api/v1/users", "/api/v1/users/*"] } }],
            listenerArn: unknown,
            priority: 10,
            region: "eu-west-1",
          },
        ],
      ],
    );
    for (const name of ["edge-gateway", "edge-users"]) {
      const { propertyDependencies, options } = one(types.rule, name);
      assert.deepEqual(propertyDependencies, {
        actions: [one(types.targetGroup, name).urn],
        listenerArn: [one(types.listener, "edge-https").urn],
      });
      assert.equal(options.deleteBeforeReplace, true);
    }
  });

  it("answer under the name of the region too where their health is asked there", async () => {
    const other = { ...gateway, host: "app.example.com", priority: 200 };
    const { one } = await previewEdge({
      ...primary,
      hostnames: ["api.example.com", "app.example.com"],
      certificate: { names: ["*.example.com", "*.api.example.com"] },
      services: { gateway, other },
    });

    const hostsOf = (name: string) => one(types.rule, name).inputs["conditions"];
    assert.deepEqual(hostsOf("edge-gateway"), [
      { hostHeader: { values: ["api.example.com", "eu-west-1.api.example.com"] } },
    ]);
    assert.deepEqual(hostsOf("edge-other"), [{ hostHeader: { values: ["app.example.com"] } }]);
  });

  it("have addresses", async () => {
    const users = { ...gateway, path: "/api/v1/users", priority: 10 };
    const { found } = await deployEdge(
      { ...args, services: { gateway, users } },
      ({ urls }) => urls,
    );

    assert.deepEqual(found, {
      gateway: "https://api.example.com",
      users: "https://api.example.com/api/v1/users",
    });
  });
});
