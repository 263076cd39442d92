import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { isCredentialName } from "./credential-name";
import { isCredential } from "./kubernetes-credential";
import { keyOf } from "./kubernetes-selector";
import { withPatches } from "./pod-workload";

export const kubernetesConfigMapPlain = resourceRule({
  id: "kubernetes-config-map-plain",
  requires: "No password, token or key stands in a ConfigMap.",
  why: "A ConfigMap is shown to whoever may look at the namespace, and is not encrypted as secrets are.",
  fix: "Put it into Secrets Manager, and have an ExternalSecret fetch it.",
  severity: "critical",
  standards: {},
  types: withPatches("core/v1:ConfigMap"),
  exemptible: true,
  check: (map) => {
    const data = [map.at("data"), map.at("binaryData")];
    return all(
      ...data.flatMap((entries) =>
        entries.entries.map((entry) => mustBePlain(entry, keyOf(entry, entries))),
      ),
      ...data.filter(({ isUnknown }) => isUnknown).map(({ path }) => undecided(path)),
      pass,
    );
  },
});

/** What the program made a secret of is one, whatever it is called. */
function mustBePlain(entry: Property, name: string): Judgement {
  const failure = fail(`${entry.path} must stand in a secret, got a value that is not shown`);
  if (entry.isSecret === true) return failure;
  if (entry.isUnknown) return isCredentialName(name) ? undecided(entry.path) : pass;
  return entry.isSet && isCredential(name, String(entry.value)) ? failure : pass;
}

export const kubernetesSecretExternal = resourceRule({
  id: "kubernetes-secret-external",
  requires: "Secrets of the cluster are fetched from Secrets Manager, not written by the program.",
  why: "A value that the program writes is in its state too, and nothing changes it when it is rotated.",
  fix: "Create an ExternalSecret, of external-secrets.io/v1, in place of the Secret.",
  severity: "high",
  standards: {},
  types: withPatches("core/v1:Secret"),
  settings: {
    allowedTypes: {
      kind: "texts",
      description: "Types of secrets that the program may write.",
      form: "types of secrets, such as kubernetes.io/tls",
      pattern: "^[A-Za-z0-9./-]+$",
      default: [],
      stricter: "fewer",
    },
  },
  exemptible: true,
  check: (secret, { allowedTypes }) => {
    const type = secret.at("type");
    const { value = "Opaque" } = type;
    if (!type.isUnknown && allowedTypes.some((allowed) => allowed === value)) {
      return notApplicable("configuration lets the program write secrets of its type");
    }
    const judgement = all(...["data", "stringData"].map((key) => mustBeEmpty(secret.at(key))));
    return allowedTypes.length > 0 ? given(type, judgement) : judgement;
  },
});

function mustBeEmpty(data: Property): Judgement {
  if (data.isUnknown) return undecided(data.path);
  return data.entries.length === 0
    ? pass
    : fail(`${data.path} must be empty, got values that are not shown`);
}
