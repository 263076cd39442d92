import {
  kubernetesIngressTls,
  kubernetesServiceInternal,
} from "../../../policies/rules/kubernetes-entrance";
import { unknown } from "../kit";
import { suite } from "../suite";

describe("kubernetes-service-internal", () => {
  const service = (type: unknown, more = {}) => ({ spec: { type, ...more } });
  const rule = suite(kubernetesServiceInternal, "kubernetes:core/v1:Service", service("ClusterIP"));
  rule.passes("passes one that is reached from within", {});
  rule.passes("passes the default", { spec: {} });
  rule.passes("passes a name for something outside", service("ExternalName"));
  for (const type of ["LoadBalancer", "NodePort"]) {
    rule.fails(
      `fails when it is a ${type}`,
      service(type),
      `spec.type must be "ClusterIP", got "${type}"`,
    );
  }
  rule.fails(
    "fails when it takes addresses from outside",
    service("ClusterIP", { externalIPs: ["203.0.113.7"] }),
    'spec.externalIPs must be empty, got ["203.0.113.7"]',
  );
  rule.isUndecided(
    "is undecided while it is not known",
    service(unknown, { externalIPs: unknown }),
    "spec.externalIPs",
    "spec.type",
  );
});

describe("kubernetes-ingress-tls", () => {
  const type = "kubernetes:networking.k8s.io/v1:Ingress";
  const serving = (tls: unknown, ...hosts: readonly unknown[]) => ({
    spec: { tls, rules: hosts.map((host) => ({ host })) },
  });
  const rule = suite(
    kubernetesIngressTls,
    type,
    serving([{ hosts: ["api.example.com", "*.app.example.com"] }], "api.example.com"),
  );
  const annotated = (arn: unknown) => ({
    metadata: { annotations: { "alb.ingress.kubernetes.io/certificate-arn": arn } },
    spec: {},
  });
  rule.passes("passes a host with a certificate", {});
  rule.passes(
    "passes a host under a wildcard",
    serving([{ hosts: ["*.app.example.com"] }], "a.app.example.com"),
  );
  rule.passes(
    "passes a certificate for all hosts",
    serving([{ secretName: "tls" }], "a.example.com"),
  );
  rule.passes("passes a certificate at the load balancer", annotated("arn:aws:acm:..."));
  rule.fails("fails when there is none", serving([], "a.example.com"), "spec.tls must be set");
  rule.fails(
    "fails when it is for other hosts",
    serving([{ hosts: ["api.example.com"] }], "api.example.com", "b.a.app.example.com"),
    'spec.rules[1].host must be in spec.tls, got "b.a.app.example.com"',
  );
  rule.isUndecided("is undecided while none is known", serving(unknown, "a"), "spec.tls");
  rule.isUndecided(
    "is undecided while a host is not known",
    serving([{ hosts: ["api.example.com"] }], unknown),
    "spec.rules[0].host",
  );
  rule.isUndecided(
    "is undecided while the hosts of a certificate are not known",
    serving([{ hosts: unknown }], "api.example.com"),
    "spec.tls[0].hosts",
  );
  rule.isUndecided(
    "is undecided while the certificate at the load balancer is not known",
    annotated(unknown),
    "metadata.annotations.alb.ingress.kubernetes.io/certificate-arn",
  );
  suite(kubernetesIngressTls, `${type}Patch`, { spec: {} }).passes(
    "passes a patch that leaves it as it is",
    {},
  );
});
