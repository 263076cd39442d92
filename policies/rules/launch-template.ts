import { all, fail, type Judgement, notApplicable, pass, undecided } from "../judgement";
import { given, must, mustBe, mustNotBe } from "../must";
import type { Property } from "../property";
import { resourceRule, stackRule } from "../rule";
import type { StackResource } from "../stack";
import { mustBeCustomerKey } from "./customer-key";

const types = ["aws:ec2/launchTemplate:LaunchTemplate"];

export const launchTemplateMetadataProtected = resourceRule({
  id: "launch-template-metadata-protected",
  requires: "Machines give their credentials to themselves only: IMDSv2, over few hops.",
  why: "Whoever makes an application fetch a URL reads the role's credentials from the metadata service, unless it asks for a token first; each hop more lets a container ask too.",
  fix: 'Set httpTokens to "required" and httpPutResponseHopLimit to 1 in metadataOptions; pods get roles from Pod Identity.',
  severity: "high",
  standards: { securityHub: ["EC2.170"], checkov: ["CKV_AWS_79", "CKV_AWS_341"] },
  types,
  settings: {
    maximumHops: {
      kind: "integer",
      description: "Hops that an answer of the metadata service may take.",
      minimum: 1,
      maximum: 64,
      default: 1,
      stricter: "lower",
    },
  },
  exemptible: true,
  check: (template, { maximumHops }) => {
    const options = template.at("metadataOptions");
    const [endpoint, hops] = [options.at("httpEndpoint"), options.at("httpPutResponseHopLimit")];
    if (endpoint.value === "disabled") return pass;
    const isWithin = (value: unknown): boolean =>
      value === undefined || (typeof value === "number" && value <= maximumHops);
    return given(
      endpoint,
      all(
        mustBe(options.at("httpTokens"), "required"),
        must(hops, `be at most ${maximumHops.toString()}`, isWithin),
      ),
    );
  },
});

export const launchTemplatePrivate = resourceRule({
  id: "launch-template-private",
  requires: "Launch templates give machines no public address.",
  why: "An address on the internet is found within minutes; what has none is reached through a load balancer, and nothing else.",
  fix: "Leave associatePublicIpAddress out of networkInterfaces, or set it to false.",
  severity: "high",
  standards: { securityHub: ["EC2.25"], checkov: ["CKV_AWS_88"] },
  types,
  exemptible: true,
  check: (template) => {
    const interfaces = template.at("networkInterfaces");
    if (interfaces.isUnknown) return undecided(interfaces.path);
    return all(
      ...interfaces.items.map((each) =>
        must(each.at("associatePublicIpAddress"), "not be true", (value) => !isTrue(value)),
      ),
      pass,
    );
  },
});

export const launchTemplateVolumesEncrypted = stackRule({
  id: "launch-template-volumes-encrypted",
  requires: "Volumes of machines are encrypted with a KMS key of the account's own.",
  why: "What pods write, images and logs included, lies on the node's disk; the volume of the image is not encrypted where the template says nothing of it.",
  fix: 'Name the volumes of the image in blockDeviceMappings, with encrypted "true" and the kmsKeyId of an aws.kms.Key.',
  severity: "high",
  standards: { securityHub: ["EC2.181"] },
  types,
  exemptible: true,
  check: (template, _settings, stack) => {
    const mappings = template.at("blockDeviceMappings");
    if (mappings.isUnknown) return undecided(mappings.path);
    const volumes = mappings.items.map((mapping) => mapping.at("ebs")).filter(({ isSet }) => isSet);
    if (volumes.length > 0) return all(...volumes.map(mustBeEncrypted));
    const isByDefault = stack
      .ofType("aws:ebs/encryptionByDefault:EncryptionByDefault")
      .some(isSwitchedOn);
    return isByDefault
      ? pass
      : fail(`${mappings.path} must name the volumes of the image, but name none`);
  },
});

function isSwitchedOn(byDefault: StackResource): boolean {
  return mustNotBe(byDefault.at("enabled"), false).verdict === "pass";
}

function mustBeEncrypted(volume: Property): Judgement {
  const snapshot = volume.at("snapshotId");
  const judgement = all(
    must(volume.at("encrypted"), "be true", isTrue),
    mustBeCustomerKey(volume.at("kmsKeyId")),
  );
  return snapshot.isSet && !volume.isUnknown && judgement.verdict === "fail"
    ? notApplicable("its volumes are as their snapshots are")
    : judgement;
}

/** The provider takes such switches as texts too. */
function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}
