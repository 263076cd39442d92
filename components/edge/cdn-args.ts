import type * as pulumi from "@pulumi/pulumi";

/**
 * The bucket whose files are served. Its policy must have what {@link distributionReads} says; under a KMS key, the
 * key's policy must let CloudFront decrypt too.
 */
export interface CdnBucketArgs {
  /** Its domain in its region: `<bucket>.s3.<region>.amazonaws.com`. */
  readonly domainName: pulumi.Input<string>;
  readonly arn: pulumi.Input<string>;
}

/** How long files stay where they are near those who ask, unless they say how long themselves. */
export interface CacheArgs {
  /**
   * Seconds for what says nothing.
   *
   * @default 86400
   */
  readonly defaultSeconds?: number | undefined;
  /**
   * Most seconds, whatever a file says.
   *
   * @default 31536000
   */
  readonly maximumSeconds?: number | undefined;
}

/** Static files from a bucket, served by CloudFront. */
export interface CdnArgs {
  /** Name that leads to them, in the zone and none of `hostnames`. It has its own certificate. */
  readonly hostname: string;
  readonly bucket: CdnBucketArgs;
  /** KMS key in us-east-1 of the logs of the distribution and its firewall, which stand there. */
  readonly logsKeyArn: pulumi.Input<string>;
  /**
   * Days that the distribution's logs are kept, as CloudWatch Logs allows.
   *
   * @default 90
   */
  readonly logRetentionDays?: number | undefined;
  /**
   * File for the path `/`.
   *
   * @default "index.html"
   */
  readonly rootObject?: string | undefined;
  /** @default {} */
  readonly cache?: CacheArgs | undefined;
  /**
   * Where the files are near: `PriceClass_200` leaves out South America and Oceania, `PriceClass_100` all but Europe
   * and North America.
   *
   * @default "PriceClass_200"
   */
  readonly priceClass?: "PriceClass_100" | "PriceClass_200" | "PriceClass_All" | undefined;
  /**
   * Versions of TLS and ciphers.
   *
   * @default "TLSv1.2_2021"
   */
  readonly tlsPolicy?: "TLSv1.2_2021" | "TLSv1.2_2025" | "TLSv1.3_2025" | undefined;
  /**
   * What the pages tell others of where somebody comes from.
   *
   * @default "strict-origin-when-cross-origin"
   */
  readonly referrerPolicy?:
    | "no-referrer"
    | "no-referrer-when-downgrade"
    | "origin"
    | "origin-when-cross-origin"
    | "same-origin"
    | "strict-origin"
    | "strict-origin-when-cross-origin"
    | undefined;
}
