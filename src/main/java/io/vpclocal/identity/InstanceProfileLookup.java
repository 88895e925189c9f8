package io.vpclocal.identity;

import io.vpclocal.protocol.Scope;
import java.util.Optional;

/** The instance profiles of accounts, for the module that runs instances. */
public interface InstanceProfileLookup {

    /**
     * An instance profile.
     *
     * @param id its unique id: {@code AIPA…}
     * @param hasRole false if no role was added to it
     */
    record Profile(String arn, String id, boolean hasRole) {}

    /** The profile with that name in the account of the scope. */
    Optional<Profile> named(Scope scope, String name);
}
