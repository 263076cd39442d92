const sensitiveName =
  /(password|passwd|passphrase|secret|token|credential|private_?key|key_?material|connection_?string)/i;

/** Names of settings about a secret that hold none themselves: `masterUserSecretKmsKeyId`. */
const settingName = /(kmsKeyId|KeyArn|Arn(Lists)?|Id|Version|Strategy|Required|Encoding)$/;

/**
 * Tells whether a property's name says that its value is confidential. Such values never appear in
 * a message, whether or not the program marked them as secrets.
 */
export function isSensitive(path: string): boolean {
  const segments = path.split(/[.[\]]+/).filter((segment) => segment !== "");
  return segments.some((segment) => sensitiveName.test(segment) && !settingName.test(segment));
}
