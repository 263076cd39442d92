import { fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given } from "../must";
import { stackRule } from "../rule";
import type { Stack, StackResource } from "../stack";
import { titleOf } from "./title";

const types = ["aws:route53/zone:Zone"];

export const zoneQueriesLogged = stackRule({
  id: "zone-queries-logged",
  requires: "The names that are looked up in public zones are logged.",
  why: "Who looks for holes looks for names first: the log shows what was tried before anything was asked of a server.",
  fix: "Create an aws.route53.QueryLog with the zone's id, and a log group in us-east-1.",
  severity: "low",
  standards: { securityHub: ["Route53.2"], checkov: ["CKV2_AWS_39"] },
  types,
  exemptible: true,
  level: "advisory",
  check: (zone, _settings, stack) =>
    ofPublic(zone, mustHave(zone, stack, "zoneId", "aws:route53/queryLog:QueryLog")),
});

export const zoneSigned = stackRule({
  id: "zone-signed",
  requires: "Public zones are signed by DNSSEC.",
  why: "An answer that is not signed can be forged on the way, and leads to somebody else's server; with the name goes the proof that certificates are issued on.",
  fix: "Create an aws.route53.KeySigningKey and an aws.route53.HostedZoneDnsSec of the zone, and give its DS record to the registrar.",
  severity: "low",
  standards: { checkov: ["CKV2_AWS_38"] },
  types,
  exemptible: true,
  level: "advisory",
  check: (zone, _settings, stack) => {
    const type = "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec";
    return ofPublic(zone, mustHave(zone, stack, "hostedZoneId", type));
  },
});

/** The judgement of a zone that the internet sees, not only the networks that it names. */
function ofPublic(zone: StackResource, judgement: Judgement): Judgement {
  const networks = zone.at("vpcs");
  if (networks.items.length > 0) return notApplicable("only networks of the account see it");
  return given(networks, judgement);
}

function mustHave(zone: StackResource, stack: Stack, path: string, type: string): Judgement {
  const { found, possible } = stack.referring(zone, path, type);
  if (found.length > 0) return pass;
  return possible.length > 0
    ? undecided(...possible.map((one) => `${path} of ${titleOf(one)}`))
    : fail(`the zone must have an ${type}, but none refers to it`);
}
