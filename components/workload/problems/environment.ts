import { outsideOf, unless } from "../../problems/phrases";
import { secretsOf } from "../configuration";
import type { WorkloadSettings } from "../workload-settings";

/** What is wrong with the variables of the container. */
export function environmentProblems(settings: WorkloadSettings): readonly string[] {
  const { secretsRefreshMinutes } = settings;
  return [
    ...namesOf(settings).flatMap((name, index, names) => variableProblems(name, index, names)),
    ...outsideOf("secretsRefreshMinutes", secretsRefreshMinutes, 1, 10_080),
    ...Object.entries(secretsOf(settings)).flatMap(([name, { key, overlapMinutes = Infinity }]) => [
      ...unless(key !== "", `secrets.${name}.key must be a key of the secret, got nothing`),
      ...unless(
        secretsRefreshMinutes < overlapMinutes,
        `secretsRefreshMinutes must be less than the ${overlapMinutes} for which ${name} stays good, got ${secretsRefreshMinutes}`,
      ),
    ]),
  ];
}

/** What is wrong with the files of the container. */
export function fileProblems({ files }: WorkloadSettings): readonly string[] {
  return Object.keys(files).flatMap((name) =>
    unless(
      /^(?!\.(\.|$))[\w.-]{1,253}$/.test(name),
      `files must be named by letters, digits, hyphens, dots and _, not .. first, got ${name}`,
    ),
  );
}

/** Every name as often as it is given. */
function namesOf({ environment, secrets, connectsTo }: WorkloadSettings): readonly string[] {
  const edges = connectsTo.flatMap((edge) => [edge.environment ?? {}, edge.secrets ?? {}]);
  return [environment, secrets, ...edges].flatMap((each) => Object.keys(each));
}

function variableProblems(
  name: string,
  index: number,
  names: readonly string[],
): readonly string[] {
  return [
    ...unless(
      /^[A-Za-z_]\w*$/.test(name),
      `variables must be named by letters, digits and _, no digit first, got ${name}`,
    ),
    ...unless(
      names.indexOf(name) === index,
      `variables must be given once among environment, secrets and edges, got ${name} again`,
    ),
  ];
}
