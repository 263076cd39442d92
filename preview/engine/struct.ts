import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { isData, type Data } from "./wire";

type JavaScript = Parameters<typeof Struct.fromJavaScript>[0];

/** The conversion of the library, which builds a message of every value. */
const fromJavaScript = Struct.fromJavaScript.bind(Struct);

/**
 * A message that keeps the data it was made of. In a preview hardly a message becomes bytes, and most of what one
 * costs is to build a message of every value in it and to read those back. Asked for its fields, it builds them.
 */
class PlainStruct extends Struct {
  #data: JavaScript | undefined;

  constructor(data: Data) {
    super();
    this.#data = copyOf(data);
  }

  /** The data, to be read alone. */
  override toJavaScript(): JavaScript {
    return this.#data ?? super.toJavaScript();
  }

  override getFieldsMap(): ReturnType<Struct["getFieldsMap"]> {
    const fields = super.getFieldsMap();
    const data = this.#data;
    this.#data = undefined;
    if (data !== undefined) {
      fromJavaScript(data)
        .getFieldsMap()
        .forEach((value, key: string) => fields.set(key, value));
    }
    return fields;
  }
}

/**
 * A message of data, which may change afterwards.
 *
 * @throws Error where a value is none that a message can hold, such as `undefined`.
 */
export function structOf(data: Data): Struct {
  return new PlainStruct(data);
}

/** The data as it comes back from a message: the keys of a map in order. */
function copyOf(data: Data): JavaScript {
  const copy: JavaScript = {};
  for (const key of Object.keys(data).sort()) copy[key] = valueOf(data[key]);
  return copy;
}

function valueOf(value: unknown): JavaScript[string] {
  if (isData(value)) return copyOf(value);
  if (Array.isArray(value)) return Array.from(value, valueOf);
  if (value === null || typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return value;
  throw new Error("Unexpected struct type.");
}
