const password = [
  "length",
  "lower",
  "minLower",
  "minNumeric",
  "minSpecial",
  "minUpper",
  "number",
  "numeric",
  "overrideSpecial",
  "special",
  "upper",
];

/** The properties of stateful types that cannot change in place: a new value is a new resource. */
const replacing: Readonly<Record<string, readonly string[]>> = {
  "aws:cloudwatch/logGroup:LogGroup": ["name", "region"],
  "aws:ec2/subnet:Subnet": ["availabilityZone", "cidrBlock", "region", "vpcId"],
  "aws:ec2/vpc:Vpc": ["cidrBlock", "region"],
  "aws:eks/cluster:Cluster": ["bootstrapSelfManagedAddons", "name", "region", "roleArn"],
  "aws:kms/key:Key": ["customerMasterKeySpec", "keyUsage", "multiRegion", "region"],
  "aws:rds/instance:Instance": [
    "availabilityZone",
    "characterSetName",
    "dbName",
    "engine",
    "kmsKeyId",
    "region",
    "storageEncrypted",
    "timezone",
    "username",
  ],
  "aws:rds/subnetGroup:SubnetGroup": ["name", "region"],
  "aws:secretsmanager/secret:Secret": ["name", "region"],
  "random:index/randomBytes:RandomBytes": ["keepers", "length"],
  "random:index/randomPassword:RandomPassword": ["keepers", ...password],
};

/** Those of the changed properties of a type that call for a new resource. */
export function replacingProperties(type: string, changed: readonly string[]): readonly string[] {
  return changed.filter((property) => replacing[type]?.includes(property));
}
