import type { Keys } from "../components/keys";
import type { SecretsArgs, SuppliedValues } from "../components/secrets";
import type { KeyDomain } from "../spec/keys";
import type { Spec } from "../spec/spec";
import { isProtected } from "./place";
import { recoveryRegionOf } from "./recovery";
import { whereSet } from "./where-set";

/** The application's secrets, with what the operator supplies. */
export function secretsArgs(
  spec: Spec,
  keys: Keys<KeyDomain>,
  supplied: SuppliedValues,
): SecretsArgs {
  return {
    ...spec.secrets,
    ...whereSet("replicaRegion", recoveryRegionOf(spec)),
    ...whereSet("replicaKeyArn", keys.replicaArns["secrets"]),
    namePrefix: `${spec.system}/${spec.environment}`,
    keyArn: keys.arns.secrets,
    supplied,
    deletionProtection: isProtected(spec),
  };
}
