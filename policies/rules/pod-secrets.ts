import { all, fail, type Judgement, pass, undecided } from "../judgement";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { isCredentialName } from "./credential-name";
import { isCredential, isSecretAlone } from "./kubernetes-credential";
import { judgeContainers } from "./pod-judge";
import { type Container, workloadTypes } from "./pod-workload";

export const podSecretsKeptOut = resourceRule({
  id: "pod-secrets-kept-out",
  requires: "No password, token or key stands in the variables or the command of a container.",
  why: "Whoever may look at pods reads it there, and it stays in the history of every version.",
  fix: "Have an ExternalSecret fetch it, and take the variable from that by valueFrom.secretKeyRef or a mounted file.",
  severity: "critical",
  standards: {},
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeContainers(resource, (container) =>
      all(
        mustHoldNone(container, "env", mustBePlain),
        mustHoldNone(container, "command", mustSayNone),
        mustHoldNone(container, "args", mustSayNone),
      ),
    ),
});

/** Judges each element of a container's list, with the list. */
function mustHoldNone(
  container: Container,
  key: string,
  judge: (element: Property, list: Property) => Judgement,
): Judgement {
  const list = container.at(key);
  if (list.isUnknown) return undecided(list.path);
  return all(...list.items.map((element) => judge(element, list)), pass);
}

function mustBePlain(variable: Property, variables: Property): Judgement {
  const [name, value] = [variable.at("name"), variable.at("value")];
  if (!value.isSet) return pass;
  if (isSecretAlone(value, variables)) return fail(found(value));
  const unknown = [name, value].filter(({ isUnknown }) => isUnknown);
  if (unknown.length > 0) return mustNotNameCredential(name, unknown);
  return isCredential(String(name.value), String(value.value)) ? fail(found(value)) : pass;
}

function mustNotNameCredential(name: Property, unknown: readonly Property[]): Judgement {
  const isPlain = !name.isUnknown && !isCredentialName(String(name.value));
  return isPlain ? pass : undecided(...unknown.map(({ path }) => path));
}

function mustSayNone(word: Property, words: Property): Judgement {
  if (isSecretAlone(word, words)) return fail(found(word));
  return !word.isUnknown && isCredential("", option(word)) ? fail(found(word)) : pass;
}

/** A word of a command without the hyphens before an option: `password=changeme` of `--password=changeme`. */
function option({ value }: Property): string {
  return String(value).replace(/^-+/, "");
}

function found({ path }: Property): string {
  return `${path} must come from a secret, got a value that is not shown`;
}
