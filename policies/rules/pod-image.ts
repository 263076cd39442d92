import { type Judgement, notApplicable } from "../judgement";
import { must, mustBe, mustNotBe } from "../must";
import { resourceRule } from "../rule";
import { judgeContainers, whereSaid } from "./pod-judge";
import { type Container, workloadTypes } from "./pod-workload";

/** A reference to an image: `registry.example.com/team/orders:1.4.2@sha256:...`. */
interface Image {
  readonly registry: string;
  /** With its registry. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** What a reference says; a name without a registry is one of Docker Hub. */
function imageOf(reference: string): Image {
  const [, path = "", tag, digest] =
    /^([^@]*?)(?::([^:/@]*))?(?:@(.*))?$/.exec(reference.trim()) ?? [];
  const [first = "", ...rest] = path.split("/");
  const hasRegistry = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const registry = hasRegistry ? first : "docker.io";
  return { registry, repository: hasRegistry ? path : `${registry}/${path}`, tag, digest };
}

export const podImagePinned = resourceRule({
  id: "pod-image-pinned",
  requires: "Images are named by a digest, or by a tag that says a version.",
  why: "A tag that moves runs another program on every node that pulls it later, and there is no version to go back to.",
  fix: "Name the image by its version, such as orders:1.4.2, or by its digest, such as orders@sha256:...",
  severity: "high",
  standards: { checkov: ["CKV_K8S_14", "CKV_K8S_43"] },
  types: workloadTypes,
  settings: {
    digest: {
      kind: "boolean",
      description: "Whether images must be named by a digest.",
      default: false,
    },
    movingTags: {
      kind: "texts",
      description: "Tags that are no version.",
      form: "tags",
      pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$",
      default: [
        "canary",
        "dev",
        "develop",
        "edge",
        "latest",
        "main",
        "master",
        "nightly",
        "stable",
      ],
      stricter: "more",
    },
  },
  exemptible: true,
  check: (resource, { digest, movingTags }) =>
    judgeContainers(resource, (container) =>
      judgeImage(
        container,
        digest ? "have a digest" : "have a digest or the tag of a version",
        (image) => isPinned(image, digest, movingTags),
      ),
    ),
});

function isPinned(image: Image, digest: boolean, movingTags: readonly string[]): boolean {
  if (image.digest !== undefined) return /^[a-z0-9+.]+:[0-9a-f]{32,}$/.test(image.digest);
  const { tag = "" } = image;
  return !digest && tag !== "" && !movingTags.includes(tag);
}

export const podRegistryTrusted = resourceRule({
  id: "pod-registry-trusted",
  requires: "Images come from the registries that configuration names.",
  why: "Anybody may publish to a public registry, under a name that looks like another, and take a name over that is free again.",
  fix: "Copy the image into a registry of the account's own, or have that one cache it, and name it there.",
  severity: "high",
  standards: {},
  types: workloadTypes,
  settings: {
    registries: {
      kind: "texts",
      description: "Registries, or paths in one, that images may come from; none means all.",
      form: "registries without https://, such as registry.example.com/team",
      pattern: "^[a-z0-9][a-z0-9.:-]*(/[a-z0-9._-]+)*$",
      default: [],
      stricter: "fewer, not none",
    },
  },
  exemptible: true,
  check: (resource, { registries }) => {
    if (registries.length === 0) return notApplicable("configuration names no registries");
    const requirement = `come from ${[...registries].sort().join(" or ")}`;
    return judgeContainers(resource, (container) =>
      judgeImage(container, requirement, ({ repository }) =>
        registries.some((registry) => repository.startsWith(`${registry}/`)),
      ),
    );
  },
});

function judgeImage(
  container: Container,
  requirement: string,
  holds: (image: Image) => boolean,
): Judgement {
  const image = container.at("image");
  const judgement = must(
    image,
    requirement,
    (value) => typeof value === "string" && holds(imageOf(value)),
  );
  return whereSaid(container.workload, image, judgement);
}

export const podImagePulled = resourceRule({
  id: "pod-image-pulled",
  requires: "Images are pulled from their registry.",
  why: "With Never a node runs whatever it has by that name, whoever put it there.",
  fix: "Leave imagePullPolicy out, or set it to IfNotPresent or Always.",
  severity: "medium",
  standards: { checkov: ["CKV_K8S_15"] },
  types: workloadTypes,
  settings: {
    always: {
      kind: "boolean",
      description:
        "Whether nodes must ask the registry each time, so that pods have to have the right to an image.",
      default: false,
    },
  },
  exemptible: true,
  check: (resource, { always }) =>
    judgeContainers(resource, (container) => {
      const policy = container.at("imagePullPolicy");
      const judgement = always ? mustBe(policy, "Always") : mustNotBe(policy, "Never");
      return whereSaid(container.workload, policy, judgement);
    }),
});
