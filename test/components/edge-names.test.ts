import assert from "node:assert/strict";
import { digitsOf } from "../../preview/providers/naming";
import { args, cdn, checked, deployEdge, previewEdge, primary, types } from "./edge-args";

const unknown = { $unknown: true };

/** The record by which ACM sees that a domain is the account's, as AWS would have it. */
function proofOf(domain: string) {
  return {
    name: `_${digitsOf(domain, 32)}.${domain}.`,
    records: [`_${digitsOf(`proof of ${domain}`, 32)}.acm-validations.aws.`],
    ttl: 300,
    type: "CNAME",
    zoneId: "Z123",
  };
}

describe("The certificates of an Edge", () => {
  it("are for the names, by records in the zone", async () => {
    const { one } = await previewEdge(args);

    assert.deepEqual(one(types.certificate).inputs, {
      domainName: "api.example.com",
      region: "eu-west-1",
      subjectAlternativeNames: ["*.api.example.com"],
      tags: { Name: "api.example.com" },
      validationMethod: "DNS",
    });
    assert.deepEqual(one(types.validation).inputs, {
      certificateArn: unknown,
      region: "eu-west-1",
      validationRecordFqdns: [unknown],
    });
    assert.deepEqual(one(types.validation).propertyDependencies, {
      certificateArn: [one(types.certificate).urn],
      validationRecordFqdns: [one(types.record, "edge-validation-api.example.com").urn],
    });
  });

  it("have no further names where there is one", async () => {
    const { inputs } = (
      await previewEdge({ ...args, certificate: { names: ["api.example.com"] } })
    ).one(types.certificate);

    assert.equal("subjectAlternativeNames" in inputs, false);
  });

  it("are proved by one record for a name and the wildcard below it, which is there in a preview", async () => {
    const names = ["*.api.example.com", "api.example.com", "*.example.com"];
    const { all } = await previewEdge({ ...args, certificate: { names } });

    assert.deepEqual(
      all(types.record).map(({ name, inputs }) => [name, inputs["type"]]),
      [
        ["edge-api.example.com", "A"],
        ["edge-validation-api.example.com", "CNAME"],
        ["edge-validation-example.com", "CNAME"],
      ],
    );
  });

  it("are proved by what ACM asks for each domain, in whatever order it names them", async () => {
    const domains = ["shop.example.com", "api.example.com", "a.example.com", "b.example.com"];
    const names = [...domains.slice(0, 3), "*.api.example.com", "*.b.example.com"];
    const { created } = await deployEdge({ ...args, certificate: { names } }, ({ dnsName }) => ({
      dnsName,
    }));

    for (const domain of domains) {
      const record = created[`${types.record} edge-validation-${domain}`];
      assert.deepEqual({ ...record }, proofOf(domain));
    }
    assert.deepEqual(
      created[`${types.validation} edge`]?.["validationRecordFqdns"],
      domains.map((domain) => proofOf(domain).name.slice(0, -1)),
    );
  });

  it("leave the records to who has them already", async () => {
    const certificate = { ...args.certificate, validationRecords: false };
    const { all, one } = await previewEdge({ ...args, certificate, cdn });

    assert.deepEqual(
      all(types.record)
        .map(({ name }) => name)
        .filter((name) => name.includes("validation")),
      ["edge-validation-static.example.com"],
    );
    assert.equal("validationRecordFqdns" in one(types.validation, "edge").inputs, false);
    assert.equal("validationRecordFqdns" in one(types.validation, "edge-cdn").inputs, true);
  });

  it("stand in us-east-1 for a distribution", async () => {
    const { one } = await previewEdge({ ...args, cdn });

    assert.deepEqual(one(types.certificate, "edge-cdn").inputs, {
      domainName: "static.example.com",
      region: "us-east-1",
      tags: { Name: "static.example.com" },
      validationMethod: "DNS",
    });
    assert.equal(one(types.validation, "edge-cdn").inputs["region"], "us-east-1");
    assert.deepEqual(one(types.validation, "edge-cdn").propertyDependencies, {
      certificateArn: [one(types.certificate, "edge-cdn").urn],
      validationRecordFqdns: [one(types.record, "edge-validation-static.example.com").urn],
    });
  });

  it("share the record of a domain that both are for", async () => {
    const names = ["api.example.com", "static.example.com"];
    const { all, one } = await previewEdge({ ...args, certificate: { names }, cdn });

    const { urn } = one(types.record, "edge-validation-static.example.com");
    assert.equal(all(types.record).filter(({ name }) => name.includes("validation")).length, 2);
    assert.deepEqual(
      one(types.validation, "edge-cdn").propertyDependencies["validationRecordFqdns"],
      [urn],
    );
  });
});

