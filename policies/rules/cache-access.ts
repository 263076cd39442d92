import { all, fail, type Judgement, notApplicable, pass } from "../judgement";
import { given, mustBeSet, mustNotBe } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import type { Subject } from "../subject";
import {
  cluster,
  replicationGroup,
  serverlessCache,
  unlessMember,
  unlessMemcached,
  unlessSecondary,
} from "./cache-kind";

const user = "aws:elasticache/user:User";

/** The inputs of which one must say who may log in. */
const credentials: Readonly<Record<string, readonly string[]>> = {
  [replicationGroup]: ["authToken", "authTokenWo", "userGroupIds"],
  [serverlessCache]: ["userGroupId"],
};

export const cacheAuthenticated = resourceRule({
  id: "cache-authenticated",
  requires: "Redis and Valkey on ElastiCache ask for a password or a login by IAM.",
  why: "Otherwise whatever reaches the port, one compromised pod for example, reads and deletes everything.",
  fix: "Give authTokenWo or authToken, or a group of users of which none goes without a password.",
  severity: "high",
  standards: { securityHub: ["ElastiCache.6"], checkov: ["CKV_AWS_31"] },
  types: [...Object.keys(credentials), user],
  exemptible: true,
  check: (cache) =>
    cache.type === user
      ? mustAuthenticate(cache)
      : unlessMemcached(
          cache,
          "Memcached on ElastiCache knows no passwords",
          unlessSecondary(cache, mustHaveCredentials(cache)),
        ),
});

function mustHaveCredentials(cache: Subject): Judgement {
  const inputs = (credentials[cache.type] ?? []).map((key) => cache.at(key));
  if (inputs.some(isGiven)) return pass;
  const [last = "", ...others] = inputs.map(({ path }) => path).reverse();
  const names = others.length > 0 ? `${others.reverse().join(", ")} or ${last}` : last;
  return fail(`${names} must be set`);
}

function isGiven(property: Property): boolean {
  const isEmpty = property.value === "" || (property.isList && property.items.length === 0);
  return property.isSet && !isEmpty;
}

/** A user that is switched off needs no password: AWS has the group's default user replaced by such a one. */
function mustAuthenticate(person: Subject): Judgement {
  const access = person.at("accessString");
  if (String(access.value).split(/\s+/).includes("off")) {
    return notApplicable("the user is switched off");
  }
  const judgement = all(
    mustNotBe(person.at("noPasswordRequired"), true),
    mustNotBe(person.at("authenticationMode").at("type"), "no-password-required"),
  );
  return given(access, judgement);
}

export const cacheSubnetGroupOwn = resourceRule({
  id: "cache-subnet-group-own",
  requires: "ElastiCache stands in subnets that the program names.",
  why: "The default group is made of the subnets of the default VPC, which are public.",
  fix: "Create an aws.elasticache.SubnetGroup of private subnets and set subnetGroupName to its name; of a serverless cache set subnetIds.",
  severity: "high",
  standards: { securityHub: ["ElastiCache.7"], checkov: ["CKV_AWS_323"] },
  types: [replicationGroup, cluster, serverlessCache],
  exemptible: true,
  check: (cache) =>
    cache.type === serverlessCache
      ? mustBeSet(cache.at("subnetIds"))
      : unlessMember(cache, mustBeOwn(cache.at("subnetGroupName"))),
});

function mustBeOwn(name: Property): Judgement {
  return name.isSet && !name.isUnknown ? mustNotBe(name, "default") : mustBeSet(name);
}
