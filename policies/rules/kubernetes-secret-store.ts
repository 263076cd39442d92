import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";
import { selectsAll } from "./kubernetes-selector";

const versions = ["v1", "v1beta1"];
const typesOf = (kind: string) =>
  versions.map((version) => `kubernetes:external-secrets.io/${version}:${kind}`);
const clusterTypes = typesOf("ClusterSecretStore");

export const kubernetesSecretStoreLimited = resourceRule({
  id: "kubernetes-secret-store-limited",
  requires:
    "Stores of External Secrets read AWS by an identity of their own, and serve no namespace but those that they name.",
  why: "Whoever may create an ExternalSecret has the store's secrets: those of all, where it reads by the controller's identity or serves everybody.",
  fix: "Create a SecretStore in each namespace with spec.provider.aws.role or auth, or name the namespaces in spec.conditions.",
  severity: "high",
  standards: {},
  types: [...clusterTypes, ...typesOf("SecretStore")],
  exemptible: true,
  check: (store) => {
    const ofAll = clusterTypes.includes(store.type) ? [mustNameNamespaces(store)] : [];
    const aws = store.at("spec").at("provider").at("aws");
    const ofAws = aws.isSet ? [mustHaveIdentity(aws)] : [];
    const judgements = [...ofAll, ...ofAws];
    return judgements.length > 0
      ? all(...judgements)
      : notApplicable("it serves one namespace, and reads from elsewhere than AWS");
  },
});

function mustHaveIdentity(aws: Property): Judgement {
  if (aws.isUnknown) return undecided(aws.path);
  const own = [aws.at("role"), aws.at("auth").at("jwt"), aws.at("auth").at("secretRef")];
  return own.some(({ isSet, value }) => isSet && value !== "")
    ? pass
    : fail(`${aws.path} must have a role, or an identity in auth`);
}

/** One condition that holds suffices for a namespace to be served. */
function mustNameNamespaces(store: Subject): Judgement {
  const conditions = store.at("spec").at("conditions");
  if (conditions.isUnknown) return undecided(conditions.path);
  return conditions.items.length > 0
    ? all(...conditions.items.map(mustNameSome))
    : fail(`${conditions.path} must name namespaces`);
}

function mustNameSome(condition: Property): Judgement {
  const selector = condition.at("namespaceSelector");
  const isOfAll = selector.isSet ? selectsAll(selector) : false;
  if (condition.isUnknown || isOfAll === undefined) return undecided(selector.path);
  return isOfAll ? fail(`${selector.path} must not select every namespace`) : pass;
}
