import { all, any, fail, type Judgement, pass, undecided } from "../judgement";
import { must } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";
import { withPatches } from "./pod-workload";

export const kubernetesServiceInternal = resourceRule({
  id: "kubernetes-service-internal",
  requires: "Services are reached from within the cluster alone.",
  why: "A LoadBalancer or a NodePort is an entrance that nobody put a certificate, a firewall or logs at, and that no program owns.",
  fix: "Set type to ClusterIP, and register the pods at the load balancer by a TargetGroupBinding.",
  severity: "high",
  standards: {},
  types: withPatches("core/v1:Service"),
  exemptible: true,
  check: (service) => {
    const spec = service.at("spec");
    const addresses = spec.at("externalIPs");
    return all(
      must(spec.at("type"), 'be "ClusterIP"', (value) =>
        [undefined, "ClusterIP", "ExternalName"].some((type) => type === value),
      ),
      addresses.isUnknown ? undecided(addresses.path) : mustBeEmpty(addresses),
    );
  },
});

function mustBeEmpty(list: Property): Judgement {
  return list.items.length === 0 ? pass : fail(`${list.path} must be empty, ${list.finding}`);
}

/** How an ingress of a load balancer of AWS says which certificate it has. */
const certificate = "alb.ingress.kubernetes.io/certificate-arn";

export const kubernetesIngressTls = resourceRule({
  id: "kubernetes-ingress-tls",
  requires: "Every host of an Ingress is served by TLS.",
  why: "Without it passwords and sessions cross the internet in plain text.",
  fix: `Name every host in spec.tls, or set the annotation ${certificate}.`,
  severity: "high",
  standards: {},
  types: withPatches("networking.k8s.io/v1:Ingress"),
  exemptible: true,
  check: (ingress) => {
    const own = ingress.at("metadata").at("annotations").at(certificate);
    if (own.isSet) return own.isUnknown ? undecided(own.path) : pass;
    const spec = ingress.at("spec");
    const [tls, rules] = [spec.at("tls"), spec.at("rules")];
    const unknown = [tls, rules].find(({ isUnknown }) => isUnknown);
    if (unknown !== undefined) return undecided(unknown.path);
    if (tls.items.length === 0) return unlessPatch(ingress, fail(`${tls.path} must be set`));
    return all(...rules.items.map((rule) => mustBeServed(rule.at("host"), tls)), pass);
  },
});

function unlessPatch({ type }: Subject, judgement: Judgement): Judgement {
  return type.endsWith("Patch") ? pass : judgement;
}

/** An entry without hosts is for all of them. */
function mustBeServed(host: Property, tls: Property): Judgement {
  const entries = tls.items.map((entry): Judgement => {
    const hosts = entry.at("hosts");
    if (hosts.isUnknown) return undecided(hosts.path);
    return hosts.items.length === 0
      ? pass
      : any(
          hosts.items.map((name) => mustCover(name, host)),
          "",
        );
  });
  return any(entries, `${host.path} must be in ${tls.path}, ${host.finding}`);
}

function mustCover(name: Property, host: Property): Judgement {
  const unknown = [name, host].find(({ isUnknown }) => isUnknown);
  if (unknown !== undefined) return undecided(unknown.path);
  const wildcard = String(host.value).replace(/^[^.]+/, "*");
  return name.value === host.value || name.value === wildcard ? pass : fail("");
}
