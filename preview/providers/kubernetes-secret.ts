import { isData, isUnknown, mapValues, reveal, secret, type Data } from "../engine/wire";

/**
 * The inputs of an object whose kind is Secret: both of its maps are kept secret, and what is given as text is
 * written into `data`, as the API server will do it, unless some of it is not known yet. Others stay as they are.
 */
export function checkSecret(inputs: Data): Data {
  if (inputs["kind"] !== "Secret") return inputs;
  const { stringData, data, ...others } = inputs;
  const texts = reveal(stringData);
  if (isTexts(texts)) return { ...others, data: secret({ ...opened(data), ...encoded(texts) }) };
  return { ...others, ...hidden("data", data), ...hidden("stringData", stringData) };
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  if (!isData(value)) return false;
  return Object.values(value).every((text) => typeof text === "string" && !isUnknown(text));
}

function encoded(texts: Readonly<Record<string, string>>): Data {
  return mapValues(texts, (text) => Buffer.from(String(text)).toString("base64"));
}

function opened(data: unknown): Data {
  const known = reveal(data);
  return isData(known) ? known : {};
}

function hidden(key: string, value: unknown): Data {
  return value === undefined ? {} : { [key]: secret(value) };
}
