import { all, type Judgement, pass, undecided } from "../judgement";
import { mustBe } from "../must";
import type { Property } from "../property";
import type { Stack, StackResource } from "../stack";
import { isReplica } from "./database-replica";
import { named } from "./title";

const databaseTypes = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"];

/** The database that the input `key` names must encrypt its storage, where the stack has it. */
export function sourceMustBeEncrypted(copy: StackResource, key: string, stack: Stack): Judgement {
  const reference = copy.at(key);
  const stated = stack.referredBy(copy, key, ...databaseTypes);
  const sources =
    stated.length > 0
      ? stated
      : stack.ofType(...databaseTypes).filter((database) => isCalled(database, reference));
  if (sources.length === 0) {
    return undecided(`the encryption of the database that ${reference.path} names`);
  }
  return all(...sources.map((source) => named(source, mustEncrypt(source))));
}

/** A source that is a replica itself and does not say is judged by its own source. */
function mustEncrypt(source: StackResource): Judgement {
  const encrypted = source.at("storageEncrypted");
  return isReplica(source) && !encrypted.isSet ? pass : mustBe(encrypted, true);
}

/** By its identifier or its ARN, which ends with that. */
function isCalled(database: StackResource, { value }: Property): boolean {
  if (typeof value !== "string") return false;
  const identifiers = ["identifier", "clusterIdentifier"].map((key) => database.at(key).value);
  return identifiers.some((identifier) => identifier === value.split(":").at(-1));
}
