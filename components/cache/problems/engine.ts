import { unless } from "../../problems/phrases";
import type { Settings } from "../cache-settings";
import { familyOf, hasTransitEncryptionMode, type Engine } from "../engine";

/** The versions that have all that a cache is given: TLS, users, both logs. */
const versions: Readonly<Record<Engine, { readonly form: RegExp; readonly example: string }>> = {
  redis: { form: /^(6\.2|7\.[01])$/, example: "6.2, 7.0 or 7.1, the last that ElastiCache has" },
  valkey: { form: /^(7\.2|([89]|\d{2})\.\d{1,2})$/, example: "a version from 7.2 such as 8.2" },
};

/** What is wrong with the engine, its nodes and who may use it. */
export function engineProblems(settings: Settings): readonly string[] {
  const { engine, engineVersion, parameterGroupFamily, nodeType } = settings;
  const { form, example } = versions[engine];
  const family = familyOf(settings);
  return [
    ...unless(
      form.test(engineVersion),
      `engineVersion must be ${example} with ${engine}, got ${engineVersion}`,
    ),
    ...unless(
      parameterGroupFamily === family,
      `parameterGroupFamily must be ${family} to follow ${engine} ${engineVersion}, got ${parameterGroupFamily}`,
    ),
    ...unless(
      /^cache\.[a-z0-9]+\.[a-z0-9]+$/.test(nodeType),
      `nodeType must be an ElastiCache node type such as cache.r7g.large, got ${nodeType}`,
    ),
    ...preferenceProblems(settings),
    ...versionProblems(settings),
  ];
}

function preferenceProblems(settings: Settings): readonly string[] {
  const { transitEncryptionMode, auth, engine, engineVersion } = settings;
  if (transitEncryptionMode === "required") return [];
  return [
    ...unless(
      auth.mode === "none",
      "transitEncryptionMode must be required with auth, got preferred: AWS takes no password without TLS",
    ),
    ...unless(
      hasTransitEncryptionMode(settings),
      `transitEncryptionMode must be required with ${engine} ${engineVersion}, got preferred`,
    ),
  ];
}

function versionProblems({ auth }: Settings): readonly string[] {
  if (auth.mode === "none") return [];
  return unless(
    Number.isInteger(auth.version) && auth.version >= 1,
    `auth.version must be a whole number of at least 1, got ${auth.version}`,
  );
}
