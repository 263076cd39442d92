import type { Rule } from "./rule";
import {
  certificateKeyStrong,
  certificateNamed,
  certificateRenewed,
  certificateTransparent,
} from "./rules/certificate";
import { distributionFirewalled, distributionLogged } from "./rules/distribution";
import {
  distributionOriginAccessControlled,
  distributionOriginTls,
  distributionRootObject,
} from "./rules/distribution-origin";
import {
  distributionCertificateOwn,
  distributionHeadersSet,
  distributionTlsCurrent,
  distributionViewersHttps,
} from "./rules/distribution-viewer";
import {
  firewallBlocks,
  firewallManagedRulesApplied,
  firewallMetered,
  firewallRateLimited,
  firewallRulesSet,
} from "./rules/firewall";
import { firewallLogged, firewallRegion } from "./rules/firewall-place";
import {
  loadBalancerAccessLogged,
  loadBalancerCrossZone,
  loadBalancerDeletionProtected,
  loadBalancerExposureDeclared,
  loadBalancerFirewalled,
  loadBalancerMalformedRefused,
  loadBalancerZones,
} from "./rules/load-balancer";
import {
  loadBalancerHeadersSet,
  loadBalancerHttpRedirected,
  loadBalancerTlsCurrent,
} from "./rules/load-balancer-listener";
import { responseHeadersSecure } from "./rules/response-headers";
import {
  targetGroupEncrypted,
  targetGroupHealthChecked,
  targetGroupNotSticky,
} from "./rules/target-group";
import { zoneQueriesLogged, zoneSigned } from "./rules/zone";

/** The rules about what the internet sees of a system, sorted by id. */
export const edgeRules: readonly Rule[] = [
  certificateKeyStrong,
  certificateNamed,
  certificateRenewed,
  certificateTransparent,
  distributionCertificateOwn,
  distributionFirewalled,
  distributionHeadersSet,
  distributionLogged,
  distributionOriginAccessControlled,
  distributionOriginTls,
  distributionRootObject,
  distributionTlsCurrent,
  distributionViewersHttps,
  firewallBlocks,
  firewallLogged,
  firewallManagedRulesApplied,
  firewallMetered,
  firewallRateLimited,
  firewallRegion,
  firewallRulesSet,
  loadBalancerAccessLogged,
  loadBalancerCrossZone,
  loadBalancerDeletionProtected,
  loadBalancerExposureDeclared,
  loadBalancerFirewalled,
  loadBalancerHeadersSet,
  loadBalancerHttpRedirected,
  loadBalancerMalformedRefused,
  loadBalancerTlsCurrent,
  loadBalancerZones,
  responseHeadersSecure,
  targetGroupEncrypted,
  targetGroupHealthChecked,
  targetGroupNotSticky,
  zoneQueriesLogged,
  zoneSigned,
];
