import { account } from "./account";
import { loadSettings } from "./settings";

/** The program that is deployed once to each AWS account, before any stack. */
export = () => account(loadSettings());
