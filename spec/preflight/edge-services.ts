import { pathOf } from "../path";
import type { Problem } from "../problem";
import type { Spec } from "../spec";
import { found } from "./reference";
import { sectionRule } from "./rule";

type Edge = NonNullable<Spec["edge"]>;
type Entrance = Edge["services"][string];

/** Most characters of a label in the name of a target group: AWS takes 32, Pulumi adds 8 and the program `edge-`. */
const longestLabel = 19;

/**
 * Services that the load balancer reaches, each by requests of its own.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export const edgeServiceRules = [
  sectionRule("edge", [], ({ services }) =>
    Object.keys(services).length > 0
      ? []
      : [
          {
            path: "edge.services",
            rule: "must be one at least",
            fix: "add one of services, or remove edge (null in overrides)",
          },
        ],
  ),
  sectionRule("edge", ["services"], ({ services: entrances }, { services }) =>
    Object.keys(entrances).flatMap((name) =>
      found({
        path: pathOf(["edge", "services", name]),
        name,
        section: "services",
        names: Object.keys(services),
      }),
    ),
  ),
  sectionRule("edge", ["services"], (edge, { services }) => reachable(edge, services)),
  sectionRule("edge", [], ({ services }) => Object.keys(services).flatMap(label)),
  sectionRule("edge", [], ({ services, hostnames }) =>
    Object.entries(services).flatMap(([name, { host }]) =>
      found({
        path: `edge.services.${name}.host`,
        name: host,
        section: "edge.hostnames",
        names: hostnames,
      }),
    ),
  ),
  sectionRule("edge", [], ({ services }) => Object.entries(services).flatMap(patient)),
  sectionRule("edge", [], ({ services }) => inTurn(Object.entries(services))),
];

function reachable({ appPorts, services: entrances }: Edge, services: Spec["services"]) {
  const { from, to } = appPorts;
  if (from > to) return [];
  return Object.entries(services)
    .filter(([name, { port }]) => Object.hasOwn(entrances, name) && (port < from || port > to))
    .map(([name, { port }]) => ({
      path: `services.${name}.port`,
      value: port,
      rule: `must be from ${from} to ${to} of edge.appPorts, which the load balancer reaches`,
      fix: "write one of these, or widen edge.appPorts",
    }));
}

function label(name: string): readonly Problem[] {
  if (name.length <= longestLabel && !name.includes("--")) return [];
  return [
    {
      path: `edge.services.${name}`,
      rule: `must have a name of at most ${longestLabel} characters without double hyphens, for its target group is called like it`,
      fix: "rename the service",
    },
  ];
}

function patient([name, { health }]: readonly [string, Entrance]): readonly Problem[] {
  const { intervalSeconds, timeoutSeconds } = health;
  if (timeoutSeconds < intervalSeconds) return [];
  return [
    {
      path: `edge.services.${name}.health.timeoutSeconds`,
      value: timeoutSeconds,
      rule: `must be less than intervalSeconds ${intervalSeconds}`,
      fix: `lower it to ${intervalSeconds - 1} or less`,
    },
  ];
}

/** Requests go to the first that matches: what another before matches too never comes further. */
function inTurn(entries: readonly (readonly [name: string, entrance: Entrance])[]) {
  return entries.flatMap(([name, entrance], index): readonly Problem[] => {
    const path = `edge.services.${name}.priority`;
    const value = entrance.priority;
    const [same] =
      entries.slice(0, index).find(([, { priority }]) => priority === entrance.priority) ?? [];
    if (same !== undefined) {
      const rule = `must be another than that of ${same}`;
      return [{ path, value, rule, fix: "give each a number of its own" }];
    }
    const [before, first] = entries.find(([, other]) => hides(other, entrance)) ?? [];
    if (first === undefined) return [];
    return [
      {
        path,
        value,
        rule: `must be before ${first.priority} of ${String(before)}, which takes all of ${first.host}${first.path}`,
        fix:
          first.path === entrance.path
            ? "give one of them another path"
            : `write a number below ${first.priority}`,
      },
    ];
  });
}

function hides(other: Entrance, entrance: Entrance): boolean {
  const below = other.path === "/" ? "/" : `${other.path}/`;
  return (
    other.priority < entrance.priority &&
    other.host === entrance.host &&
    (entrance.path === other.path || entrance.path.startsWith(below))
  );
}
