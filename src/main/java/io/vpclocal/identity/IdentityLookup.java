package io.vpclocal.identity;

/** The users and roles of all accounts, for modules that keep policies which name them. */
public interface IdentityLookup {

    /** @param arn the ARN of a user or role, with its path */
    boolean exists(String arn);
}
