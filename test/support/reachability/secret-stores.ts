import type { Deployed } from "./deployed";
import type { Graph } from "./graph";
import { at, listAt, parsed, recordAt, textAt, textsAt } from "./read";
import { mayTakeOn, roleOfPods } from "./roles";
import { readersOf, secretsOf } from "./secrets";

const role = "aws:iam/role:Role";

/** The role by which the store reads that an ExternalSecret names; in its place, what is missing on the way. */
export function readerFor(graph: Graph, { inputs }: Deployed): Deployed | string {
  const namespace = textAt(inputs, "metadata", "namespace");
  const reference = at(inputs, "spec", "secretStoreRef");
  const store = graph
    .ofKind("SecretStore")
    .find(
      (each) =>
        textAt(reference, "kind") === "SecretStore" &&
        textAt(each.inputs, "metadata", "namespace") === namespace &&
        textAt(each.inputs, "metadata", "name") === textAt(reference, "name"),
    );
  if (store === undefined) return `no store serves ${namespace}`;
  const arn = textAt(store.inputs, "spec", "provider", "aws", "role");
  if (!isAdmitted(graph, namespace, arn)) return "the API server refuses the store";
  const reader = graph.named(role, arn);
  const isTaken = reader !== undefined && mayBeTakenOn(graph, reader);
  return isTaken ? reader : `the controller may not take on the role of ${namespace}`;
}

/**
 * The names of the secrets that somebody can have fetched into a namespace who may make there whatever External Secrets
 * has.
 */
export function fetchableIn(graph: Graph, namespace: string): readonly string[] {
  const readers = graph
    .ofType(role)
    .filter((each) => mayBeTakenOn(graph, each))
    .filter(({ outputs }) => isAdmitted(graph, namespace, textAt(outputs, "arn")))
    .map(({ name }) => name);
  const own = controllerRoleOf(graph)?.name ?? "";
  return secretsOf(graph)
    .filter((secret) =>
      readersOf(graph, secret).some((reader) => [...readers, own].includes(reader)),
    )
    .map(({ name }) => name);
}

function mayBeTakenOn(graph: Graph, reader: Deployed): boolean {
  const controller = controllerRoleOf(graph);
  return controller !== undefined && mayTakeOn(graph, controller, reader);
}

/** The role of the pods that copy secrets into the cluster. */
function controllerRoleOf(graph: Graph): Deployed | undefined {
  const release = graph
    .ofKind("Release")
    .find(({ inputs }) => inputs["chart"] === "external-secrets");
  const account = textAt(release?.inputs, "values", "serviceAccount", "name");
  return roleOfPods(graph, textAt(release?.inputs, "namespace"), account);
}

/** Whether the API server lets stores in that read by a role: it refuses them where a policy says so that is bound. */
function isAdmitted(graph: Graph, namespace: string, roleArn: string): boolean {
  return boundPolicies(graph).every(({ inputs }) => {
    const rules = listAt(inputs, "spec", "validations").map((each) => textAt(each, "expression"));
    if (!rules.every((rule) => rule.split(/\s*&&\s*/).includes(ofItsNamespace)))
      throw new Error(`the model does not know what ${rules.join(" and ")} admits`);
    const roles = listAt(inputs, "spec", "variables").find((each) => at(each, "name") === "roles");
    return recordAt(parsed(at(roles, "expression")))[namespace] === roleArn;
  });
}

const ofItsNamespace =
  "object.spec.provider.aws.role == variables.roles[object.metadata.namespace]";

/** The policies that say which stores the API server refuses. */
function boundPolicies(graph: Graph): readonly Deployed[] {
  const bound = graph
    .ofKind("ValidatingAdmissionPolicyBinding")
    .filter(({ inputs }) => textsAt(inputs, "spec", "validationActions").includes("Deny"))
    .map(({ inputs }) => textAt(inputs, "spec", "policyName"));
  return graph
    .ofKind("ValidatingAdmissionPolicy")
    .filter(({ inputs }) => bound.includes(textAt(inputs, "metadata", "name")))
    .filter(({ inputs }) =>
      listAt(inputs, "spec", "matchConstraints", "resourceRules").some((rule) =>
        ["secretstores", "clustersecretstores"].every((kind) =>
          textsAt(rule, "resources").includes(kind),
        ),
      ),
    );
}
