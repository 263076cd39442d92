import { shown, unless } from "../../problems/phrases";
import { brokersOf } from "../brokers";
import type { Settings } from "../broker-settings";

/** Properties that say how many copies there are of something, each on a broker of its own. */
const copies = [
  "default.replication.factor",
  "min.insync.replicas",
  "offsets.topic.replication.factor",
  "transaction.state.log.min.isr",
  "transaction.state.log.replication.factor",
];

/** What is wrong with the properties of the brokers. */
export function propertyProblems(settings: Settings): readonly string[] {
  const { serverProperties } = settings;
  return [
    ...Object.entries(serverProperties).flatMap(([name, value]) =>
      unless(
        /^[a-z][a-z.]*$/.test(name) && !/[\r\n]/.test(value),
        `${pathOf(name)} must be a property's name and a value of one line, got ${value}`,
      ),
    ),
    ...copies.flatMap((name) => countProblems(name, serverProperties[name], brokersOf(settings))),
  ];
}

function countProblems(name: string, value: string | undefined, most: number): readonly string[] {
  return unless(
    value === undefined || (/^[1-9]\d*$/.test(value) && Number(value) <= most),
    `${pathOf(name)} must be a whole number from 1 to ${most}, got ${shown(value)}`,
  );
}

function pathOf(name: string): string {
  return `serverProperties["${name}"]`;
}
