import type { Property } from "../property";
import { isCredentialName } from "./credential-name";

/** Texts that are credentials whatever they are called. */
const credentials: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}/,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:(?![$<]|\{\{)[^\s/@]+@/i,
];

/** What only says where a credential is, or how many or long they are. */
const reference = /^(\$[({].*|arn:.*|\.{0,2}\/.*|file:.*|vault:.*|\d{1,9}|true|false|null|)$/i;

/** What a file leaves for something else to fill in: a variable, a template, an alias. */
const filledIn = /^([$<*%]|\{\{)/;

/** A line of a file that sets something: `spring.datasource.password = changeme`, `password: changeme`. */
const assignment = /^[ \t]*["']?([\w.-]+)["']?(?:[ \t]*=|:(?=[ \t"']))[ \t]*["']?([^"'\s#]*)/gm;

/** Names of what is confidential in a file, where `key` alone may be any key. */
const confidential = /(pass(word|wd|phrase)|secret|token|(private|api|access)[-_.]?key)$/i;

/** Tells whether a text that has a name is a credential, or holds one. */
export function isCredential(name: string, text: string): boolean {
  if (isCredentialName(name) && !reference.test(text.trim())) return true;
  return credentials.some((pattern) => pattern.test(text)) || setsCredential(text);
}

function setsCredential(text: string): boolean {
  return [...text.matchAll(assignment)].some(
    ([, name = "", value = ""]) =>
      confidential.test(name) && !reference.test(value) && !filledIn.test(value),
  );
}

/** Tells whether the program made a secret of just this value, and not of all that it stands in. */
export function isSecretAlone(value: Property, whole: Property): boolean {
  return value.isSecret === true && whole.isSecret !== true;
}
