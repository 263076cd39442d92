import { isData, type Data } from "../../../preview/engine/wire";
import type { CfnLint } from "./cfn-lint";
import { stepsOf } from "./paths";

/** AWS's resource schemas of a region, as cfn-lint carries them. */
export class Schemas {
  readonly #files: Readonly<Record<string, string>>;
  readonly #read = new Map<string, Data>();

  constructor(
    private readonly cfnLint: CfnLint,
    readonly region: string,
  ) {
    const provider = (name: string) =>
      cfnLint.data(`schemas/providers/${name}.json`) as Record<string, string>;
    this.#files = { ...provider(region), ...provider("sam") };
  }

  /** Tells whether the region has a type. */
  has(type: string): boolean {
    return type in this.#files;
  }

  /** Tells whether a type has a property: `ReplicaRegions[].Region`. */
  hasProperty(type: string, path: string): boolean {
    const schema = this.schemaOf(type);
    return (
      stepsOf(path).reduce<readonly Data[]>(
        (found, step) => found.flatMap((one) => below(one, step, schema)),
        [schema],
      ).length > 0
    );
  }

  /** The properties of a type that cannot change after its creation, as paths: `EncryptionInfo.EncryptionAtRest`. */
  createOnly(type: string): readonly string[] {
    const pointers = (this.schemaOf(type)["createOnlyProperties"] ?? []) as readonly string[];
    return pointers.map((pointer) =>
      pointer.replace("/properties/", "").replaceAll("/*", "[]").replaceAll("/", "."),
    );
  }

  private schemaOf(type: string): Data {
    const file = this.#files[type];
    if (file === undefined) throw new Error(`${this.region} has no ${type}`);
    const schema = this.#read.get(file) ?? this.cfnLint.data(`schemas/resources/${file}.json`);
    this.#read.set(file, schema as Data);
    return schema as Data;
  }
}

/** The schemas of a property, or of the elements, below a schema; several where it has alternatives. */
function below(schema: Data, step: string, root: Data): readonly Data[] {
  const found = resolve(schema, root).flatMap((one) => {
    if (step === "[]") return [one["items"]];
    const named = isData(one["properties"]) ? one["properties"][step] : undefined;
    const patterns = Object.entries(
      isData(one["patternProperties"]) ? one["patternProperties"] : {},
    );
    const matching = patterns.filter(([pattern]) => new RegExp(pattern, "u").test(step));
    return [named, ...matching.map(([, matched]) => matched)];
  });
  return found.filter(isData);
}

/** The schema itself where it says what it is, else what it refers to or chooses from. */
function resolve(schema: Data, root: Data): readonly Data[] {
  const reference = schema["$ref"];
  const referred = typeof reference === "string" ? [at(root, reference)] : [];
  const choices = [schema["anyOf"], schema["oneOf"], schema["allOf"]].flatMap((choice) =>
    Array.isArray(choice) ? (choice as Data[]) : [],
  );
  return [schema, ...[...referred, ...choices].flatMap((one) => resolve(one, root))];
}

function at(root: Data, reference: string): Data {
  return reference
    .slice(2)
    .split("/")
    .reduce<Data>((place, key) => place[key] as Data, root);
}
