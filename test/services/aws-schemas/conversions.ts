import { isMark } from "../../../preview/requirements/path";

/** Values that Pulumi writes otherwise than CloudFormation does. */
const converters = {
  /** A text of JSON: what it says. */
  json: (value) => (typeof value === "string" ? (JSON.parse(value) as unknown) : value),
  /** One value: a list of it. */
  list: (value) => [value],
  /** An instance type of a service: the machine's own, `m7g.xlarge` of `kafka.m7g.xlarge`. */
  machine: (value) => String(value).replace(/^[a-z]+\./, ""),
  /** Names with values, `[{ name, value }]`: a record. */
  record: (value) => Object.fromEntries(itemsOf(value).map(({ name, value: is }) => [name, is])),
  /** Whether a load balancer is internal: its scheme. */
  scheme: (value) => (value === true ? "internal" : "internet-facing"),
  /** A record: tags, `[{ Key, Value }]`. */
  tags: (value) =>
    Object.entries(value as object).map(([key, is]) => ({ Key: key, Value: is as unknown })),
  /** The name of an IP protocol: its number. */
  protocol: (value) => protocols[String(value)] ?? value,
} satisfies Record<string, (value: unknown) => unknown>;

export type Conversion = keyof typeof converters;

const protocols: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17 };

/** The value as CloudFormation writes it; a mark of a secret or an unknown stays one. */
export function convert(value: unknown, conversion: Conversion | undefined): unknown {
  if (conversion === undefined) return value;
  const converter: (value: unknown) => unknown = converters[conversion];
  return isMark(value) && conversion !== "list" ? value : converter(value);
}

function itemsOf(value: unknown): readonly { name: string; value: unknown }[] {
  return value as readonly { name: string; value: unknown }[];
}
