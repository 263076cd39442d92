import * as aws from "@pulumi/aws";
import type { Output } from "@pulumi/pulumi";
import { AccountGuards } from "../components/account-guards";
import { DeployRoles } from "../components/deploy-roles";
import { HostedZones } from "../components/hosted-zones";
import { globalRegion } from "../spec/partition";
import { ImageRepositories } from "../components/image-repositories";
import { Keys } from "../components/keys";
import { StateStore } from "../components/state-store";
import { whereSet } from "../wiring/where-set";
import type { AccountSpec } from "./spec";
import {
  deployRolesArgs,
  guardsArgs,
  hostedZonesArgs,
  imageRepositoriesArgs,
  keysArgs,
  queryLogKeysArgs,
  stateStoreArgs,
  tags,
} from "./wiring";

/** What stacks, pipelines and people need to know of an account. */
export interface AccountOutputs {
  /** What `pulumi login` is given, by environment. */
  readonly backendUrls: Readonly<Record<string, string>>;
  /** What `pulumi stack init --secrets-provider` is given, by environment. */
  readonly secretsProviders: Readonly<Record<string, string>>;
  /** Roles that jobs deploy with, by environment. */
  readonly deployRoleArns: Readonly<Record<string, Output<string>>>;
  /** Roles that jobs of pull requests preview with, by environment. */
  readonly previewRoleArns: Readonly<Record<string, Output<string>>>;
  /** Role that jobs push images with; left out where none does. */
  readonly pushRoleArn?: Output<string>;
  /** Boundary that every role of a stack must have. */
  readonly workloadBoundaryArn: Output<string>;
  /** Ids of the hosted zones, by domain. */
  readonly hostedZoneIds: Readonly<Record<string, Output<string>>>;
  /** Name servers of the hosted zones, by domain. */
  readonly nameServers: Readonly<Record<string, Output<string[]>>>;
  /** What the registrar, or the zone above, says of type DS of the hosted zones, by domain. */
  readonly dsRecords: Readonly<Record<string, Output<string>>>;
  /** Where images are pushed to and pulled from, by repository. */
  readonly repositoryUrls: Readonly<Record<string, Output<string>>>;
}

/** What stands once in an account, joined from its components. */
export function account(spec: AccountSpec): AccountOutputs {
  const opts = {
    providers: [
      new aws.Provider("aws", {
        region: spec.region as aws.Region,
        allowedAccountIds: [spec.account],
        defaultTags: { tags: tags(spec) },
      }),
    ],
  };
  const keys = new Keys("keys", keysArgs(spec), opts);
  new AccountGuards("guards", guardsArgs(spec, keys), opts);
  const state = new StateStore("state", stateStoreArgs(spec), opts);
  const roles = new DeployRoles("roles", deployRolesArgs(spec, state), opts);
  const images = new ImageRepositories("images", imageRepositoriesArgs(spec, keys), opts);
  const queryLogKeys = new Keys(`keys-${globalRegion}`, queryLogKeysArgs(spec), opts);
  const zones = new HostedZones("zones", hostedZonesArgs(spec, queryLogKeys), opts);
  return {
    backendUrls: state.backendUrls,
    secretsProviders: state.secretsProviders,
    deployRoleArns: roles.deployRoleArns,
    previewRoleArns: roles.previewRoleArns,
    ...whereSet("pushRoleArn", roles.pushRoleArn),
    workloadBoundaryArn: roles.workloadBoundaryArn,
    hostedZoneIds: zones.ids,
    nameServers: zones.nameServers,
    dsRecords: zones.dsRecords,
    repositoryUrls: images.urls,
  };
}
