import { outsideOf, unless } from "../problems/phrases";
import type { ImageRepositoriesArgs } from "./args";

const form = /^(?=.{2,256}$)[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/;

/**
 * What AWS would refuse.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
 */
export function validateImageRepositories(args: ImageRepositoriesArgs): readonly string[] {
  const { repositories, region, replica, keptImages, untaggedDays } = args;
  const { accountId, pullAccounts = [] } = args;
  const repeated = repositories.filter((each, index) => repositories.indexOf(each) !== index);
  return [
    ...repositories.flatMap((repository) =>
      unless(
        form.test(repository),
        `repositories must be lower-case words that single marks part, in folders by slashes, got ${repository}`,
      ),
    ),
    ...repeated.map(
      (repository) => `repositories must be named once each, got ${repository} again`,
    ),
    ...unless(
      replica?.region !== region,
      `replica.region must be another than region, got ${region}`,
    ),
    ...outsideOf("keptImages", keptImages, 1, 10_000),
    ...outsideOf("untaggedDays", untaggedDays, 1, 36_500),
    ...[accountId, ...pullAccounts].flatMap((account) =>
      unless(/^\d{12}$/.test(account), `accounts must be 12 digits, got ${account}`),
    ),
  ];
}
