import {
  kubernetesReleaseAtomic,
  kubernetesReleasePinned,
  kubernetesReleaseSourced,
} from "../../../policies/rules/kubernetes-release";
import { unknown } from "../kit";
import { suite } from "../suite";

const release = "kubernetes:helm.sh/v3:Release";
const chart = "external-secrets";

for (const type of [release, "kubernetes:helm.sh/v4:Chart"]) {
  describe(`kubernetes-release-pinned, on ${type}`, () => {
    const rule = suite(kubernetesReleasePinned, type, { chart, version: "2.11.0" });
    const exact = "version must be an exact version such as 1.2.3";
    rule.passes("passes an exact version", {});
    rule.passes("passes one before its release", { version: "v1.0.0-rc.1+build.5" });
    for (const version of ["", "2.11", ">=2.0.0", "2.x", "^2.11.0", "2.11.0 || 3.0.0", "latest"]) {
      rule.fails(`fails when it is "${version}"`, { version }, `${exact}, got "${version}"`);
    }
    rule.fails("fails when none is said", { version: undefined }, `${exact}, but is not set`);
    rule.isUndecided("is undecided while it is not known", { version: unknown }, "version");
    rule.isUndecided(
      "is undecided while the chart is not known",
      { chart: unknown, version: undefined },
      "chart",
    );
    for (const path of [
      "./charts/orders",
      "/charts/orders",
      "https://example.com/orders-1.2.3.tgz",
    ]) {
      rule.doesNotApply(
        `does not apply to ${path}`,
        { chart: path, version: undefined },
        "its chart is a part of the program, or a single file",
      );
    }
  });

  describe(`kubernetes-release-sourced, on ${type}`, () => {
    const from = (repo: unknown) => ({ repositoryOpts: { repo } });
    const rule = suite(kubernetesReleaseSourced, type, {
      chart,
      ...from("https://charts.example.com"),
    });
    rule.passes("passes a repository over TLS", {});
    rule.passes("passes a chart in a registry of images", {
      chart: "oci://registry.example.com/charts/orders",
      repositoryOpts: undefined,
    });
    rule.fails(
      "fails when either comes without",
      { chart: "http://example.com/orders-1.2.3.tgz", ...from("http://charts.example.com") },
      'chart must not be an http:// address, got "http://example.com/orders-1.2.3.tgz"',
      'repositoryOpts.repo must not be an http:// address, got "http://charts.example.com"',
    );
    rule.isUndecided("is undecided while it is not known", from(unknown), "repositoryOpts.repo");
  });
}

describe("kubernetes-release-atomic", () => {
  const rule = suite(kubernetesReleaseAtomic, release, { atomic: true });
  rule.passes("passes a release that is taken back where it fails", {});
  rule.fails("fails when it is not", { atomic: false }, "atomic must be true, got false");
  rule.fails(
    "fails when nothing is said",
    { atomic: undefined },
    "atomic must be true, but is not set",
  );
  rule.fails(
    "fails when it waits for nothing",
    { skipAwait: true },
    "skipAwait must not be true, got true",
  );
  rule.isUndecided("is undecided while it is not known", { atomic: unknown }, "atomic");
});
