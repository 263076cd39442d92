import { outsideOf, unless } from "../../problems/phrases";
import type { Settings } from "../broker-settings";
import { methodsOf } from "../listeners";

/** MSK's limit of users in a cluster. */
const mostUsers = 1000;

/**
 * What is wrong with how clients prove who they are.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-limitations.html
 */
export function authenticationProblems(settings: Settings): readonly string[] {
  const { scram, tls } = settings.authentication;
  const users = Object.entries(scram?.users ?? {});
  return [
    ...unless(
      methodsOf(settings).length > 0,
      "authentication must name one way at least: iam, scram or tls, got none",
    ),
    ...unless(
      users.length <= mostUsers,
      `authentication.scram.users must be at most ${mostUsers}, got ${users.length}`,
    ),
    ...users.flatMap(([user, { passwordVersion }]) => [
      ...unless(
        /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/.test(user),
        `authentication.scram.users must be named by letters, digits and _ . @ -, a letter or digit first, at most 64, got ${user}`,
      ),
      ...outsideOf(
        `authentication.scram.users.${user}.passwordVersion`,
        passwordVersion,
        1,
        Number.MAX_SAFE_INTEGER,
      ),
    ]),
    ...unless(
      tls === undefined || tls.certificateAuthorityArns.length > 0,
      "authentication.tls.certificateAuthorityArns must be one authority at least, got none",
    ),
  ];
}
