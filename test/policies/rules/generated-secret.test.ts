import { generatedSecretStrong } from "../../../policies/rules/generated-secret";
import { unknown } from "../kit";
import { suite } from "../suite";

const password = "random:index/randomPassword:RandomPassword";
const bytes = "random:index/randomBytes:RandomBytes";

describe("generated-secret-strong, on passwords", () => {
  const rule = suite(generatedSecretStrong, password, { length: 32 });
  rule.passes("passes 32 characters of every class", {});
  rule.passes("passes letters and digits alone", { special: false });
  rule.passes("passes what the provider fills in", {
    lower: true,
    upper: true,
    number: true,
    numeric: true,
    special: true,
    minLower: 0,
    minUpper: 0,
    minNumeric: 0,
    minSpecial: 0,
  });
  rule.fails(
    "fails when it is shorter",
    { length: 31 },
    "length must be at least 32 characters, got 31",
  );
  rule.fails(
    "fails when digits alone give too little to guess",
    { lower: false, upper: false, special: false },
    "its entropy must be at least 128 bits, got 106",
  );
  rule.fails(
    "fails when demanded digits take too much of it",
    { special: false, minNumeric: 32 },
    "its entropy must be at least 128 bits, got 106",
  );
  rule.fails(
    "fails when one character is drawn far more often than others",
    { lower: false, upper: false, numeric: false, overrideSpecial: "ab!!!!!!!!!!!!!!" },
    "its entropy must be at least 128 bits, got 6",
  );
  rule.fails(
    "fails when no class is left",
    { lower: false, upper: false, number: false, special: false },
    "its entropy must be at least 128 bits, got 0",
  );
  rule.fails(
    "fails with both when it is short and of digits",
    { length: 8, lower: false, upper: false, special: false },
    "its entropy must be at least 128 bits, got 26",
    "length must be at least 32 characters, got 8",
  );
  rule.fails(
    "fails when no length is given",
    { length: undefined },
    "its entropy must be at least 128 bits, got 0",
    "length must be at least 32 characters, but is not set",
  );
  rule.passes("takes the provider's special characters where none are given", {
    overrideSpecial: "",
    lower: false,
    upper: false,
    numeric: false,
  });
  rule.isUndecided("is undecided while its length is not known", { length: unknown }, "length");
  rule.isUndecided(
    "is undecided while a class is not known",
    { upper: unknown, overrideSpecial: unknown },
    "overrideSpecial, upper",
  );
});

describe("generated-secret-strong, on keys", () => {
  const rule = suite(generatedSecretStrong, bytes, { length: 32 });
  rule.passes("passes 32 bytes", {});
  rule.fails(
    "fails when they are fewer",
    { length: 16 },
    "length must be at least 32 bytes, got 16",
  );
  rule.isUndecided("is undecided while they are not known", { length: unknown }, "length");
});

describe("generated-secret-strong, configured", () => {
  suite(generatedSecretStrong, bytes, { length: 64 }, { minimumBytes: 64 }).fails(
    "fails when a key has fewer bytes",
    { length: 63 },
    "length must be at least 64 bytes, got 63",
  );
  suite(generatedSecretStrong, password, { length: 64 }, { minimumCharacters: 64 }).fails(
    "fails when a password has fewer characters",
    { length: 63 },
    "length must be at least 64 characters, got 63",
  );
  suite(generatedSecretStrong, password, { length: 32 }, { minimumBits: 256 }).fails(
    "fails when a password has less entropy",
    {},
    "its entropy must be at least 256 bits, got 204",
  );
});
