import type { ResourceDocument } from "../document";
import { nameOf } from "../engine/urn";

type Options = ResourceDocument["options"];

/** Each option of a resource in words; empty where it has nothing but defaults. */
const words: readonly ((options: Options) => string)[] = [
  ({ protect }) => (protect ? "protected" : ""),
  ({ retainOnDelete }) => (retainOnDelete ? "kept when it is deleted" : ""),
  ({ deleteBeforeReplace }) => (deleteBeforeReplace === true ? "deleted before replaced" : ""),
  ({ ignoreChanges }) => list("ignores changes of", ignoreChanges),
  ({ replaceOnChanges }) => list("replaced on changes of", replaceOnChanges),
  ({ additionalSecretOutputs }) => list("secret outputs", additionalSecretOutputs),
  ({ aliases }) => list("formerly", aliases),
  ({ importId }) => list("imported from", importId === "" ? [] : [importId]),
  ({ deletedWith }) => list("deleted with", deletedWith === "" ? [] : [nameOf(deletedWith)]),
  ({ customTimeouts }) =>
    list(
      "timeouts",
      Object.entries(customTimeouts).flatMap(([step, time]) =>
        time === "" ? [] : [`${step} ${time}`],
      ),
    ),
];

/** The options of a resource in a line: `protected, ignores changes of password`. */
export function showOptions(options: Options): string {
  return words
    .map((say) => say(options))
    .filter((text) => text !== "")
    .join("; ");
}

function list(label: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `${label} ${items.join(", ")}`;
}
