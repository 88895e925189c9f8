package io.vpclocal.identity;

/** The users and roles of all accounts, for modules that keep policies which name them. */
public interface IdentityLookup {

    /** @param identity the ARN of a user or role, with its path, or its unique id */
    boolean exists(String identity);
}
