import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { sectionRule } from "./rule";

type Edge = NonNullable<Spec["edge"]>;

/** Most characters of a certificate's first name, which is also its common name. */
const longestFirstName = 64;

/**
 * Names that lead to the stack: those that the hosted zone keeps and the certificates are for.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html
 */
export const edgeNameRules = [
  sectionRule("edge", ["hostedZoneId"], ({ zoneName }, { hostedZoneId }) =>
    hostedZoneId === undefined ? [noZone(zoneName)] : [],
  ),
  sectionRule("edge", [], (edge) => namesOf(edge).flatMap((named) => inside(named, edge.zoneName))),
  sectionRule("edge", [], ({ hostnames, certificateNames }) => [
    ...once("edge.hostnames", hostnames),
    ...once("edge.certificateNames", certificateNames),
  ]),
  sectionRule("edge", [], certified),
  sectionRule("edge", [], ({ certificateNames, cdn }) => [
    ...short("edge.certificateNames[0]", certificateNames[0], "begin with a shorter name"),
    ...short("edge.cdn.hostname", cdn?.hostname, "shorten it"),
  ]),
  sectionRule("edge", [], ownName),
];

function noZone(zoneName: string): Problem {
  return {
    path: "hostedZoneId",
    rule: `must be the id of the hosted zone ${zoneName} with edge, whose names stand there`,
    fix: "set it to what Route 53 shows for the zone, or remove edge (null in overrides)",
  };
}

/** Where the name of one region of two is written. */
const failoverPath = "edge.failover.hostname";

/** A name, and the path it was written at. */
interface Named {
  readonly path: string;
  readonly name: string;
}

function namesOf({ hostnames, certificateNames, cdn, failover }: Edge): readonly Named[] {
  return [
    ...numbered("edge.hostnames", hostnames),
    ...(failover === undefined ? [] : [{ path: failoverPath, name: failover.hostname }]),
    ...numbered("edge.certificateNames", certificateNames),
    ...(cdn === undefined ? [] : [{ path: "edge.cdn.hostname", name: cdn.hostname }]),
  ];
}

function numbered(path: string, names: readonly string[]): readonly Named[] {
  return names.map((name, index) => ({ path: `${path}[${index}]`, name }));
}

function inside({ path, name }: Named, zoneName: string): readonly Problem[] {
  const bare = name.replace(/^\*\./, "");
  if (bare === zoneName || bare.endsWith(`.${zoneName}`)) return [];
  return [
    {
      path,
      value: name,
      rule: `must lie in edge.zoneName ${zoneName}, where its records are made`,
      fix: `write ${zoneName} or a name that ends with .${zoneName}`,
    },
  ];
}

function once(path: string, names: readonly string[]): readonly Problem[] {
  return numbered(path, names)
    .filter(({ name }, index) => names.indexOf(name) !== index)
    .map((repeated) => ({
      path: repeated.path,
      value: repeated.name,
      rule: "must name each once",
      fix: "remove it",
    }));
}

/** The first label of a wildcard stands for one label, and not for none. */
function certified({ hostnames, certificateNames, failover }: Edge): readonly Problem[] {
  const further = failover === undefined ? [] : [{ path: failoverPath, name: failover.hostname }];
  return [...numbered("edge.hostnames", hostnames), ...further]
    .filter(({ name }) => {
      const wildcard = name.replace(/^[^.]+/, "*");
      return !certificateNames.includes(name) && !certificateNames.includes(wildcard);
    })
    .map(({ path, name }) => ({
      path,
      value: name,
      rule: `must be a name of the certificate: ${certificateNames.join(", ")}`,
      fix: `add ${name} to edge.certificateNames`,
    }));
}

function short(path: string, name: string | undefined, fix: string): readonly Problem[] {
  if (name === undefined || name.length <= longestFirstName) return [];
  return [
    {
      path,
      value: name,
      rule: `must have at most ${longestFirstName} characters, not ${name.length}, as the first name of a certificate`,
      fix,
    },
  ];
}

function ownName({ hostnames, cdn, failover }: Edge): readonly Problem[] {
  const others = failover === undefined ? hostnames : [...hostnames, failover.hostname];
  return [
    ...besides("edge.cdn.hostname", cdn?.hostname, {
      others,
      rule: "must be none of edge.hostnames, which lead to the load balancer",
      fix: "write a name of its own such as static.example.com",
    }),
    ...besides(failoverPath, failover?.hostname, {
      others: hostnames,
      rule: "must be none of edge.hostnames, which may lead to the other region",
      fix: "write a name of the region alone such as eu-west-1.api.example.com",
    }),
  ];
}

function besides(
  path: string,
  name: string | undefined,
  { others, rule, fix }: { others: readonly string[]; rule: string; fix: string },
): readonly Problem[] {
  return name === undefined || !others.includes(name) ? [] : [{ path, value: name, rule, fix }];
}
