import tseslint from "typescript-eslint";

/** Refuses imports that run against the layers of the design, with the reason. */
const layer = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { "no-restricted-imports": ["error", { patterns }] },
});
const not = (group, message) => ({ group, message });

const program = ["**/platform", "**/wiring/**", "**/settings", "**/index"];
const preview = not(["**/preview/**"], "Only tests and the command line use the preview.");

export default tseslint.config(
  { ignores: ["**/dist/**", "**/node_modules/**", "coverage/**"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // What loads late: the command that was asked for, and a program when it runs.
      "@typescript-eslint/no-require-imports": [
        "error",
        { allowAsImport: true, allow: ["^\\./commands/", "^\\.\\./index$", "^\\./(bare|copies)$"] },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      complexity: ["error", 8],
      "max-lines": ["error", 250],
      "max-lines-per-function": ["error", 50],
      "max-params": ["error", 4],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name='apply'] ThrowStatement",
          message:
            "Refuse bad input where it arrives: a throw inside apply surfaces only as an unhandled rejection.",
        },
        {
          selector: "CallExpression[callee.property.name='apply'] NewExpression",
          message: "A resource made inside apply is missing from previews, rules and tests.",
        },
      ],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: ["describe", "it"] },
      ],
      "max-lines": "off",
      "max-lines-per-function": "off",
    },
  },
  {
    files: ["policies/rules/**/*.ts"],
    rules: { "@typescript-eslint/no-unnecessary-condition": "off" },
  },
  layer(
    ["spec/**/*.ts"],
    [
      not(
        [...program, "**/components/**", "**/systems/**", "**/policies/**", "**/preview/**"],
        "The spec stands alone: it imports nothing else of the project.",
      ),
      not(["@pulumi/*"], "The spec is plain data and knows nothing of Pulumi."),
    ],
  ),
  layer(
    ["systems/**/*.ts"],
    [
      not(
        [...program, "**/components/**", "**/policies/**", "@pulumi/*"],
        "A system is data over the spec.",
      ),
      preview,
    ],
  ),
  layer(
    ["components/**/*.ts"],
    [
      not(
        [...program, "**/systems/**"],
        "A component knows no system, no configuration and no platform.",
      ),
      not(
        ["**/policies/**", "@groundwork/policies*"],
        "Components are judged by the pack, they do not use it.",
      ),
      preview,
    ],
  ),
  layer(
    ["platform.ts", "wiring/**/*.ts"],
    [
      not(["**/systems/**", "**/policies/**"], "The platform joins components by the spec alone."),
      preview,
    ],
  ),
  layer(
    ["account/**/*.ts"],
    [
      not(
        ["../platform", "../settings", "../settings/**", "**/systems/**", "**/policies/**"],
        "The account program joins components by settings of its own, and knows no system.",
      ),
      preview,
    ],
  ),
  layer(
    ["settings.ts", "index.ts"],
    [
      not(
        ["**/components/**", "**/policies/**"],
        "Settings become a spec; platform.ts makes components of it.",
      ),
      preview,
    ],
  ),
  layer(
    ["policies/**/*.ts"],
    [
      not(
        [
          ...program.map((name) => `../${name.slice(3)}`),
          "**/components/**",
          "**/systems/**",
          "**/spec/**",
          "**/preview/**",
        ],
        "The pack judges any program: it imports nothing of this one.",
      ),
    ],
  ),
  layer(
    ["preview/**/*.ts"],
    [
      not(
        ["**/components/**", "**/platform", "**/wiring/**"],
        "The preview runs index.ts as the engine does, and looks at nothing behind it.",
      ),
    ],
  ),
);