describe("The names of an Edge", () => {
  it("lead to the load balancer", async () => {
    const { one } = await previewEdge(args);

    const { inputs, propertyDependencies, options } = one(types.record, "edge-api.example.com");
    assert.deepEqual(inputs, {
      aliases: [{ evaluateTargetHealth: false, name: unknown, zoneId: unknown }],
      name: "api.example.com",
      type: "A",
      zoneId: "Z123",
    });
    assert.deepEqual(propertyDependencies["aliases"], [one(types.loadBalancer).urn]);
    assert.equal(options.deleteBeforeReplace, true);
  });

  it("lead there each", async () => {
    const { created, found } = await deployEdge(
      {
        ...args,
        hostnames: ["api.example.com", "app.example.com"],
        certificate: { names: ["*.example.com"] },
      },
      ({ dnsName }) => ({ dnsName }),
    );

    for (const hostname of ["api.example.com", "app.example.com"]) {
      const [alias] = created[`${types.record} edge-${hostname}`]?.["aliases"] as [
        Record<string, unknown>,
      ];
      assert.equal(alias["name"], found.dnsName);
      assert.match(String(alias["zoneId"]), /^Z[0-9A-F]{12}$/);
    }
  });

  it("lead to the distribution for addresses of both kinds", async () => {
    const { one } = await previewEdge({ ...args, cdn });

    for (const [name, type] of [
      ["edge-static.example.com", "A"],
      ["edge-static.example.com-ipv6", "AAAA"],
    ] as const) {
      const { inputs, propertyDependencies } = one(types.record, name);
      assert.deepEqual(inputs, {
        aliases: [{ evaluateTargetHealth: false, name: unknown, zoneId: unknown }],
        name: "static.example.com",
        type,
        zoneId: "Z123",
      });
      assert.deepEqual(propertyDependencies["aliases"], [one(types.distribution).urn]);
    }
  });

  it("are asked for their health from outside", async () => {
    const { inputs } = (await previewEdge(checked)).one(types.healthCheck);

    assert.deepEqual(inputs, {
      enableSni: true,
      failureThreshold: 3,
      fqdn: "api.example.com",
      port: 443,
      requestInterval: 30,
      resourcePath: "/api/v1/health",
      tags: { Name: "shop-production" },
      type: "HTTPS",
    });
  });

  it("are asked as often as told", async () => {
    const healthCheck = {
      hostname: "api.example.com",
      path: "/",
      intervalSeconds: 10,
      failureThreshold: 2,
    } as const;
    const { inputs } = (await previewEdge({ ...args, healthCheck })).one(types.healthCheck);

    assert.equal(inputs["requestInterval"], 10);
    assert.equal(inputs["failureThreshold"], 2);
  });

  it("lead nowhere else because of a check alone", async () => {
    const { inputs } = (await previewEdge(checked)).one(types.record, "edge-api.example.com");

    assert.deepEqual(Object.keys(inputs), ["aliases", "name", "type", "zoneId"]);
  });

  for (const role of ["PRIMARY", "SECONDARY"] as const) {
    it(`lead here as the ${role.toLowerCase()} of two regions`, async () => {
      const hostname = "eu-west-1.api.example.com";
      const { one } = await previewEdge({ ...checked, failover: { role, hostname } });

      const { inputs, propertyDependencies } = one(types.record, "edge-api.example.com");
      assert.deepEqual(inputs["failoverRoutingPolicies"], [{ type: role }]);
      assert.equal(inputs["setIdentifier"], "eu-west-1");
      assert.deepEqual(inputs["healthCheckId"], unknown);
      assert.deepEqual(propertyDependencies["healthCheckId"], [one(types.healthCheck).urn]);
    });
  }

  it("are asked under a name of the region, which leads nowhere else", async () => {
    const { one } = await previewEdge(primary);

    const { inputs } = one(types.record, "edge-eu-west-1.api.example.com");
    assert.equal(one(types.healthCheck).inputs["fqdn"], "eu-west-1.api.example.com");
    assert.deepEqual(inputs, {
      aliases: [{ evaluateTargetHealth: false, name: unknown, zoneId: unknown }],
      name: "eu-west-1.api.example.com",
      type: "A",
      zoneId: "Z123",
    });
  });
});
