import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installedOrSkip } from "../installed";
import type { Complaint, Place } from "./complaint";
import { Reading } from "./reading";

/** What the schema of a type is compiled to: it tells whether data is valid, and keeps what is wrong. */
interface Validator {
  (data: unknown): boolean;
  readonly errors?: readonly Wrong[] | null;
}

interface Wrong {
  /** A JSON pointer. */
  readonly instancePath: string;
  /** The word of the schema that is not kept. */
  readonly keyword: string;
  readonly params: object;
}

const folder = "node_modules/@kubernetes-models/external-secrets/_schemas";
const prefix = "ComGithubExternalSecretsExternalSecretsApisExternalsecrets";

/** The installation of External Secrets' types; without one the tests are skipped. */
export function externalSecretsOrSkip(context: Mocha.Context): ExternalSecrets {
  return new ExternalSecrets(installedOrSkip(context, "external-secrets-models"));
}

/** The types of External Secrets, with schemas made from the project's own declarations. */
export class ExternalSecrets {
  constructor(private readonly directory: string) {}

  /** Holds an object against the schema of its type; undefined where it is of none of these types. */
  async check(
    object: Readonly<Record<string, unknown>>,
  ): Promise<readonly Complaint[] | undefined> {
    const [group, version = ""] = String(object["apiVersion"]).split("/");
    if (group !== "external-secrets.io") return undefined;
    const name = `${prefix}${version.toUpperCase()}${String(object["kind"])}.js`;
    const file = join(this.directory, folder, name);
    if (!existsSync(file)) return undefined;
    const { validate } = (await import(pathToFileURL(file).href)) as { validate: Validator };
    // A proxy may not stand in for what is frozen.
    const reading = new Reading(structuredClone(object));
    validate(reading.observed);
    return [...(validate.errors ?? []).map(complaintOf), ...reading.unread().map(unknownOf)];
  }
}

function complaintOf({ instancePath, keyword, params }: Wrong): Complaint {
  const [, ...steps] = instancePath.split("/");
  const path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { path, message: `breaks ${keyword} ${JSON.stringify(params)}` };
}

function unknownOf(path: Place): Complaint {
  return { path, message: "is a property that the schema does not have" };
}
