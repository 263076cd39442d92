const credential = /(pass(word|wd|phrase|code)?|secret|token|credentials?|key)s?$/i;

/** Keys that are public, or only say which. */
const publicKey = /(public|partition|primary|sort|kms)[-_ ]?keys?$/i;

/** Tells whether a name says that what it names must be kept from others: `password`, `apiKey`. */
export function isCredentialName(name: string): boolean {
  return credential.test(name) && !publicKey.test(name);
}
