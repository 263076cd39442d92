import {
  podImagePinned,
  podImagePulled,
  podRegistryTrusted,
} from "../../../policies/rules/pod-image";
import { unknown } from "../kit";
import { suite } from "../suite";
import { containerOf, types } from "./pods";

const path = "spec.template.spec.containers[0]";
const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const running = (image: unknown) => containerOf({ name: "orders", image });

describe("pod-image-pinned", () => {
  const rule = suite(podImagePinned, types.deployment, running("orders:1.4.2"));
  const pinned = `${path}.image must have a digest or the tag of a version`;
  rule.passes("passes a version", {});
  rule.passes("passes a digest", running(`registry.example.com/orders@${digest}`));
  rule.passes("passes a digest with a tag that moves", running(`orders:latest@${digest}`));
  for (const image of [
    "orders",
    "registry.example.com:5000/team/orders",
    "orders:latest",
    "orders:",
  ]) {
    rule.fails(`fails when it is ${image}`, running(image), `${pinned}, got "${image}"`);
  }
  rule.fails(
    "fails when a digest is none",
    running("orders@sha256:latest"),
    `${pinned}, got "orders@sha256:latest"`,
  );
  rule.fails("fails when none is named", containerOf({}), `${pinned}, but is not set`);
  rule.isUndecided("is undecided while it is not known", running(unknown), `${path}.image`);
  suite(podImagePinned, types.patch, containerOf({})).doesNotApply(
    "does not apply to a patch that leaves it as it is",
    {},
    "a patch says only what it changes",
  );
  suite(podImagePinned, types.deployment, running("orders:blue"), {
    movingTags: ["blue"],
  }).fails("fails when configuration says that the tag moves", {}, `${pinned}, got "orders:blue"`);
  suite(podImagePinned, types.deployment, running("orders:1.4.2"), { digest: true }).fails(
    "fails when a version stands where configuration asks for a digest",
    {},
    `${path}.image must have a digest, got "orders:1.4.2"`,
  );
});

describe("pod-registry-trusted", () => {
  const registries = ["registry.example.com/team", "123456789012.dkr.ecr.eu-west-1.amazonaws.com"];
  const trusted = { registries };
  const rule = suite(
    podRegistryTrusted,
    types.deployment,
    running("registry.example.com/team/orders:1.4.2"),
    trusted,
  );
  const from = `${path}.image must come from 123456789012.dkr.ecr.eu-west-1.amazonaws.com or registry.example.com/team`;
  rule.passes("passes an image of a path in a registry", {});
  rule.passes(
    "passes an image of a registry",
    running(`123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@${digest}`),
  );
  for (const image of [
    "registry.example.com/other/orders:1",
    "registry.example.com/teams/orders:1",
    "orders:1",
    "library/orders:1",
    "registry.example.com.evil.example/team/orders:1",
  ]) {
    rule.fails(`fails when it is ${image}`, running(image), `${from}, got "${image}"`);
  }
  rule.isUndecided("is undecided while it is not known", running(unknown), `${path}.image`);
  suite(podRegistryTrusted, types.deployment, running("orders:1"), {
    registries: ["docker.io"],
  }).passes("passes a name without a registry where Docker Hub is trusted", {});
  suite(podRegistryTrusted, types.deployment, running("orders:1")).doesNotApply(
    "does not apply where configuration names no registries",
    {},
    "configuration names no registries",
  );
});

describe("pod-image-pulled", () => {
  const pulling = (imagePullPolicy: unknown) => containerOf({ imagePullPolicy });
  const rule = suite(podImagePulled, types.deployment, pulling("IfNotPresent"));
  rule.passes("passes an image that is pulled once", {});
  rule.passes("passes a container that says nothing", containerOf({}));
  rule.fails(
    "fails when it is never pulled",
    pulling("Never"),
    `${path}.imagePullPolicy must not be "Never", got "Never"`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    pulling(unknown),
    `${path}.imagePullPolicy`,
  );
  const always = suite(podImagePulled, types.deployment, pulling("Always"), { always: true });
  always.passes("passes an image that is pulled each time where configuration asks for it", {});
  always.fails(
    "fails when it is pulled once where configuration asks for each time",
    pulling("IfNotPresent"),
    `${path}.imagePullPolicy must be "Always", got "IfNotPresent"`,
  );
});
